package ad4j.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.op.Arithmetic;
import ad4j.op.Operators;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of printed Programs that store what nobody reads. */
final class DeadStoresTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  private static void require(String before, String after) {
    Program left = DeadStores.remove(PARSER.parse(before));
    assertEquals(after, Printer.print(Verifier.verify(left)));
  }

  private static void requireUnchanged(String text) {
    require(text, text);
  }

  @Test
  void whatOnlyAddsUpIsLeftOut() {
    require(
        """
        program f(x: f64[]) -> f64
        b0(x: f64[]):
          %0 = zeros x
          %1 = load x, 0
          %2 = load %0, 1
          %3 = add %2, %1
          store %0, 1, %3
          fill %0, 0, 1, %3
          return %1
        """,
        """
        program f(x: f64[]) -> f64
        b0(x: f64[]):
          %0 = load x, 0
          return %0
        """);
  }

  @Test
  void whatIsStoredToOtherArraysOfThatKindIsLeftOut() {
    require(
        """
        program f(x: f64[]) -> f64
        b0(x: f64[]):
          %0 = new.f64[] 2
          %1 = held.0.f64[]
          %2 = grow.0 %1, 1
          store %2, 0, 1.0
          %3 = load %2, 0
          store %0, 0, %3
          %4 = load %0, 0
          store %2, 0, %4
          return 1.0
        """,
        """
        program f(x: f64[]) -> f64
        b0(x: f64[]):
          return 1.0
        """);
  }

  @Test
  void whatTheCallerSeesStays() {
    requireUnchanged(
        """
        program f(x: f64[], y: f64[][]) -> f64[]
        b0(x: f64[], y: f64[][]):
          %0 = new.f64[] 2
          %1 = new.f64[] 2
          store %0, 0, 1.0
          store %1, 0, 2.0
          store y, 0, %1
          store x, 0, 3.0
          return %0
        """);
  }

  @Test
  void whatIsReadInTheEndStays() {
    requireUnchanged(
        """
        program f(x: f64[]) -> f64
        b0(x: f64[]):
          %0 = new.f64[] 2
          store %0, 0, 1.0
          %1 = copy %0
          %2 = new.f64[] 2
          move %1, 0, %2, 0, 2
          %3 = load %2, 0
          %4 = greater %3, 0.0
          branch %4 b1 b2
        b1:
          return 1.0
        b2:
          return 2.0
        """);
  }

  @Test
  void rowsThatAreReadStay() {
    requireUnchanged(
        """
        program f(i: i32) -> f64
        b0(i: i32):
          %0 = new.f64[][] 2
          %1 = new.f64[] 2
          store %1, 0, 1.0
          store %0, 0, %1
          %2 = load %0, i
          %3 = load %2, 0
          return %3
        """);
  }
}
