package ad4j.verify;

import ad4j.engine.Differentiator;
import ad4j.engine.Engine;
import ad4j.engine.ForwardEngine;
import ad4j.engine.Mode;
import ad4j.engine.RealFunction;
import ad4j.engine.ReverseEngine;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.ArrayList;
import java.util.List;

/** The operator that is verified, and what verifies it. */
final class Subject {
  private final Operator operator;
  private final Differentiator differentiator;
  private final Points points;

  Subject(Operator operator, Differentiator differentiator) {
    this.operator = operator;
    this.differentiator = differentiator;
    points = new Points(operator);
  }

  Operator operator() {
    return operator;
  }

  Points points() {
    return points;
  }

  double value(double[] x) {
    return operator.value(x.clone());
  }

  /** The partial by argument {@code i}, on plain doubles. */
  double partial(int i, double[] x) {
    return operator.partial(i, x.clone(), value(x));
  }

  /** The partial by argument {@code i}: the rule itself, on constants. */
  double rule(int i, double[] x) {
    return operator.slope(i, Real.constants(x), Real.constant(value(x))).primal();
  }

  /** The operator as a function. */
  RealFunction function() {
    return x -> new Real[] {operator.of(x)};
  }

  /** The partial by argument {@code i} as a function. */
  RealFunction slope(int i) {
    return x -> new Real[] {operator.slope(i, x, operator.of(x))};
  }

  /** The modes for which there is an engine. */
  List<Mode> modes() {
    List<Mode> modes = new ArrayList<>();
    if (has(ForwardEngine.class)) {
      modes.add(Mode.FORWARD);
    }
    if (has(ReverseEngine.class)) {
      modes.add(Mode.REVERSE);
    }
    return modes;
  }

  private boolean has(Class<? extends Engine> kind) {
    return differentiator.engines().all().stream().anyMatch(kind::isInstance);
  }

  /** The gradient of {@code f} in this mode. */
  Differentiator.Vjp gradient(RealFunction f, Mode mode, double[] x) {
    return differentiator.in(mode).gradient(f, Real.constants(x));
  }

  /** Whether two numbers are equal, NaN to itself and 0 to -0. */
  static boolean same(double x, double y) {
    return x == y || (Double.isNaN(x) && Double.isNaN(y));
  }
}
