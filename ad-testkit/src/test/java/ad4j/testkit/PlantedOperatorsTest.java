package ad4j.testkit;

import static ad4j.op.Operator.binary;
import static ad4j.op.Operator.nary;
import static ad4j.op.Operator.unary;
import static ad4j.op.Operator.variadic;
import static ad4j.op.Real.constant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ad4j.Installation;
import ad4j.op.Domain;
import ad4j.op.Kink;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.verify.Aspect;
import ad4j.verify.Finding;
import ad4j.verify.OperatorVerification;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Operators with one mistake each, all of which the verification must find; and sound ones. */
final class PlantedOperatorsTest {
  /** A mistake, and in what respect it is to be found. */
  private record Planted(String mistake, Aspect aspect, Operator operator) {}

  @TestFactory
  Stream<DynamicTest> everyMistakeIsFound() {
    return Stream.of(slopes(), kinksAndDomains(), failures(), purity(), words())
        .flatMap(List::stream)
        .map(planted -> dynamicTest(planted.mistake, () -> requireFound(planted)));
  }

  private static List<Planted> slopes() {
    return List.of(
        new Planted(
            "the slopes of a product swapped",
            Aspect.SLOPE,
            binary("swapped")
                .value((x, y) -> x * y)
                .slopes((x, y, z) -> x, (x, y, z) -> y)
                .doc("x * y.")),
        new Planted(
            "a slope off by a millionth",
            Aspect.SLOPE,
            unary("nearly")
                .value(Math::sin)
                .slope((x, y) -> Elementary.COS.of(x).times(1.000001))
                .doc("Sine.")),
        new Planted(
            "a slope that is right for positive arguments only",
            Aspect.SLOPE,
            unary("half").value(Math::abs).slope((x, y) -> constant(1)).kink(0).doc("|x|.")),
        new Planted(
            "one slope of many forgotten",
            Aspect.SLOPE,
            variadic("forgotten")
                .value(xs -> Elementary.SQUARES.value(xs))
                .slope((i, xs, y) -> i == 2 ? constant(0) : xs[i].times(2))
                .doc("Sum of squares.")),
        new Planted(
            "a slope computed on plain numbers, so that it has no slope itself",
            Aspect.SECOND_SLOPE,
            unary("opaque")
                .value(Math::sin)
                .slope((x, y) -> constant(Math.cos(x.primal())))
                .doc("Sine.")),
        new Planted(
            "a slope that depends on whether its argument is a constant",
            Aspect.PARTIALS,
            unary("capricious")
                .value(Math::sin)
                .slope(
                    (x, y) -> x.level() == 0 ? Elementary.COS.of(x).plus(1) : Elementary.COS.of(x))
                .doc("Sine.")));
  }

  private static List<Planted> kinksAndDomains() {
    return List.of(
        new Planted(
            "a kink not declared",
            Aspect.KINKS,
            unary("kinked")
                .value(x -> Math.max(x, 0))
                .slope((x, y) -> Elementary.STEP.of(x))
                .doc("max(0, x).")),
        new Planted(
            "a kink at a tie not declared",
            Aspect.KINKS,
            binary("tied")
                .value(Math::max)
                .slopes(
                    (x, y, z) -> ad4j.op.Arithmetic.SHARE.of(x, y),
                    (x, y, z) -> ad4j.op.Arithmetic.SHARE.of(y, x))
                .doc("The greater.")),
        new Planted(
            "a jump not declared",
            Aspect.KINKS,
            unary("jumping").value(Math::floor).slope((x, y) -> constant(0)).doc("Floor.")),
        new Planted(
            "a domain not declared",
            Aspect.TOTALITY,
            unary("unbounded").value(Math::log).slope((x, y) -> x.reciprocal()).doc("Log.")),
        new Planted(
            "an empty domain",
            Aspect.DECLARATION,
            unary("nowhere")
                .value(x -> x)
                .slope((x, y) -> constant(1))
                .domain(Domain.between(1, 1))
                .doc("x.")),
        new Planted(
            "an edge with a wrong value",
            Aspect.EDGES,
            unary("edge")
                .value(x -> x * x)
                .slope((x, y) -> x.times(2))
                .edge(2, 5, 4)
                .doc("x * x.")),
        new Planted(
            "an edge with a wrong slope",
            Aspect.EDGES,
            unary("edge")
                .value(x -> x * x)
                .slope((x, y) -> x.times(2))
                .edge(2, 4, 5)
                .doc("x * x.")));
  }

  private static List<Planted> failures() {
    return List.of(
        new Planted(
            "a value that throws on negative arguments",
            Aspect.TOTALITY,
            unary("throwing")
                .value(x -> Math.sqrt(required(x)))
                .slope((x, y) -> y.reciprocal())
                .domain(Domain.above(0))
                .doc("Root.")),
        new Planted(
            "a slope that throws",
            Aspect.TOTALITY,
            unary("failing").value(x -> x).slope((x, y) -> constant(required(-1))).doc("x.")),
        new Planted(
            "a slope that is null",
            Aspect.TOTALITY,
            unary("absent").value(x -> x).slope((x, y) -> nothing()).doc("x.")),
        new Planted(
            "NaN swallowed",
            Aspect.NAN,
            unary("swallowing")
                .value(x -> x > 1 ? x * x : 1)
                .slope((x, y) -> Elementary.STEP.of(x.minus(1)).times(x).times(2))
                .kink(1)
                .doc("x * x from 1 on.")));
  }

  private static List<Planted> purity() {
    AtomicInteger calls = new AtomicInteger();
    return List.of(
        new Planted(
            "a value that remembers",
            Aspect.PURITY,
            unary("counting")
                .value(x -> x + calls.incrementAndGet())
                .slope((x, y) -> constant(1))
                .doc("x.")),
        new Planted(
            "a value that depends on the thread",
            Aspect.PURITY,
            unary("threaded")
                .value(x -> x + Thread.currentThread().threadId())
                .slope((x, y) -> constant(1))
                .doc("x.")),
        new Planted(
            "a value that changes its arguments",
            Aspect.PURITY,
            nary("changing", 3)
                .value(xs -> xs[0]++ + xs[1] + xs[2])
                .slope((i, xs, y) -> constant(1))
                .doc("Sum.")));
  }

  private static List<Planted> words() {
    return List.of(
        new Planted(
            "no words",
            Aspect.DECLARATION,
            unary("mute").value(x -> x).slope((x, y) -> constant(1))),
        new Planted(
            "an edge of another arity",
            Aspect.DECLARATION,
            nary("misfit", 3)
                .value(xs -> xs[0] + xs[1] + xs[2])
                .slope((i, xs, y) -> constant(1))
                .edge(new double[] {0, 0}, 0, 1, 1)
                .doc("Sum.")));
  }

  @Test
  void soundOperatorsAreNotBlamed() {
    List<Operator> sound =
        List.of(
            Elementary.SIN, Elementary.EXP, Elementary.RAMP, Elementary.STEP, Elementary.SQUARES);
    for (Operator operator : sound) {
      assertEquals(List.of(), verify(operator));
    }
  }

  @Test
  void aConventionThatIsDeclaredEverywhereIsNotBlamed() {
    Operator stopped =
        unary("stopped")
            .value(x -> x)
            .slope((x, y) -> constant(0))
            .kink(new Kink("everywhere", xs -> true))
            .doc("x, taken as a constant.");
    assertEquals(List.of(), verify(stopped));
  }

  @Test
  void aFindingNamesOperatorPointAndMode() {
    Operator opaque =
        unary("opaque")
            .value(Math::sin)
            .slope((x, y) -> constant(Math.cos(x.primal())))
            .doc("Sine.");
    String finding = verify(opaque).getFirst().toString();
    assertTrue(finding.startsWith("operator 'opaque' at ("), finding);
    assertTrue(finding.contains("in mode forward"), finding);
  }

  private static void requireFound(Planted planted) {
    List<Finding> findings =
        new OperatorVerification(planted.operator, Installation.standard().differentiator())
            .verify(planted.aspect);
    assertFalse(findings.isEmpty(), "not found: " + planted.mistake);
  }

  private static List<Finding> verify(Operator operator) {
    return OperatorVerification.verify(operator, Installation.standard().differentiator());
  }

  private static double required(double x) {
    if (x < 0) {
      throw new ArithmeticException("negative");
    }
    return x;
  }

  @SuppressWarnings({"NullAway", "DataFlowIssue"}) // the planted mistake
  private static Real nothing() {
    return null;
  }
}
