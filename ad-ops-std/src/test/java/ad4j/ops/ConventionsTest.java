package ad4j.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.op.Edge;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The project's conventions at kinks, ties and poles: edges.csv, row by row. */
class ConventionsTest {
  private static final Map<String, Function<Real[], Real>> EXPRESSIONS =
      Map.ofEntries(
          Map.entry("Math.max(0, x)", v -> call("max", Real.constant(0), v[0])),
          Map.entry("Math.max(x, y)", v -> call("max", v)),
          Map.entry("Math.min(x, y)", v -> call("min", v)),
          Map.entry("relu(x)", v -> call("relu", v)),
          Map.entry("Math.abs(x)", v -> call("abs", v)),
          Map.entry("Math.sign(x)", v -> call("sign", v)),
          Map.entry("Math.floor(x)", v -> call("floor", v)),
          Map.entry("Math.sqrt(x)", v -> call("sqrt", v)),
          Map.entry("Math.cbrt(x)", v -> call("cbrt", v)),
          Map.entry("Math.pow(x, y)", v -> call("pow", v)),
          Map.entry("Math.pow(x, 2)", v -> call("pow", v[0], Real.constant(2))),
          Map.entry("Math.pow(x, 0.5)", v -> call("pow", v[0], Real.constant(0.5))),
          Map.entry("x ** 3", v -> call("pow", v[0], Real.constant(3))),
          Map.entry("Math.hypot(x, y)", v -> call("hypot", v)),
          Map.entry("Math.atan2(y, x)", v -> call("atan2", v)),
          Map.entry("0 * Math.sqrt(x)", v -> call("sqrt", v).times(0)),
          Map.entry("x * Math.sqrt(x)", v -> v[0].times(call("sqrt", v))),
          Map.entry("xlogy(x, x)", v -> call("xlogy", v[0], v[0])),
          Map.entry("sinc(x)", v -> call("sinc", v)),
          Map.entry("logaddexp(x, y)", v -> call("logaddexp", v)),
          Map.entry(
              "Math.min(1, Math.max(0, x))",
              v -> call("min", Real.constant(1), call("max", Real.constant(0), v[0]))),
          Map.entry("x % 3", v -> call("rem", v[0], Real.constant(3))),
          Map.entry("x % y", v -> call("rem", v)),
          Map.entry("x * y * z", v -> v[0].times(v[1]).times(v[2])),
          Map.entry("Math.log(x)", v -> call("log", v)),
          Map.entry("1 / x", v -> v[0].reciprocal()));

  private static final Set<String> OF_SCRIPTS =
      Set.of(
          "x > 0 ? Math.sqrt(x) : 0",
          "x < 1 ? x : Math.sqrt(x)",
          "x === 3 ? x * x : x",
          "x ? x * x : 7");

  private record Row(String expression, double[] at, double value, double[] partials) {
    static Row of(String line) {
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cells[i].replace("\"", "");
      }
      return new Row(cells[0], numbers(cells[2]), Double.parseDouble(cells[3]), numbers(cells[4]));
    }

    private static double[] numbers(String cell) {
      return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
  }

  private static Real call(String operator, Real... xs) {
    return Catalogue.named(operator).of(xs);
  }

  private static List<Row> rows() {
    return Reference.lines("edges.csv").stream().skip(1).map(Row::of).toList();
  }

  @TestFactory
  Stream<DynamicTest> everyConventionHolds() {
    return rows().stream()
        .filter(row -> !OF_SCRIPTS.contains(row.expression()))
        .map(row -> DynamicTest.dynamicTest(row.toString(), () -> check(row)));
  }

  private static void check(Row row) {
    Function<Real[], Real> f = EXPRESSIONS.get(row.expression());
    assertEquals(row.value(), TestDual.partial(f, row.at()) + 0.0, row.expression());
    for (int i = 0; i < row.at().length; i++) {
      double actual = TestDual.partial(f, row.at(), i) + 0.0; // -0 is as good as 0
      assertEquals(row.partials()[i], actual, row.expression() + " by argument " + i);
    }
  }

  @Test
  void everyRowIsCheckedHereOrInScripts() {
    Set<String> unknown = rows().stream().map(Row::expression).collect(Collectors.toSet());
    unknown.removeAll(EXPRESSIONS.keySet());
    assertEquals(OF_SCRIPTS, unknown);
  }

  @TestFactory
  Stream<DynamicTest> everyDeclaredEdgeHolds() {
    return Catalogue.ALL.all().stream()
        .filter(operator -> !operator.edges().isEmpty())
        .map(operator -> DynamicTest.dynamicTest(operator.name(), () -> checkEdges(operator)));
  }

  private static void checkEdges(Operator operator) {
    for (Edge edge : operator.edges()) {
      double[] at = edge.at().stream().mapToDouble(Double::doubleValue).toArray();
      assertEquals(edge.value(), operator.value(at) + 0.0, operator + " at " + edge.at());
      for (int i = 0; i < at.length; i++) {
        String where = operator + " at " + edge.at() + " by argument " + i;
        double slope = TestDual.partial(operator::of, at, i) + 0.0;
        assertEquals(edge.slopes().get(i), slope, where);
      }
    }
  }

  @Test
  void aTieOfThreeSharesTheSlopeEqually() {
    double[] at = {2, 2, 1, 2};
    for (int i = 0; i < at.length; i++) {
      double share = i == 2 ? 0 : 1.0 / 3;
      assertEquals(share, TestDual.partial(Catalogue.named("max")::of, at, i));
    }
    Function<Real[], Real> thrice = v -> call("max", v[0], v[0], v[0]);
    assertEquals(1, TestDual.partial(thrice, new double[] {2}, 0));
    Function<Real[], Real> least = v -> call("min", v[0], v[0], v[0]);
    assertEquals(1, TestDual.partial(least, new double[] {2}, 0));
  }

  @Test
  void aNotANumberIsNeverTurnedIntoASlope() {
    Set<String> finite = new TreeSet<>();
    for (Operator operator : Catalogue.ALL.all()) {
      if (operator.arity() == 1 && Double.isNaN(operator.value(Double.NaN))) {
        double slope = TestDual.partial(operator::of, new double[] {Double.NaN}, 0);
        if (!Double.isNaN(slope)) {
          finite.add(operator.name());
        }
      }
    }
    Set<String> constantSlope =
        Set.of(
            "ceil",
            "f16round",
            "floor",
            "fround",
            "heaviside",
            "neg",
            "round",
            "sign",
            "stopGradient",
            "trunc");
    assertEquals(constantSlope, finite);
    for (String name : List.of("max", "min", "hypot")) {
      double slope = TestDual.partial(Catalogue.named(name)::of, new double[] {1, Double.NaN}, 0);
      assertTrue(Double.isNaN(slope), name);
    }
  }

  @Test
  void theEndOfADomainAtMinusZeroIsThatAtZero() {
    for (String name : List.of("log", "log2", "log10", "sqrt", "logit")) {
      double slope = TestDual.partial(Catalogue.named(name)::of, new double[] {-0.0}, 0);
      assertEquals(Double.POSITIVE_INFINITY, slope, name);
    }
  }
}
