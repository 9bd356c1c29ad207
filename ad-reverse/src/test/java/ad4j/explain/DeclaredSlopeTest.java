package ad4j.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Ad;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slopes of operators in names. */
final class DeclaredSlopeTest {
  private static List<String> formulas(Operator operator, String... arguments) {
    return DeclaredSlope.of(operator, List.of(arguments), "r").stream()
        .map(DeclaredSlope::formula)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sin  | a   | [cos(a)]",
        "exp  | a   | [r]",
        "neg  | a   | [-1]",
        "abs  | a   | [sign(a)]", // though it has a kink
        "floor| a   | [0]",
        "add  | a b | [1, 1]",
        "mul  | a b | [b, a]",
        "max  | a b | [share(a, b), share(b, a)]",
      })
  void aSlopeIsWhatIsDeclared(String name, String arguments, String expected) {
    assertEquals(expected, formulas(Ad.operator(name), arguments.split(" ")).toString());
  }

  @Test
  void theOperatorsInItAreKnown() {
    DeclaredSlope slope = DeclaredSlope.of(Ad.operator("abs"), List.of("x"), "y").getFirst();
    assertTrue(slope.operators().contains(Ad.operator("sign")), slope.toString());
  }

  @Test
  void aRuleThatStatesCasesHasNoFormula() {
    Operator unary =
        Operator.unary("hinge")
            .value(x -> Math.max(x, 0))
            .slope((x, y) -> x.lessThan(0) ? Real.constant(0) : Real.constant(1))
            .doc("max(x, 0).");
    Operator nary =
        Operator.nary("first", 3)
            .value(xs -> xs[0])
            .slope((i, xs, y) -> Real.constant(xs[i].value() - xs[0].value()))
            .doc("The first.");
    assertEquals(List.of(""), formulas(unary, "x"));
    assertEquals(List.of("", "", ""), formulas(nary, "a", "b", "c"));
  }
}
