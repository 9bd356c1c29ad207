package ad4j.check;

import static ad4j.op.Operator.unary;
import static ad4j.op.Real.constant;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Ad;
import ad4j.RealsToReal;
import ad4j.error.ShapeException;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GradientCheckTest {
  private static final Operator SIN = Ad.operator("sin");
  private static final Operator COS = Ad.operator("cos");
  private static final Operator EXP = Ad.operator("exp");
  private static final Operator LOG = Ad.operator("log");
  private static final Operator SQRT = Ad.operator("sqrt");
  private static final Operator CBRT = Ad.operator("cbrt");
  private static final Operator ABS = Ad.operator("abs");
  private static final Operator POW = Ad.operator("pow");
  private static final Operator TANH = Ad.operator("tanh");
  private static final Operator MAX = Ad.operator("max");
  private static final Operator RELU = Ad.operator("relu");
  private static final Operator SIGN = Ad.operator("sign");
  private static final Operator FLOOR = Ad.operator("floor");

  /** A function, a point, and what the check must say of each partial. */
  record Row(String name, Verdict verdict, RealsToReal f, double... x) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row right(String name, RealsToReal f, double... x) {
    return new Row(name, Verdict.AGREES, f, x);
  }

  static Stream<Row> smooth() {
    return Stream.of(
        right("exp(x^2) at 5", x -> EXP.of(x[0].square()), 5),
        right("exp(x^2) at 20", x -> EXP.of(x[0].square()), 20),
        right("sin(1000 x)", x -> SIN.of(x[0].times(1e3)), 0.7),
        right("sin(2 pi 1024 x)", x -> SIN.of(x[0].times(2048 * Math.PI)), 0.3),
        right("sin(1e8 x) at 1", x -> SIN.of(x[0].times(1e8)), 1),
        right("sin(1e8 x) at 1e-8", x -> SIN.of(x[0].times(1e8)), 1e-8),
        right("sqrt near 0", x -> SQRT.of(x[0]), 1e-6),
        right("sqrt nearer 0", x -> SQRT.of(x[0]), 1e-12),
        right("log near 0", x -> LOG.of(x[0]), 1e-9),
        right("square of a small input", x -> x[0].square(), 1e-8),
        right("quotient of small inputs", x -> x[0].dividedBy(x[1]), 1e-8, 3e-8),
        right("square of a large input", x -> x[0].square(), 1e8),
        right("sin at 1e8", x -> SIN.of(x[0]), 1e8),
        right("quotient of large inputs", x -> x[0].dividedBy(x[1]), 1e8, 3e8),
        right("mixed sizes", x -> x[0].times(x[1]), 1e-8, 1e8),
        right("a constant", x -> constant(3), 2),
        right("zero", x -> constant(0), 2),
        right("x - x", x -> x[0].minus(x[0]), 2),
        right("an unused input", x -> x[1].square(), 1, 2),
        right("square at 0", x -> x[0].square(), 0),
        right("cube at 0", x -> POW.of(x[0], constant(3)), 0),
        right("cos at 0", x -> COS.of(x[0]), 0),
        right("identity", x -> x[0], 1e-300),
        right("steep reciprocal", x -> x[0].reciprocal(), 1e-5),
        right("cubic root", x -> CBRT.of(x[0]), -1e-3),
        right("saturated tanh", x -> TANH.of(x[0]), 18),
        right("abs beside its kink", x -> ABS.of(x[0]), 1e-3),
        right("floor beside its jump", x -> FLOOR.of(x[0]).plus(x[0]), 2.999),
        right("cancellation", x -> x[0].plus(1e9).minus(1e9), 1),
        right("log(1 + x) at 1e-17", x -> LOG.of(x[0].plus(1)), 1e-17),
        right("rosenbrock", GradientCheckTest::rosenbrock, -1.2, 1, 0.5),
        right("x sin(1/x)", x -> x[0].times(SIN.of(x[0].reciprocal())), 0.05),
        right("pow at its end", x -> POW.of(x[0], constant(1.5)), 0));
  }

  private static Real rosenbrock(Real... x) {
    Real sum = constant(0);
    for (int i = 0; i + 1 < x.length; i++) {
      Real a = x[i + 1].minus(x[i].square());
      sum = sum.plus(a.square().times(100)).plus(constant(1).minus(x[i]).square());
    }
    return sum;
  }

  static Stream<Row> rough() {
    return Stream.of(
        new Row("abs at 0", Verdict.KINK, x -> ABS.of(x[0]), 0),
        new Row("relu at 0", Verdict.KINK, x -> RELU.of(x[0]), 0),
        new Row("max at a tie", Verdict.KINK, x -> MAX.of(x[0], x[1]), 3, 3),
        new Row("abs at a large kink", Verdict.KINK, x -> ABS.of(x[0].minus(1e8)), 1e8),
        new Row("sign at 0", Verdict.UNDEFINED, x -> SIGN.of(x[0]), 0),
        new Row("floor at 2", Verdict.UNDEFINED, x -> FLOOR.of(x[0]), 2),
        new Row("sqrt at 0", Verdict.UNDEFINED, x -> SQRT.of(x[0]), 0),
        new Row("cbrt at 0", Verdict.UNDEFINED, x -> CBRT.of(x[0]), 0),
        new Row("log of a negative number", Verdict.UNDEFINED, x -> LOG.of(x[0]), -1));
  }

  @ParameterizedTest
  @MethodSource({"smooth", "rough"})
  void aRightFunctionPasses(Row row) {
    CheckReport report = GradientCheck.at(Ad.multivariate(row.f()), row.x());
    assertEquals(
        Map.of(row.verdict(), row.x().length), report.counts(), () -> report.partials().toString());
    assertTrue(report.passed());
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void aSlopeThatIsAThousandthOffIsCaught(Row row) {
    RealsToReal wrong = x -> row.f().at(x).plus(planted(1e-3).of(row.f().at(x)));
    double[] x = row.x();
    double steepest = 0;
    for (double slope : Ad.multivariate(row.f()).gradient(x)) {
      steepest = Math.max(steepest, Math.abs(slope));
    }
    CheckReport report = GradientCheck.at(Ad.multivariate(wrong), x);
    boolean visible = steepest > 1e-12; // tanh(18) is flat but for its last bits
    assertEquals(!visible, report.passed(), () -> report.partials().toString());
  }

  /** An operator with value 0 and a slope that is not. */
  private static UnaryOperator planted(double slope) {
    return unary("planted").value(x -> 0 * x).slope((x, y) -> constant(slope)).doc("Wrong.");
  }

  @Test
  void aPlantedWrongRuleIsCaught() {
    UnaryOperator wrong =
        unary("wrongsin").value(Math::sin).slope((x, y) -> SIN.of(x)).doc("Wrong.");
    CheckReport report = GradientCheck.at(Ad.multivariate(x -> wrong.of(x[0]).times(x[1])), 1, 2);
    assertFalse(report.passed());
    PartialCheck partial = report.with(Verdict.DISAGREES).getFirst();
    assertEquals(0, partial.input());
    assertEquals(2 * Math.cos(1), partial.numeric(), 1e-9);
    assertEquals(2 * Math.sin(1), partial.forward(), 1e-15);
    assertEquals(2 * Math.sin(1), partial.reverse(), 1e-15);
    assertTrue(partial.message().startsWith("∂f/∂x[0] at x[0] = 1.0: differences give"));
    assertEquals(1, report.with(Verdict.AGREES).size());
  }

  @Test
  void messagesNameTheInputs() {
    var f = Ad.vectorValued(x -> new Real[] {x[0].times(x[1]), x[1]});
    CheckReport report = GradientCheck.at(f, List.of("a", "b"), 2, 3);
    assertEquals(
        List.of("∂f[0]/∂a at a = 2.0", "∂f[0]/∂b at b = 3.0"),
        report.partials().subList(0, 2).stream().map(p -> p.message().split(":", 2)[0]).toList());
    assertThrows(ShapeException.class, () -> GradientCheck.at(f, List.of("a"), 2, 3));
  }

  @Test
  void aSlopeThatIsNaNWithoutReasonIsCaught() {
    UnaryOperator wrong =
        unary("nansin").value(Math::sin).slope((x, y) -> constant(Double.NaN)).doc("Wrong.");
    assertFalse(GradientCheck.at(Ad.univariate(x -> wrong.of(x)), 1).passed());
  }

  @Test
  void aSlopeBesideBothSidesOfAKinkIsCaught() {
    UnaryOperator wrong =
        unary("wrongabs").value(x -> Math.abs(x)).slope((x, y) -> constant(2)).doc("Wrong.");
    CheckReport report = GradientCheck.at(Ad.univariate(x -> wrong.of(x)), 0);
    assertTrue(report.with(Verdict.DISAGREES).getFirst().message().contains("not between them"));
  }

  @Test
  void aKinkIsReportedWithBothSlopes() {
    PartialCheck kink =
        GradientCheck.at(Ad.univariate(x -> ABS.of(x).times(3)), 0).with(Verdict.KINK).getFirst();
    assertEquals(-3, kink.left(), 1e-9);
    assertEquals(3, kink.right(), 1e-9);
    assertTrue(kink.message().contains("the partial is their mean"), kink.message());
  }

  @Test
  void allResultsAreChecked() {
    CheckReport report =
        GradientCheck.at(Ad.vectorValued(x -> new Real[] {x[0].times(x[1]), SIN.of(x[0])}), 2, 3);
    assertEquals(Map.of(Verdict.AGREES, 4), report.counts());
    assertEquals(
        List.of("00", "01", "10", "11"),
        report.partials().stream().map(each -> "" + each.output() + each.input()).toList());
  }

  @Test
  void aFunctionMayRefusePointsBeside() {
    RealsToReal picky =
        x -> {
          if (x[0].lessThan(1)) {
            throw new IllegalArgumentException("too small");
          }
          return x[0].square();
        };
    CheckReport report = GradientCheck.at(Ad.multivariate(picky), 1);
    assertEquals(Map.of(Verdict.AGREES, 1), report.counts(), report.partials().toString());
  }

  @Test
  void randomPointsAreTheSameForTheSameSeed() {
    var f = Ad.multivariate(GradientCheckTest::rosenbrock);
    double[] low = {-2, -2, 1e8};
    double[] high = {2, 2, 1e8 + 1};
    List<CheckReport> first = GradientCheck.random(f, low, high, 20, 42);
    List<CheckReport> again = GradientCheck.random(f, low, high, 20, 42);
    assertEquals(20, first.size());
    for (int i = 0; i < first.size(); i++) {
      assertTrue(first.get(i).passed(), first.get(i).partials().toString());
      assertArrayEquals(first.get(i).x(), again.get(i).x());
    }
  }

  @Test
  void manyRandomPointsOfManyFunctionsRaiseNoAlarm() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (RealsToReal f :
        List.<RealsToReal>of(GradientCheckTest::tangled, GradientCheckTest::hinge)) {
      for (CheckReport report :
          GradientCheck.random(
              Ad.multivariate(f), new double[] {-3, -3}, new double[] {3, 3}, 200, 7)) {
        report.counts().forEach((verdict, count) -> counts.merge(verdict, count, Integer::sum));
        assertTrue(report.passed(), () -> report.partials().toString());
      }
    }
    assertTrue(counts.getOrDefault(Verdict.AGREES, 0) > 790, counts.toString());
  }

  private static Real tangled(Real... x) {
    return EXP.of(SIN.of(x[0].times(x[1]).times(9))).times(TANH.of(x[0].minus(x[1])));
  }

  private static Real hinge(Real... x) {
    return MAX.of(x[0].times(x[1]), SIN.of(x[0]), constant(0.1)).plus(ABS.of(x[1]));
  }

  @Test
  void whatCannotBeCheckedIsRefused() {
    var f = Ad.multivariate(x -> constant(1));
    assertThrows(ShapeException.class, () -> GradientCheck.at(f));
    assertThrows(
        ShapeException.class, () -> GradientCheck.random(f, new double[1], new double[2], 1, 0));
  }
}
