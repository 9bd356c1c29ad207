package ad4j.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ad4j.op.Arithmetic;
import ad4j.op.Operators;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that tell whether they stored NaN. */
final class NanWatchTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  /** Stores reciprocals times x. */
  private static final String LOOP =
      """
      program f(x: f64[], g: f64[]) -> f64
      b0(x: f64[], g: f64[]):
        jump b1(0)
      b1(i: i32):
        %0 = length x
        %1 = less i, %0
        branch %1 b3 b2
      b2:
        return 5.0
      b3:
        %2 = load x, i
        %3 = reciprocal %2
        %4 = mul %2, %3
        store g, i, %4
        %5 = add.i32 i, 1
        jump b1(%5)
      """;

  private static Object[] run(Program program, double... x) {
    return Interpreter.run(program, x, new double[x.length]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void theResultIsNaNWhereAnElementIs(int place) {
    Program watched = Verifier.verify(NanWatch.of(PARSER.parse(LOOP), 1));
    double[] x = {1, 2, 4};
    assertArrayEquals(new Object[] {5.0}, run(watched, x));
    x[place] = 0; // 0 * infinity
    assertArrayEquals(new Object[] {Double.NaN}, run(watched, x));
  }

  @Test
  void infinityIsNotNaN() {
    String text = LOOP.replace("mul %2, %3", "mul 2.0, %3");
    Program watched = NanWatch.of(PARSER.parse(text), 1);
    assertArrayEquals(new Object[] {5.0}, run(watched, 1, 0, 2));
  }

  @Test
  void aProgramWithoutResultsIsGivenOne() {
    String text = LOOP.replace(" -> f64\n", "\n").replace("return 5.0", "return");
    Program watched = Verifier.verify(NanWatch.of(PARSER.parse(text), 1));
    assertEquals(List.of(Type.F64), watched.results());
    assertArrayEquals(new Object[] {0.0}, run(watched, 1, 2));
    assertArrayEquals(new Object[] {Double.NaN}, run(watched, 1, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // all turns store to one element
        "store g, 0, %4",
        // any element
        "%7 = mul.i32 i, 2\n  store g, %7, %4",
        // too many stores
        "store g, i, %4\n  store g, i, %3\n  store g, i, %2"
      })
  void aLoopThatStoresMoreOftenThanThereAreElementsIsNotWatched(String store) {
    Program program = PARSER.parse(LOOP.replace("store g, i, %4", store));
    assertSame(program, NanWatch.of(program, 1));
  }
}
