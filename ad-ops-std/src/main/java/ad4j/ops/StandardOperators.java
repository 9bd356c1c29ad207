package ad4j.ops;

import ad4j.op.Operator;
import ad4j.op.OperatorLookup;
import ad4j.op.OperatorProvider;
import java.util.List;
import java.util.stream.Stream;

/** All families of standard operators. */
public final class StandardOperators implements OperatorProvider {
  /** For {@code ServiceLoader}. */
  public StandardOperators() {}

  @Override
  public String name() {
    return "ad4j standard operators";
  }

  @Override
  public List<Operator> operators(OperatorLookup others) {
    return Stream.of(
            Exponential.operators(),
            Powers.operators(),
            Trigonometric.operators(),
            Hyperbolic.operators(),
            Piecewise.operators(),
            Rounding.operators(),
            Integers.operators(),
            Plane.operators(),
            Activations.operators(),
            Gaussian.operators(),
            Sinc.operators(),
            GammaFamily.operators(),
            Bessel.operators(),
            LambertW.operators())
        .flatMap(List::stream)
        .toList();
  }
}
