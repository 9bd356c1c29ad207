package ad4j.script.bridge;

import ad4j.CompiledFunction;
import ad4j.ValueAndJacobian;
import ad4j.error.AdException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** A frozen function for scripts: replayed in Java, without running the script. */
public final class CompiledCalls {
  private final CompiledFunction compiled;
  private final Bridge bridge;

  CompiledCalls(CompiledFunction compiled, Bridge bridge) {
    this.compiled = compiled;
    this.bridge = bridge;
  }

  /** The values. */
  @HostAccess.Export
  public Value values(Value x) {
    return result(() -> DoubleStream.of(compiled.values(Flat.doubles(x))));
  }

  /** Values and partials, row by row. */
  @HostAccess.Export
  public Value jacobian(Value x) {
    return result(
        () -> {
          ValueAndJacobian result = compiled.valueAndJacobian(Flat.doubles(x));
          return Stream.concat(Stream.of(result.value()), Arrays.stream(result.jacobian()))
              .flatMapToDouble(DoubleStream::of);
        });
  }

  private Value result(Supplier<DoubleStream> computation) {
    try {
      return bridge.flat().array(computation.get().boxed().toArray());
    } catch (AdException e) {
      throw bridge.refusals().remembered(e, 0);
    }
  }
}
