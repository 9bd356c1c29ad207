package ad4j.testkit;

import static ad4j.op.Comparison.EQUAL;
import static ad4j.op.Comparison.NOT_EQUAL;
import static ad4j.op.Real.constant;

import ad4j.op.OperatorLookup;
import ad4j.op.Real;
import java.util.HashMap;
import java.util.Map;

/** The expressions of the conventions, as functions on {@link Real}. */
final class Expressions {
  /** An expression of a point. */
  @FunctionalInterface
  interface Formula {
    Real at(Real[] x);
  }

  private final OperatorLookup operators;
  private final Map<String, Formula> all = new HashMap<>();

  Expressions(OperatorLookup operators) {
    this.operators = operators;
    addPiecewise();
    addPowers();
    addBranches();
    addOthers();
  }

  Formula named(String expression) {
    Formula formula = all.get(expression);
    if (formula == null) {
      throw new AssertionError("the test kit does not know the expression " + expression);
    }
    return formula;
  }

  private Real of(String operator, Real... xs) {
    return operators.named(operator).of(xs);
  }

  private void addPiecewise() {
    all.put("Math.max(0, x)", x -> of("max", constant(0), x[0]));
    all.put("Math.max(x, y)", x -> of("max", x[0], x[1]));
    all.put("Math.min(x, y)", x -> of("min", x[0], x[1]));
    all.put(
        "Math.min(1, Math.max(0, x))", x -> of("min", constant(1), of("max", constant(0), x[0])));
    all.put("relu(x)", x -> of("relu", x[0]));
    all.put("Math.abs(x)", x -> of("abs", x[0]));
    all.put("Math.sign(x)", x -> of("sign", x[0]));
    all.put("Math.floor(x)", x -> of("floor", x[0]));
    all.put("x % 3", x -> of("rem", x[0], constant(3)));
    all.put("x % y", x -> of("rem", x[0], x[1]));
  }

  private void addPowers() {
    all.put("Math.sqrt(x)", x -> of("sqrt", x[0]));
    all.put("Math.cbrt(x)", x -> of("cbrt", x[0]));
    all.put("Math.pow(x, y)", x -> of("pow", x[0], x[1]));
    all.put("Math.pow(x, 2)", x -> of("pow", x[0], constant(2)));
    all.put("Math.pow(x, 0.5)", x -> of("pow", x[0], constant(0.5)));
    all.put("x ** 3", x -> of("pow", x[0], constant(3)));
    all.put("0 * Math.sqrt(x)", x -> constant(0).times(of("sqrt", x[0])));
    all.put("x * Math.sqrt(x)", x -> x[0].times(of("sqrt", x[0])));
  }

  private void addBranches() {
    all.put("x > 0 ? Math.sqrt(x) : 0", x -> x[0].greaterThan(0) ? of("sqrt", x[0]) : constant(0));
    all.put("x < 1 ? x : Math.sqrt(x)", x -> x[0].lessThan(1) ? x[0] : of("sqrt", x[0]));
    all.put("x === 3 ? x * x : x", x -> x[0].is(EQUAL, constant(3)) ? x[0].times(x[0]) : x[0]);
    all.put("x ? x * x : 7", x -> x[0].is(NOT_EQUAL, constant(0)) ? x[0].times(x[0]) : constant(7));
  }

  private void addOthers() {
    all.put("Math.hypot(x, y)", x -> of("hypot", x[0], x[1]));
    all.put("Math.atan2(y, x)", x -> of("atan2", x[0], x[1]));
    all.put("xlogy(x, x)", x -> of("xlogy", x[0], x[0]));
    all.put("sinc(x)", x -> of("sinc", x[0]));
    all.put("logaddexp(x, y)", x -> of("logaddexp", x[0], x[1]));
    all.put("x * y * z", x -> x[0].times(x[1]).times(x[2]));
    all.put("Math.log(x)", x -> of("log", x[0]));
    all.put("1 / x", x -> constant(1).dividedBy(x[0]));
  }
}
