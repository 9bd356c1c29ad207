package ad4j.testkit;

import static ad4j.testkit.Elementary.COS;
import static ad4j.testkit.Elementary.EXP;
import static ad4j.testkit.Elementary.LOG;
import static ad4j.testkit.Elementary.RAMP;
import static ad4j.testkit.Elementary.SIN;
import static ad4j.testkit.Elementary.SQRT;
import static ad4j.testkit.Elementary.SQUARES;

import ad4j.engine.RealFunction;
import ad4j.op.Real;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The functions that every engine is tried at, with their derivatives as plain Java. */
final class Scenarios {
  private final List<Scenario> all = new ArrayList<>();

  private Scenarios() {
    addArithmetic();
    addWorkedExamples();
    addElementary();
    addSeveralResults();
    addOddities();
  }

  static List<Scenario> all() {
    return List.copyOf(new Scenarios().all);
  }

  private void addArithmetic() {
    scalar(
        "x * y",
        x -> x[0].times(x[1]),
        x -> row(x[1], x[0]),
        x -> rows(row(0, 1), row(1, 0)),
        row(2, 3),
        row(-1.5, 0));
    scalar(
        "x / y",
        x -> x[0].dividedBy(x[1]),
        x -> row(1 / x[1], -x[0] / (x[1] * x[1])),
        x ->
            rows(
                row(0, -1 / (x[1] * x[1])),
                row(-1 / (x[1] * x[1]), 2 * x[0] / (x[1] * x[1] * x[1]))),
        row(3, -2),
        row(0, 0.25));
    scalar(
        "a repeated input: x * x * x - x",
        x -> x[0].times(x[0]).times(x[0]).minus(x[0]),
        x -> row(3 * x[0] * x[0] - 1),
        x -> rows(row(6 * x[0])),
        row(2),
        row(-0.5));
    scalar(
        "Rosenbrock",
        x -> x[1].minus(x[0].square()).square().times(100).plus(constant(1).minus(x[0]).square()),
        x -> row(-400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]), 200 * (x[1] - x[0] * x[0])),
        x -> rows(row(1200 * x[0] * x[0] - 400 * x[1] + 2, -400 * x[0]), row(-400 * x[0], 200)),
        row(-1.2, 1),
        row(1, 1));
  }

  private void addWorkedExamples() {
    scalar(
        "y - max(0, w * x + b)",
        x -> x[0].minus(RAMP.of(x[1].times(x[2]).plus(x[3]))),
        x -> row(1, -1 * x[2], -1 * x[1], -1),
        x -> rows(row(0, 0, 0, 0), row(0, 0, -1, 0), row(0, -1, 0, 0), row(0, 0, 0, 0)),
        row(5, 2, 1, 1));
    scalar(
        "sin(x * y) + cos(x * y)",
        x -> {
          Real r = x[0].times(x[1]);
          return SIN.of(r).plus(COS.of(r));
        },
        x -> row(x[1] * slope(x), x[0] * slope(x)),
        x ->
            rows(
                row(-x[1] * x[1] * wave(x), slope(x) - x[0] * x[1] * wave(x)),
                row(slope(x) - x[0] * x[1] * wave(x), -x[0] * x[0] * wave(x))),
        row(2, 3),
        row(0.3, -1.1));
    scalar(
        "3 * (a * a + b * c)",
        x -> constant(3).times(x[0].times(x[0]).plus(x[1].times(x[2]))),
        x -> row(6 * x[0], 3 * x[2], 3 * x[1]),
        x -> rows(row(6, 0, 0), row(0, 0, 3), row(0, 3, 0)),
        row(2, 3, 4));
  }

  private static double slope(double[] x) {
    return Math.cos(x[0] * x[1]) - Math.sin(x[0] * x[1]);
  }

  private static double wave(double[] x) {
    return Math.sin(x[0] * x[1]) + Math.cos(x[0] * x[1]);
  }

  private void addElementary() {
    scalar(
        "exp(-x * x)",
        x -> EXP.of(x[0].square().negate()),
        x -> row(-2 * x[0] * Math.exp(-x[0] * x[0])),
        x -> rows(row((4 * x[0] * x[0] - 2) * Math.exp(-x[0] * x[0]))),
        row(0.7),
        row(0));
    scalar(
        "log(x) * sqrt(y)",
        x -> LOG.of(x[0]).times(SQRT.of(x[1])),
        x -> row(Math.sqrt(x[1]) / x[0], Math.log(x[0]) / (2 * Math.sqrt(x[1]))),
        x ->
            rows(
                row(-Math.sqrt(x[1]) / (x[0] * x[0]), 1 / (2 * x[0] * Math.sqrt(x[1]))),
                row(
                    1 / (2 * x[0] * Math.sqrt(x[1])),
                    -Math.log(x[0]) / (4 * x[1] * Math.sqrt(x[1])))),
        row(2.5, 1.7));
    scalar(
        "one operator of many arguments: a * a + b * b + 4 + a * a",
        x -> SQUARES.of(x[0], x[1], constant(2), x[0]),
        x -> row(4 * x[0], 2 * x[1]),
        x -> rows(row(4, 0), row(0, 2)),
        row(1.5, -2));
    scalar(
        "a branch: x < 1 ? x * x : 2 * x - 1",
        x -> x[0].lessThan(1) ? x[0].square() : x[0].times(2).minus(1),
        x -> row(x[0] < 1 ? 2 * x[0] : 2),
        x -> rows(row(x[0] < 1 ? 2 : 0)),
        row(0.5),
        row(3));
  }

  private void addSeveralResults() {
    several(
        "polar coordinates",
        x -> new Real[] {x[0].times(COS.of(x[1])), x[0].times(SIN.of(x[1]))},
        x ->
            rows(
                row(Math.cos(x[1]), -x[0] * Math.sin(x[1])),
                row(Math.sin(x[1]), x[0] * Math.cos(x[1]))),
        row(2, 0.6));
    several(
        "more results than inputs",
        x -> new Real[] {x[0], x[0].square(), x[0].negate(), EXP.of(x[0])},
        x -> rows(row(1), row(2 * x[0]), row(-1), row(Math.exp(x[0]))),
        row(0.4));
    several(
        "the same real as two results",
        x -> {
          Real product = x[0].times(x[1]);
          return new Real[] {product, product};
        },
        x -> rows(row(x[1], x[0]), row(x[1], x[0])),
        row(3, 4));
    several("no result", x -> new Real[0], x -> rows(), row(3, 4));
  }

  private void addOddities() {
    scalar(
        "an unused input",
        x -> x[0].square(),
        x -> row(2 * x[0], 0),
        x -> rows(row(2, 0), row(0, 0)),
        row(3, 4),
        row(3, Double.NaN));
    scalar(
        "a constant function",
        x -> constant(7),
        x -> row(0, 0),
        x -> rows(row(0, 0), row(0, 0)),
        row(3, 4));
    scalar("no input at all", x -> constant(7), x -> row(), x -> rows(), row());
    several(
        "the array of inputs itself as the result",
        x -> x,
        x -> rows(row(1, 0), row(0, 1)),
        row(3, 4));
    scalar(
        "a function that overwrites its array",
        x -> {
          x[0] = x[0].times(x[1]);
          x[1] = x[0].times(x[0]);
          return x[1];
        },
        x -> row(2 * x[0] * x[1] * x[1], 2 * x[0] * x[0] * x[1]),
        x -> rows(row(2 * x[1] * x[1], 4 * x[0] * x[1]), row(4 * x[0] * x[1], 2 * x[0] * x[0])),
        row(3, -2));
  }

  @FunctionalInterface
  private interface Formula {
    Real at(Real[] x);
  }

  private void scalar(
      String name,
      Formula f,
      Function<double[], double[]> gradient,
      Function<double[], double[][]> hessian,
      double[]... points) {
    all.add(
        new Scenario(
            name,
            x -> new Real[] {f.at(x)},
            x -> rows(gradient.apply(x)),
            hessian,
            List.of(points)));
  }

  private void several(
      String name, RealFunction f, Function<double[], double[][]> jacobian, double[]... points) {
    all.add(new Scenario(name, f, jacobian, null, List.of(points)));
  }

  private static Real constant(double value) {
    return Real.constant(value);
  }

  private static double[] row(double... numbers) {
    return numbers;
  }

  private static double[][] rows(double[]... rows) {
    return rows;
  }
}
