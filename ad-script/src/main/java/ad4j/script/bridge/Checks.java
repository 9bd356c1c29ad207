package ad4j.script.bridge;

import ad4j.Differentiable;
import ad4j.check.GradientCheck;
import ad4j.check.PartialCheck;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;

/** Comparisons with finite differences, as a flat array. */
final class Checks {
  private Checks() {}

  static Object[] entries(Differentiable f, Value x, Value names) {
    return GradientCheck.at(f, Flat.strings(names), Flat.doubles(x)).partials().stream()
        .flatMap(Checks::entries)
        .toArray();
  }

  private static Stream<Object> entries(PartialCheck partial) {
    return Stream.of(
        partial.output(),
        partial.input(),
        partial.forward(),
        partial.reverse(),
        partial.numeric(),
        partial.error(),
        partial.left(),
        partial.right(),
        partial.verdict().name(),
        partial.message());
  }
}
