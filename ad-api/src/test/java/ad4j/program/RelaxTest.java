package ad4j.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.op.Arithmetic;
import ad4j.op.Operators;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How derivatives are divided. */
final class RelaxTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  private static void require(String before, String after) {
    Program relaxed = Simplify.simplify(Relax.of(PARSER.parse(before)));
    assertEquals(after, Printer.print(Verifier.verify(relaxed)));
  }

  @Test
  void oneDerivativeIsDivided() {
    require(
        """
        program f(d: f64, n: f64, y: f64) -> f64, f64
        b0(d: f64, n: f64, y: f64):
          %0 = reciprocal y
          %1 = chain d, %0
          %2 = div n, y
          %3 = neg %2
          %4 = chain d, %3
          return %1, %4
        """,
        """
        program f(d: f64, n: f64, y: f64) -> f64, f64
        b0(d: f64, n: f64, y: f64):
          %0 = div d, y
          %1 = mul %0, n
          %2 = neg %1
          return %0, %2
        """);
  }

  @Test
  void derivativesWithOneDenominatorShareItsReciprocal() {
    require(
        """
        program f(d: f64, e: f64, n: f64, y: f64) -> f64, f64
        b0(d: f64, e: f64, n: f64, y: f64):
          %0 = reciprocal y
          %1 = chain d, %0
          %2 = div n, y
          %3 = chain e, %2
          return %1, %3
        """,
        """
        program f(d: f64, e: f64, n: f64, y: f64) -> f64, f64
        b0(d: f64, e: f64, n: f64, y: f64):
          %0 = reciprocal y
          %1 = mul d, %0
          %2 = mul e, %0
          %3 = mul %2, n
          return %1, %3
        """);
  }

  @Test
  void derivativesWithOnePartialShareIt() {
    require(
        """
        program f(d: f64, e: f64, n: f64, y: f64) -> f64, f64
        b0(d: f64, e: f64, n: f64, y: f64):
          %0 = div n, y
          %1 = chain d, %0
          %2 = neg e
          %3 = chain %2, %0
          return %1, %3
        """,
        """
        program f(d: f64, e: f64, n: f64, y: f64) -> f64, f64
        b0(d: f64, e: f64, n: f64, y: f64):
          %0 = div n, y
          %1 = mul d, %0
          %2 = mul e, %0
          %3 = neg %2
          return %1, %3
        """);
  }

  @Test
  void theConstantOfATermThatComesTwiceIsDoubled() {
    require(
        """
        program f(x: f64, y: f64, z: f64) -> f64, f64, f64
        b0(x: f64, y: f64, z: f64):
          %0 = chain x, 100.0
          %1 = chain %0, y
          %2 = accumulate z, %1
          %3 = accumulate %2, %1
          %4 = neg %1
          %5 = accumulate z, %4
          %6 = accumulate %5, %4
          %7 = chain x, y
          %8 = accumulate z, %7
          %9 = accumulate %8, %7
          return %3, %6, %9
        """,
        """
        program f(x: f64, y: f64, z: f64) -> f64, f64, f64
        b0(x: f64, y: f64, z: f64):
          %0 = mul 200.0, x
          %1 = mul %0, y
          %2 = add z, %1
          %3 = sub z, %1
          %4 = mul x, y
          %5 = add %4, %4
          %6 = add z, %5
          return %2, %3, %6
        """);
  }

  @Test
  void aSumOfNegativesIsSubtracted() {
    require(
        """
        program f(x: f64, y: f64, z: f64) -> f64, f64
        b0(x: f64, y: f64, z: f64):
          %0 = neg x
          %1 = neg y
          %2 = accumulate %0, %1
          %3 = accumulate z, %2
          %4 = accumulate %0, %0
          %5 = accumulate z, %4
          return %3, %5
        """,
        """
        program f(x: f64, y: f64, z: f64) -> f64, f64
        b0(x: f64, y: f64, z: f64):
          %0 = sub z, x
          %1 = sub %0, y
          %2 = add x, x
          %3 = sub z, %2
          return %1, %3
        """);
  }
}
