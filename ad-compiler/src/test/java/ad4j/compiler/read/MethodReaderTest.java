package ad4j.compiler.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ad4j.program.Interpreter;
import ad4j.program.Program;
import ad4j.program.Raised;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A Program that was read gives what the method gives, to the last bit. */
final class MethodReaderTest {
  @TestFactory
  Stream<DynamicTest> whatJavaGives() {
    return Stream.of(
            Numeric.class,
            Flows.class,
            ArraysOfAll.class,
            Composites.class,
            Callees.class,
            Constants.class)
        .flatMap(Readers::methods)
        .map(method -> dynamicTest(name(method), () -> compare(method)));
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  private static void compare(Method method) {
    method.setAccessible(true);
    compare(method, Readers.METHODS.read(MethodSource.of(method)));
  }

  /** Compares the method with the Program at all points. */
  static void compare(Method method, Program program) {
    int returned = 0;
    for (int k = 0; k < Points.COUNT; k++) {
      returned += compare(method, program, k) ? 1 : 0;
    }
    assertTrue(returned > 0, "the method returned at no point");
  }

  /** Whether it returned, rather than threw. */
  private static boolean compare(Method method, Program program, int k) {
    Object[] given = Points.arguments(method, k);
    Object[] same = Points.flat(Points.arguments(method, k));
    String point = name(method) + Arrays.deepToString(given);
    try {
      Object result = method.invoke(null, given);
      boolean none = method.getReturnType() == void.class;
      Object[] expected = none ? new Object[0] : Points.flat(result);
      assertArrayEquals(expected, Interpreter.run(program, same), point);
      assertArrayEquals(Points.flat(given), same, point + " after the call");
      return true;
    } catch (InvocationTargetException e) {
      requireFailure(e.getTargetException(), program, same, point);
      return false;
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static void requireFailure(
      Throwable expected, Program program, Object[] arguments, String point) {
    try {
      Object[] results = Interpreter.run(program, arguments);
      throw new AssertionError(point + " gave " + Arrays.deepToString(results), expected);
    } catch (RuntimeException e) {
      boolean same = e.getClass() == expected.getClass() || e instanceof Raised;
      assertTrue(same, () -> point + " threw " + e + ", not " + expected);
    }
  }
}
