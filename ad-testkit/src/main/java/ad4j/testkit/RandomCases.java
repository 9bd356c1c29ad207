package ad4j.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import ad4j.CompiledFunction;
import ad4j.Differentiable;
import ad4j.engine.ForwardEngine;
import ad4j.engine.Mode;
import ad4j.engine.RealFunction;
import ad4j.op.Real;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Random expressions against complex steps, mode against mode, series against nesting. */
final class RandomCases {
  private static final int SEEDS = 150;
  private static final double TOLERANCE = 1e-9;

  private final Laboratory laboratory;
  private final List<EngineCase> cases = new ArrayList<>();

  RandomCases(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  /** What must hold of an expression at a point. */
  @FunctionalInterface
  private interface Property {
    boolean holds(RandomExpression expression, double[] x);
  }

  List<EngineCase> all() {
    for (Mode mode : laboratory.modes()) {
      String in = ", " + Laboratory.text(mode);
      add("gradients are those of complex steps" + in, Set.of(), (e, x) -> gradient(e, x, mode));
      add(
          "hessians are differences of complex steps" + in,
          Set.of(Capability.NESTING),
          (e, x) -> hessian(e, x, mode));
    }
    if (laboratory.has(ForwardEngine.class)) {
      add("series are nested derivatives", Set.of(Capability.NESTING), this::series);
    }
    add("a replay is a fresh recording", Set.of(Capability.RECORDING), this::replay);
    return cases;
  }

  private void add(String name, Set<Capability> needs, Property property) {
    cases.add(new EngineCase("random expressions: " + name, needs, () -> check(name, property)));
  }

  private static void check(String name, Property property) {
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomExpression expression = RandomExpression.of(seed);
      double[] x = expression.point(seed);
      Predicate<RandomExpression> fails =
          smaller -> tame(smaller, x) && !property.holds(smaller, x);
      if (fails.test(expression)) {
        fail(
            "%s: not so for seed %d at %s: %s"
                .formatted(name, seed, Arrays.toString(x), expression.shrunk(fails)));
      }
    }
  }

  /** Whether rounding leaves anything to compare: no huge numbers, no branch close by. */
  private static boolean tame(RandomExpression expression, double[] x) {
    double size = expression.at(Real.constants(x)).primal();
    double slope = Arrays.stream(expression.gradient(x)).map(Math::abs).sum();
    return Math.abs(size) < 1e4 && slope < 1e4;
  }

  private boolean gradient(RandomExpression expression, double[] x, Mode mode) {
    return close(expression.gradient(x), differentiable(expression, mode).gradient(x), TOLERANCE);
  }

  private boolean hessian(RandomExpression expression, double[] x, Mode mode) {
    double[][] hessian = differentiable(expression, mode).hessian(x);
    double h = 1e-5;
    for (int i = 0; i < x.length; i++) {
      double[] right = expression.gradient(moved(x, i, h));
      double[] left = expression.gradient(moved(x, i, -h));
      double[] slopes = new double[x.length];
      Arrays.setAll(slopes, j -> (right[j] - left[j]) / (2 * h));
      double scale = 1 + Arrays.stream(hessian[i]).map(Math::abs).max().orElse(0);
      if (!close(slopes, hessian[i], 1e-4 * scale)) {
        return false;
      }
    }
    return true;
  }

  private boolean series(RandomExpression expression, double[] x) {
    Laboratory.Univariate along =
        t -> {
          Real[] at = Real.constants(x);
          Arrays.setAll(at, i -> t.times(1 - 0.6 * i).plus(x[i]));
          return expression.at(at);
        };
    double[] series = laboratory.scalar(along, Mode.FORWARD).derivatives(3, 0);
    double[] nested = new double[4];
    Laboratory.Univariate f = along;
    for (int k = 0; k <= 3; k++) {
      nested[k] = f.at(Real.constant(0)).primal();
      Laboratory.Univariate inner = f;
      f = t -> laboratory.slope(inner, Mode.FORWARD, t);
    }
    double scale = 1 + Arrays.stream(nested).map(Math::abs).max().orElse(0);
    return close(nested, series, TOLERANCE * scale);
  }

  private boolean replay(RandomExpression expression, double[] x) {
    Differentiable f = differentiable(expression, Mode.AUTO);
    CompiledFunction compiled = f.compile();
    for (double factor : new double[] {1, -0.5, 0.9, 0}) {
      double[] at = Arrays.stream(x).map(each -> each * factor).toArray();
      if (!Arrays.equals(f.values(at), compiled.values(at))
          || !Arrays.equals(f.in(Mode.REVERSE).gradient(at), compiled.gradient(at))) {
        return false;
      }
    }
    return true;
  }

  private Differentiable differentiable(RandomExpression expression, Mode mode) {
    RealFunction f = x -> new Real[] {expression.at(x)};
    return laboratory.differentiable(f, mode);
  }

  private static double[] moved(double[] x, int i, double h) {
    double[] moved = x.clone();
    moved[i] += h;
    return moved;
  }

  private static boolean close(double[] expected, double[] found, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(expected[i] - found[i]) <= tolerance * Math.max(1, Math.abs(expected[i])))) {
        return false;
      }
    }
    return true;
  }
}
