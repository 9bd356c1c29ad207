package ad4j.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.op.Operator;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** JavaScript's Math at its special points, sign of zero included. */
class JavaScriptTest {
  @TestFactory
  Stream<DynamicTest> everyFunctionIsThatOfJavaScript() {
    return Reference.lines("javascript.csv").stream()
        .skip(1)
        .map(line -> DynamicTest.dynamicTest(line, () -> check(line.split(",", -1))));
  }

  private static void check(String[] cells) {
    double[] at =
        Arrays.stream(cells[1].split(" "))
            .filter(cell -> !cell.isEmpty())
            .mapToDouble(Double::parseDouble)
            .toArray();
    double expected = Double.parseDouble(cells[2]);
    double actual = Catalogue.named(cells[0]).value(at);
    assertEquals(
        Double.doubleToLongBits(expected), Double.doubleToLongBits(actual), () -> "" + actual);
  }

  @Test
  void everyFunctionOfMathIsAnOperator() {
    Set<String> missing =
        new TreeSet<>(
            Set.of(
                "abs",
                "acos",
                "acosh",
                "asin",
                "asinh",
                "atan",
                "atan2",
                "atanh",
                "cbrt",
                "ceil",
                "clz32",
                "cos",
                "cosh",
                "exp",
                "expm1",
                "f16round",
                "floor",
                "fround",
                "hypot",
                "imul",
                "log",
                "log10",
                "log1p",
                "log2",
                "max",
                "min",
                "pow",
                "round",
                "sign",
                "sin",
                "sinh",
                "sqrt",
                "tan",
                "tanh",
                "trunc"));
    Catalogue.ALL.all().stream().map(Operator::name).forEach(missing::remove);
    assertEquals(Set.of(), missing);
  }

  @Test
  void roundingToSixteenBitsKeepsThemAndRoundsHalvesToEven() {
    Operator round = Catalogue.named("f16round");
    for (int bits = 0; bits < 0x7c00; bits++) {
      double x = Float.float16ToFloat((short) bits);
      double next = bits == 0x7bff ? 65536 : Float.float16ToFloat((short) (bits + 1));
      double middle = (x + next) / 2;
      double above = next == 65536 ? Double.POSITIVE_INFINITY : next;
      assertEquals(x, round.value(x));
      assertEquals(-x, round.value(-x));
      assertEquals(x, round.value(Math.nextDown(middle)));
      assertEquals((bits & 1) == 0 ? x : above, round.value(middle));
      assertEquals(above, round.value(Math.nextUp(middle)));
    }
  }
}
