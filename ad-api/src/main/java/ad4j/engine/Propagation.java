package ad4j.engine;

import ad4j.engine.Differentiator.Jacobian;
import ad4j.engine.Differentiator.Jvp;
import ad4j.engine.Differentiator.Vjp;
import ad4j.error.ShapeException;
import ad4j.op.Real;
import java.util.Arrays;

/** Directional derivatives and Jacobians by either primitive, reconciled where one is NaN. */
final class Propagation {
  private static final Real ZERO = Real.constant(0);
  private static final Real ONE = Real.constant(1);

  /** How many directions one forward pass carries at most: more would not fit the cache. */
  private static final int LANES = 64;

  private final Engines engines;

  Propagation(Engines engines) {
    this.engines = engines;
  }

  Jvp push(ForwardEngine engine, RealFunction f, Real[] x, Real[] direction) {
    Pushforward pushed = engine.pushforward(f, x, new Real[][] {direction});
    Real[] tangent = pushed.tangents()[0];
    if (anyNaN(tangent) && engines.has(ReverseEngine.class)) {
      fill(tangent, product(pullAll(engines.reverse(), f, x).partials(), direction));
    }
    return new Jvp(pushed.value(), tangent);
  }

  Jvp pushByPulling(ReverseEngine engine, RealFunction f, Real[] x, Real[] direction) {
    Jacobian jacobian = jacobian(engine, f, x);
    return new Jvp(jacobian.value(), product(jacobian.partials(), direction));
  }

  Vjp pull(ReverseEngine engine, RealFunction f, Real[] x, Real[] weights) {
    Vjp pulled;
    try (Pullback pullback = engine.pullback(f, x)) {
      requireWeights(pullback.value(), weights);
      pulled = new Vjp(pullback.value(), pullback.adjoints(weights));
    }
    Real[] adjoint = pulled.adjoint();
    if (anyNaN(adjoint) && engines.has(ForwardEngine.class)) {
      fill(
          adjoint,
          product(transposed(pushAll(engines.forward(), f, x).partials(), x.length), weights));
    }
    return pulled;
  }

  Vjp pullByPushing(ForwardEngine engine, RealFunction f, Real[] x, Real[] weights) {
    Jacobian jacobian = jacobian(engine, f, x);
    requireWeights(jacobian.value(), weights);
    return new Vjp(jacobian.value(), product(transposed(jacobian.partials(), x.length), weights));
  }

  Jacobian jacobian(Engine engine, RealFunction f, Real[] x) {
    Jacobian jacobian =
        switch (engine) {
          case ForwardEngine forward -> pushAll(forward, f, x);
          case ReverseEngine reverse -> pullAll(reverse, f, x);
        };
    return reconciled(jacobian, engine, f, x);
  }

  /** By whichever engine needs fewer passes, which the number of results decides. */
  Jacobian jacobian(RealFunction f, Real[] x) {
    try (Pullback pullback = engines.reverse().pullback(f, x)) {
      if (pullback.value().length <= x.length) {
        return reconciled(pullAll(pullback), engines.reverse(), f, x);
      }
    }
    return jacobian(engines.forward(), f, x);
  }

  private Jacobian reconciled(Jacobian jacobian, Engine engine, RealFunction f, Real[] x) {
    if (Arrays.stream(jacobian.partials()).noneMatch(Propagation::anyNaN)) {
      return jacobian;
    }
    Jacobian other =
        switch (engine) {
          case ForwardEngine forward ->
              engines.has(ReverseEngine.class) ? pullAll(engines.reverse(), f, x) : jacobian;
          case ReverseEngine reverse ->
              engines.has(ForwardEngine.class) ? pushAll(engines.forward(), f, x) : jacobian;
        };
    for (int i = 0; i < jacobian.partials().length; i++) {
      fill(jacobian.partials()[i], other.partials()[i]);
    }
    return jacobian;
  }

  Real[][] series(ForwardEngine engine, RealFunction f, Real x, int order) {
    Real[][] coefficients = engine.taylor(f, new Real[] {x}, new Real[] {ONE}, order);
    double factorial = 1;
    for (int k = 2; k <= order; k++) {
      factorial *= k;
      for (int i = 0; i < coefficients[k].length; i++) {
        coefficients[k][i] = coefficients[k][i].times(factorial);
      }
    }
    if (Arrays.stream(coefficients).anyMatch(Propagation::anyNaN)
        && engines.has(ReverseEngine.class)) {
      Real[][] other = nested(engines.reverse(), f, x, order);
      for (int k = 1; k <= order; k++) {
        fill(coefficients[k], other[k]);
      }
    }
    return coefficients;
  }

  Real[][] nested(Engine engine, RealFunction f, Real x, int order) {
    Real[][] results = new Real[order + 1][];
    RealFunction derivative = f;
    for (int k = 0; k <= order; k++) {
      results[k] = derivative.apply(new Real[] {x});
      RealFunction previous = derivative;
      derivative = at -> column(jacobian(engine, previous, at).partials());
    }
    return results;
  }

  private static Real[] column(Real[][] partials) {
    return Arrays.stream(partials).map(row -> row[0]).toArray(Real[]::new);
  }

  private static Jacobian pushAll(ForwardEngine engine, RealFunction f, Real[] x) {
    Real[][] unit = identity(x.length);
    Real[][] tangents = new Real[x.length][];
    Real[] value = x.length == 0 ? f.apply(x) : new Real[0];
    for (int from = 0; from < x.length; from += LANES) {
      int to = Math.min(x.length, from + LANES);
      Pushforward pushed = engine.pushforward(f, x, Arrays.copyOfRange(unit, from, to));
      value = pushed.value();
      System.arraycopy(pushed.tangents(), 0, tangents, from, to - from);
    }
    return new Jacobian(value, transposed(tangents, value.length));
  }

  private static Jacobian pullAll(ReverseEngine engine, RealFunction f, Real[] x) {
    try (Pullback pullback = engine.pullback(f, x)) {
      return pullAll(pullback);
    }
  }

  private static Jacobian pullAll(Pullback pullback) {
    Real[][] unit = identity(pullback.value().length);
    Real[][] partials = new Real[unit.length][];
    for (int i = 0; i < unit.length; i++) {
      partials[i] = pullback.adjoints(unit[i]);
    }
    return new Jacobian(pullback.value(), partials);
  }

  private static Real[][] identity(int n) {
    Real[][] rows = new Real[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(rows[i], ZERO);
      rows[i][i] = ONE;
    }
    return rows;
  }

  private static Real[][] transposed(Real[][] rows, int width) {
    Real[][] columns = new Real[width][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < width; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }

  private static Real[] product(Real[][] rows, Real[] vector) {
    Real[] sums = new Real[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sums[i] = ZERO;
      for (int j = 0; j < vector.length; j++) {
        sums[i] = sums[i].accumulate(vector[j].chain(rows[i][j]));
      }
    }
    return sums;
  }

  private static boolean anyNaN(Real[] numbers) {
    for (Real number : numbers) {
      if (Double.isNaN(number.primal())) {
        return true;
      }
    }
    return false;
  }

  private static void fill(Real[] numbers, Real[] others) {
    for (int i = 0; i < numbers.length; i++) {
      if (Double.isNaN(numbers[i].primal())) {
        numbers[i] = others[i];
      }
    }
  }

  private static void requireWeights(Real[] value, Real[] weights) {
    if (value.length != weights.length) {
      throw ShapeException.ofCount(
          "there must be", value.length, "weight", weights.length, "give one for each result");
    }
  }
}
