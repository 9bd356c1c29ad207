package ad4j.script;

import java.io.OutputStream;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.SandboxPolicy;

/** The one engine of all sessions: code that one has compiled serves all. */
final class SharedEngine {
  static final Engine ENGINE =
      Engine.newBuilder("js")
          .sandbox(SandboxPolicy.CONSTRAINED)
          .option("engine.WarnInterpreterOnly", "false")
          .out(OutputStream.nullOutputStream())
          .err(OutputStream.nullOutputStream())
          .build();

  private SharedEngine() {}
}
