package ad4j.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.error.ProgramException;
import ad4j.op.Arithmetic;
import ad4j.op.Operators;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrinterTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  private static final String EVERYTHING =
      """
      program "all <of> it"(x: f64[][], n: i32, k: i64, flags: bool[], %0: f64) -> f64, f64[]
      b0(x: f64[][], n: i32, k: i64, flags: bool[], %0: f64):
        %1 = add.i32 n, -3
        %2 = ushr.i64 k, %1
        %3 = xor.i64 %2, -9223372036854775808L
        %4 = convert.i32 %3
        %5 = narrow.-16 %4
        %6 = narrow.8 %5
        %7 = convert.f64 %6
        %8 = accumulate %7, -0.0
        %9 = chain %8, NaN
        %10 = where %9, -Infinity, 1.0E-300
        %11 = new.f64[][] n, 4
        %12 = new.f64[][] n
        %13 = zeros %11
        %14 = copy x
        %15 = length %14
        %16 = load x, 0
        store x, 0, %16
        fill %16, 0, 1, %10
        move %16, 0, %16, 1, 2
        %17 = held.4.f64[]
        %18 = grow.4 %17, 10
        %19 = load flags, 0
        store flags, 1, %19
        %20 = equal %18, null:f64[]
        %21 = not_equal %20, 0
        %22 = at_most %2, 3L
        %23 = call both(%16)
        %24 = result.0 %23
        %25 = result.1 %23
        call nothing()
        branch %21 b1(%24) b1(%10)
      b1(y: f64):
        switch n -1: b2(0) 7: b3 else b4
      b2(i: i32):
        %26 = less i, n
        branch %26 b5 b4
      b5:
        %27 = add.i32 i, 1
        jump b2(%27)
      b3:
        throw "a \\"bad\\" \\\\ end; really"
      b4:
        return y, %25

      routine both(f64[]) -> f64, f64[]
      b0(a: f64[]):
        %0 = call one(a)
        return %0, a

      routine nothing()
      b0:
        return

      routine one(a: f64[]) -> f64
      b0(a: f64[]):
        return 1.0
      """;

  static List<Program> programs() {
    return List.of(
        Examples.rosenbrock(), Examples.factorial(), Examples.choice(), PARSER.parse(everything()));
  }

  /** Blocks are numbered as they stand. */
  private static String everything() {
    return EVERYTHING
        .replace("b5", "b#")
        .replace("b4", "b5")
        .replace("b3", "b4")
        .replace("b#", "b3");
  }

  @Test
  void textsAreReadable() {
    assertEquals(
        """
        program rosenbrock(x: f64[]) -> f64
        b0(x: f64[]):
          %0 = length x
          %1 = sub.i32 %0, 1
          jump b1(0, 0.0)
        b1(i: i32, sum: f64):
          %2 = less i, %1
          branch %2 b2 b3
        b2:
          %3 = add.i32 i, 1
          %4 = load x, i
          %5 = load x, %3
          %6 = mul %4, %4
          %7 = sub %5, %6
          %8 = sub 1.0, %4
          %9 = mul %7, %7
          %10 = mul 100.0, %9
          %11 = mul %8, %8
          %12 = add %10, %11
          %13 = add sum, %12
          jump b1(%3, %13)
        b3:
          return sum
        """,
        Printer.print(Examples.rosenbrock()));
  }

  @Test
  void originsAreComments() {
    String text = Printer.printWithOrigins(Examples.rosenbrock());
    assertTrue(text.contains("  %0 = length x                         ; Models.java:12\n"), text);
    assertEquals(Printer.print(Examples.rosenbrock()), Printer.print(PARSER.parse(text)));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void whatIsPrintedIsReadAsTheSame(Program program) {
    String text = Printer.print(program);
    assertEquals(text, Printer.print(PARSER.parse(text)));
  }

  @Test
  void everyInstructionIsRead() {
    String text = Printer.print(PARSER.parse(everything()));
    assertEquals(everything().replace("(f64[]) -> f64, f64[]", "(a: f64[]) -> f64, f64[]"), text);
  }

  @Test
  void namesAreGivenOnce() {
    ProgramBuilder b = new ProgramBuilder("f", List.of(Type.F64));
    Value first = b.parameter(Type.F64, "i");
    b.parameter(Type.F64, "i");
    b.parameter(Type.F64, "NaN");
    b.parameter(Type.F64, "not a word");
    b.giveBack(List.of(b.apply(Arithmetic.NEG, first)));
    String text = Printer.print(b.build());
    assertTrue(text.startsWith("program f(i: f64, i.1: f64, NaN.1: f64, %0: f64) -> f64"), text);
    assertEquals(text, Printer.print(PARSER.parse(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frobnicate x | frobnicate",
        "%1 = neg y | 'y' is not defined",
        "%1 = neg | cannot give f64",
        "%1 = neg x x | 'x' is too much",
        "%1 = add.f32 x, x | no type 'f32'",
        "%1 = call g(x) | no routine 'g'",
        "%1 = neg 99999999999 | not understood"
      })
  void mistakesAreFound(String line, String message) {
    String text = "program f(x: f64) -> f64\nb0(x: f64):\n  " + line + "\n  return x\n";
    ProgramException e = assertThrows(ProgramException.class, () -> PARSER.parse(text));
    assertTrue(e.what().contains(message), e.what());
    boolean located = message.startsWith("cannot") || e.what().contains("line 3");
    assertTrue(located, e.what());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "program f()\nb0:\n",
        "program f()\n  return\n",
        "program f()\nb1:\n  return\n",
        "program f()\nb0:\n  jump b7\n",
        "program f()\nb0:\n  stop\n",
        "b0:\n  return\n",
        "program f()\nb0(x: f64, x: f64):\n  return\n"
      })
  void brokenTextsAreRefused(String text) {
    assertThrows(ProgramException.class, () -> PARSER.parse(text));
  }
}
