package ad4j.script;

import java.io.OutputStream;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.SandboxPolicy;

/**
 * Runs scripts without access to host classes, the network, threads, processes or the environment.
 *
 * <p>Files can only be read, and only below the permitted folders. Time is bounded by a deadline
 * and a statement limit. Memory is not: the community engine has no memory limit, so an untrusted
 * script belongs in a JVM of its own with {@code -Xmx}. Thread-safe; a session is not.
 */
public final class Sandbox implements AutoCloseable {
  private final Engine engine =
      Engine.newBuilder("js")
          .sandbox(SandboxPolicy.CONSTRAINED)
          .option("engine.WarnInterpreterOnly", "false")
          .out(OutputStream.nullOutputStream())
          .err(OutputStream.nullOutputStream())
          .build();

  /** Opens a session: one context, confined to one thread but for {@link Session#interrupt}. */
  public Session open(SandboxOptions options, Arithmetic arithmetic) {
    return new Session(engine, options, arithmetic);
  }

  @Override
  public void close() {
    engine.close(true);
  }
}
