package ad4j.compiler.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ad4j.error.NotDifferentiableException;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is refused, and the words: where, what, and the way out. */
final class RefusalTest {
  /** A method of {@link Refused}; what it does, after its place, or all the words after an @. */
  private record Row(String method, String words) {
    String expected() {
      return words.startsWith("@")
          ? words.substring(1)
          : "Refused." + method + "(Refused.java:N) " + words;
    }
  }

  private static final List<Row> ROWS =
      List.of(
          row(
              "bits",
              "calls java.lang.Double.doubleToLongBits(double), which ad4j cannot read as a "
                  + "Program; compute with the number itself"),
          row(
              "callsLocked",
              "calls ad4j.compiler.read.Refused.locksAll(double), which is "
                  + "synchronized; synchronize around the whole function"),
          row(
              "callsNative",
              "calls ad4j.compiler.read.Refused.elsewhere(double), which ad4j "
                  + "cannot read as a Program; pass its result as an argument, or "
                  + "declare it as an operator"),
          row(
              "caught",
              "catches exceptions; check the condition beforehand, or let them " + "through"),
          row("characters", "makes an array of char; use arrays of numbers"),
          row(
              "choosesFunction",
              "calls one of several functions; call each of them in a branch of " + "its own"),
          row("decimal", "makes an object of class java.math.BigDecimal; use double"),
          row(
              "elsewhere",
              "@ad4j.compiler.read.Refused.elsewhere(double) has no code; use a "
                  + "method that is neither abstract nor native"),
          row(
              "endless",
              "@Refused.around(Refused.java:N) calls "
                  + "ad4j.compiler.read.Refused.around(DoubleUnaryOperator, double), "
                  + "which calls itself with ever new functions; call it with the same "
                  + "functions"),
          row(
              "enumOfItsOwn",
              "calls ad4j.compiler.read.Refused.Side.of(double), which each constant of the "
                  + "enum may have of its own; capture the constant, or switch over the enum"),
          row(
              "enumOrNothing",
              "uses an object that may be null; use a flag, or give it a value in all cases"),
          row(
              "enumOrNull",
              "switches over an enum with null or conditions among the cases; ask for them "
                  + "before it"),
          row(
              "enumConstants",
              "@Side.values(Refused.java:N) lists the constants of an enum; name them"),
          row(
              "enumField",
              "reads the field Side.width of one of several "
                  + "constants; pass its value as an argument, or capture the constant"),
          row(
              "equalRecords",
              "@Circle.equals(Composites.java:N) calls equals by "
                  + "java.lang.runtime.ObjectMethods; compare or hash its components"),
          row("floatInside", "computes with float; use double"),
          row("floats", "returns a float; return a double, an array or a record"),
          row("locked", "is synchronized; synchronize around the whole function"),
          row("locksAll", "is synchronized; synchronize around the whole function"),
          row(
              "makesObject",
              "makes an object of class ad4j.compiler.read.Refused; use a "
                  + "record, or arrays and local variables"),
          row(
              "mathRandom",
              "calls java.lang.Math.random(), which ad4j cannot read as a "
                  + "Program; pass the number as an argument"),
          row(
              "maybeNull",
              "uses an object that may be null; use a flag, or give it a value " + "in all cases"),
          row(
              "objects",
              "makes an array of ad4j.compiler.read.Composites.Complex; use "
                  + "arrays of numbers"),
          row("patterns", "switches over patterns; use if and else"),
          row(
              "printed",
              "calls java.io.PrintStream.println(double), which ad4j cannot read "
                  + "as a Program; read and write outside the function"),
          row(
              "random",
              "takes a java.util.Random; take doubles, ints, longs, booleans, "
                  + "arrays of these, enums, or records of all these"),
          row(
              "readsField",
              "reads the field Refused.field; pass its value as an argument, or "
                  + "copy it into a local variable outside the lambda"),
          row(
              "readsRow",
              "reads an array of the static field Refused.ROW; pass the array as an argument, or "
                  + "copy it into a local variable outside the lambda"),
          row(
              "readsStatic",
              "reads the static field Refused.changing, which may change; pass "
                  + "it as an argument, or make it final"),
          row(
              "readsTable",
              "reads the static field Refused.TABLE; pass the array as an argument, or copy it into"
                  + " a local variable outside the lambda"),
          row("returnsList", "returns a java.util.List; return a double, an array or a record"),
          row(
              "sorted",
              "calls java.util.Arrays.sort(double[]), which ad4j cannot read as "
                  + "a Program; write the loop yourself"),
          row(
              "stream",
              "calls java.util.Arrays.stream(double[]), which ad4j cannot read "
                  + "as a Program; write a loop"),
          row(
              "switchesOverText",
              "calls java.lang.String.hashCode(), which ad4j cannot read as a "
                  + "Program; use numbers"),
          row(
              "takesFunction",
              "takes a java.util.function.DoubleUnaryOperator; take doubles, "
                  + "ints, longs, booleans, arrays of these, enums, or records of all these"),
          row(
              "takesList",
              "takes a java.util.List; take doubles, ints, longs, booleans, "
                  + "arrays of these, enums, or records of all these"),
          row(
              "text",
              "calls java.lang.String.length(), which ad4j cannot read as a "
                  + "Program; use numbers"),
          row(
              "time",
              "calls java.lang.System.nanoTime(), which ad4j cannot read as a "
                  + "Program; pass the number as an argument"),
          row(
              "writesField",
              "writes to the field Refused.field; return the value, or write to " + "an array"),
          row("writesStatic", "writes to the static field Refused.changing; return the value"));

  private static Row row(String method, String words) {
    return new Row(method, words);
  }

  @TestFactory
  Stream<DynamicTest> refusalsSayWhereWhatAndTheWayOut() {
    return ROWS.stream()
        .map(
            row ->
                dynamicTest(
                    row.method(), () -> assertEquals(row.expected(), refusal(row.method()))));
  }

  private static String refusal(String name) {
    MethodSource source = MethodSource.of(Readers.method(Refused.class, name));
    String message =
        String.valueOf(
            assertThrows(NotDifferentiableException.class, () -> Readers.METHODS.read(source))
                .getMessage());
    assertTrue(message.startsWith("AD-NOT-DIFFERENTIABLE: "), message);
    return message
        .substring("AD-NOT-DIFFERENTIABLE: ".length())
        .replaceAll("\\.java:\\d+", ".java:N");
  }

  @Test
  void eachMethodOfTheFixtureHasItsRow() {
    Set<String> methods =
        Readers.methods(Refused.class).map(Method::getName).collect(Collectors.toSet());
    assertEquals(methods, ROWS.stream().map(Row::method).collect(Collectors.toSet()));
  }

  @Test
  void theLineIsThatOfTheCall() {
    int line = new NotDifferentiableException("", "").getStackTrace()[0].getLineNumber() + 1;
    Function f = x -> x * Math.random();
    String message =
        assertThrows(NotDifferentiableException.class, () -> Readers.LAMBDAS.read(f)).getMessage();
    assertEquals(
        "AD-NOT-DIFFERENTIABLE: RefusalTest.theLineIsThatOfTheCall(RefusalTest.java:"
            + line
            + ") calls java.lang.Math.random(), which ad4j cannot read as a Program; "
            + "pass the number as an argument",
        message);
  }

  private interface Function extends DoubleUnaryOperator, Serializable {}

  @Test
  void aLambdaThatIsNotSerializable() {
    DoubleUnaryOperator f = x -> x;
    String message =
        assertThrows(NotDifferentiableException.class, () -> Readers.LAMBDAS.read(f)).getMessage();
    assertEquals(
        "AD-NOT-DIFFERENTIABLE: a lambda of java.util.function.DoubleUnaryOperator, which cannot be"
            + " read: java.util.function.DoubleUnaryOperator is not Serializable; make it one of"
            + " ad4j.JavaFunction, such as JavaFunction.Of1, or of an interface that extends"
            + " java.io.Serializable",
        message);
  }

  @Test
  void aClassWithoutAFile() {
    MethodSource source = new MethodSource(null, "no/such/Type", "f", "(D)D");
    String message =
        String.valueOf(
            assertThrows(NotDifferentiableException.class, () -> Readers.METHODS.read(source))
                .getMessage());
    assertEquals(
        "AD-NOT-DIFFERENTIABLE: the class file of no.such.Type is not to be found; "
            + "use a class that was loaded from a file or a jar, not one made at run time",
        message);
  }
}
