package ad4j.cli.work;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers why it cannot be written to, so that neither a reader that has
 * enough ({@code | head}) nor a full disk goes unnoticed. Thread-safe.
 */
public final class DataStream extends FilterOutputStream {
  private @Nullable IOException failure;
  private Runnable onFailure = () -> {};

  /** Writes to this stream. */
  public DataStream(OutputStream out) {
    super(out);
  }

  /** What is to be done at the first failure. */
  public synchronized void onFailure(Runnable action) {
    onFailure = action;
  }

  /** Whether the reader has gone. */
  public synchronized boolean closedByReader() {
    return failure != null && String.valueOf(failure.getMessage()).contains("Broken pipe");
  }

  /** Why it could not be written to; null if it could. */
  public synchronized @Nullable IOException failure() {
    return failure;
  }

  @Override
  public void write(int b) throws IOException {
    attempt(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    attempt(() -> out.write(bytes, from, length));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  private synchronized void attempt(Writing writing) throws IOException {
    try {
      writing.run();
    } catch (IOException e) {
      if (failure == null) {
        failure = e;
        onFailure.run();
      }
      throw e;
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
