package com.example.adplugin;

import static ad4j.op.Arithmetic.SHARE;
import static ad4j.op.Operator.unary;
import static ad4j.op.Operator.variadic;
import static ad4j.op.Real.constant;

import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.OperatorLookup;
import ad4j.op.OperatorProvider;
import ad4j.op.UnaryOperator;
import java.util.Arrays;
import java.util.List;

/** Four operators, one of each kind that a plugin may want to add. */
public final class ExampleOperators implements OperatorProvider {
  /** A smooth operator. Its slope is the simplest in terms of its own result, {@code y}. */
  private static final UnaryOperator LORENTZ =
      unary("lorentz")
          .value(x -> 1 / (1 + x * x))
          .slope((x, y) -> x.times(y.square()).times(-2))
          .doc("1 / (1 + x * x), the curve of Lorentz, Runge and Agnesi.");

  private static final double THRESHOLD = 0.5;

  /** An operator with two kinks; there its slope is the mean of the slopes on both sides. */
  private static final UnaryOperator SOFTSHRINK =
      unary("softshrink")
          .value(x -> x > THRESHOLD ? x - THRESHOLD : x < -THRESHOLD ? x + THRESHOLD : 0 * x)
          .slope((x, y) -> SHARE.of(x.square(), constant(THRESHOLD * THRESHOLD)))
          .edge(-THRESHOLD, 0, 0.5)
          .edge(THRESHOLD, 0, 0.5)
          .kink(-THRESHOLD)
          .kink(THRESHOLD)
          .doc("x pulled towards 0 by a half, and 0 for what is smaller than that.");

  /** For {@code ServiceLoader}. */
  public ExampleOperators() {}

  @Override
  public String name() {
    return "example operators";
  }

  @Override
  public List<Operator> operators(OperatorLookup others) {
    return List.of(LORENTZ, SOFTSHRINK, logcosh(others), logsumexp(others));
  }

  /** An operator whose slope is an operator of another provider, which is asked when needed. */
  private static UnaryOperator logcosh(OperatorLookup others) {
    return unary("logcosh")
        .value(x -> Math.abs(x) + Math.log1p(Math.exp(-2 * Math.abs(x))) - Math.log(2))
        .slope((x, y) -> others.named("tanh").of(x))
        .doc("log(cosh(x)), without overflow.");
  }

  /** An operator of any number of arguments: its slope is told which one it is asked for. */
  private static NaryOperator logsumexp(OperatorLookup others) {
    return variadic("logsumexp")
        .value(ExampleOperators::logsumexp)
        .slope((index, xs, y) -> others.named("exp").of(xs[index].minus(y)))
        .doc("log(exp(x1) + exp(x2) + …), without overflow; -Infinity of nothing.");
  }

  private static double logsumexp(double[] xs) {
    double max = Arrays.stream(xs).reduce(Double.NEGATIVE_INFINITY, Math::max);
    return Double.isInfinite(max)
        ? max
        : max + Math.log(Arrays.stream(xs).map(x -> Math.exp(x - max)).sum());
  }
}
