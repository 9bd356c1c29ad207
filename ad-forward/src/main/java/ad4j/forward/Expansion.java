package ad4j.forward;

import ad4j.engine.Activation;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Taylor expansion in one variable t. Every operation is a {@link Series}; equal operations on
 * equal series are one series, so that the slopes of slopes close up (sin, cos, sin, …) and order n
 * costs O(n^2) an operation rather than 2^n.
 */
final class Expansion {
  private final Activation activation;
  private final int order;
  private final Map<Key, Series> known = new HashMap<>();
  private boolean deriving;

  Expansion(Activation activation, int order) {
    this.activation = activation;
    this.order = order;
  }

  Activation activation() {
    return activation;
  }

  int order() {
    return order;
  }

  /** The series {@code value + direction * t}. */
  Series variable(Real value, Real direction) {
    return Series.variable(this, value, direction);
  }

  /** The series of {@code operator} applied to these reals, of which at least one is a series. */
  Series of(Operator operator, Real... xs) {
    Key key = new Key(operator, Arrays.stream(xs).map(Expansion::identity).toList());
    Series series = known.get(key);
    if (series == null) {
      series = Series.operation(this, operator, xs);
      known.put(key, series);
    }
    if (!deriving) {
      series.coefficient(order); // at once, so that long sums do not make deep recursions
    }
    return series;
  }

  /** The slope of {@code operator} as a series whose coefficients are computed when needed. */
  Real slope(Operator operator, int index, Real[] operands, Series result) {
    boolean before = deriving;
    deriving = true;
    try {
      return operator.slope(index, operands, result);
    } finally {
      deriving = before;
    }
  }

  /** The coefficients {@code [k][i]} of t^k of result i, for k from 0 to the order. */
  Real[][] coefficients(Real[] results) {
    Real[][] coefficients = new Real[order + 1][results.length];
    for (int i = 0; i < results.length; i++) {
      boolean own = activation.owns(results[i]);
      for (int k = 0; k <= order; k++) {
        coefficients[k][i] =
            own ? ((Series) results[i]).coefficient(k) : k == 0 ? results[i] : Real.constant(0);
      }
    }
    return coefficients;
  }

  /** Constants are equal by their bits, everything else is equal to itself alone. */
  private static Object identity(Real x) {
    return x.level() == 0 ? Double.doubleToRawLongBits(x.primal()) : new Same(x);
  }

  private record Key(Operator operator, List<Object> operands) {}

  private record Same(Real real) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Same same && same.real == real;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(real);
    }
  }
}
