package ad4j.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** Installs the functions that rewritten code calls, and the built-ins that they need. */
final class Prelude {
  private static final List<String> PARTS = List.of("math.js", "float64.js", "builtins.js");

  private Prelude() {}

  static void install(Context context, Arithmetic arithmetic) {
    HostCalls host = new HostCalls(arithmetic);
    Value shared = context.eval(source("numbers.js")).execute(host);
    for (String part : PARTS) {
      context.eval(source(part)).executeVoid(host, shared);
    }
  }

  private static Source source(String name) {
    try (InputStream stream = Prelude.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Source.newBuilder("js", text, "ad:" + name).internal(true).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
