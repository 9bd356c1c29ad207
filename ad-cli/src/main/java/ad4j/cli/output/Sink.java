package ad4j.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text to a stream, in UTF-8 whatever the locale. */
final class Sink {
  private final OutputStream out;

  Sink(OutputStream out) {
    this.out = out;
  }

  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
