package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.MixedFunction;
import ad4j.engine.Mode;
import ad4j.error.LimitException;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls: what they allocate, and what they leave behind. */
final class CallsTest {
  @Test
  void aGradientIntoTheCallersArrayAllocatesNothing() {
    Differentiable f = Ad.function(Models::rosenbrock);
    double[] x = {1, 2, 3, 4, 5};
    double[] gradient = new double[x.length];
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum += f.valueAndGradient(x, gradient);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().threadId();
    long before = threads.getThreadAllocatedBytes(self);
    for (int i = 0; i < 10_000; i++) {
      sum += f.valueAndGradient(x, gradient);
    }
    long bytes = threads.getThreadAllocatedBytes(self) - before;
    assertTrue(bytes < 10_000, () -> bytes + " bytes in 10,000 calls");
    assertTrue(sum > 0);
    assertArrayEquals(Models.rosenbrockSlopes(x), gradient, 1e-9);
  }

  @Test
  void sixteenThreadsAtOnce() throws Exception {
    Differentiable f =
        Ad.function(
            (double[] x) -> {
              double y = 1;
              for (int i = 0; i < 50; i++) {
                y = Math.sin(y * x[i % x.length]) + x[0];
              }
              return y;
            });
    List<double[]> points = new ArrayList<>();
    List<double[]> gradients = new ArrayList<>();
    for (int k = 0; k < 16; k++) {
      double[] x = new double[1 + k % 5];
      java.util.Arrays.setAll(x, i -> 0.5 + 0.1 * i);
      points.add(x);
      gradients.add(f.gradient(x));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
      List<Future<?>> done = new ArrayList<>();
      for (int k = 0; k < 16; k++) {
        int own = k;
        done.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    assertArrayEquals(gradients.get(own), f.gradient(points.get(own)));
                  }
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
  }

  @Test
  void theUsersExceptionComesThroughAndTheFunctionStillWorks() {
    Differentiable f = Ad.function(Models::throwing);
    for (int i = 0; i < 3; i++) {
      assertEquals("too large: 16.0", thrown(() -> f.gradient(4)).getMessage());
      assertEquals("too large: 16.0", thrown(() -> f.value(4)).getMessage());
      assertEquals("too large: 16.0", thrown(() -> f.valueAndGradient(4)).getMessage());
      assertEquals("too large: 16.0", thrown(() -> f.hessian(4)).getMessage());
      assertEquals("too large: 16.0", thrown(() -> f.jacobian(4)).getMessage());
      assertEquals(
          "too large: 16.0", thrown(() -> f.jvp(new double[] {4}, new double[] {1})).getMessage());
      assertArrayEquals(new double[] {6}, f.gradient(3));
    }
  }

  private static IllegalStateException thrown(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalStateException.class, call);
  }

  @Test
  void anExceptionOfTheMachineHalfWayLeavesTheFunctionWhole() {
    Differentiable f =
        Ad.function(
            (double[] x) -> {
              double[] y = new double[3];
              for (int i = 0; i < x.length; i++) {
                y[i] = x[i] * x[i];
              }
              return y[0] * y[1];
            });
    for (int i = 0; i < 3; i++) {
      assertThrows(ArrayIndexOutOfBoundsException.class, () -> f.gradient(1, 2, 3, 4));
      assertArrayEquals(new double[] {2 * 2 * 9, 4 * 2 * 3}, f.gradient(2, 3));
    }
  }

  @Test
  void theCallersArrayIsLeftAsItIs() {
    Differentiable f = Ad.function(Models::overwriting);
    double[] x = {2, 3};
    assertEquals(97, f.value(x));
    assertArrayEquals(new double[] {32, 108}, f.gradient(x), 1e-12);
    f.hessian(x);
    f.jacobian(x);
    f.jvp(x, new double[] {1, 0});
    f.valueAndGradient(x, new double[2]);
    assertArrayEquals(new double[] {2, 3}, x);
  }

  @Test
  void whatIsWrittenToACapturedArrayIsThereAfterwards() {
    double[] seen = new double[2];
    Differentiable f =
        Ad.function(
            (double[] x) -> {
              seen[0] = x[0] * x[1];
              return seen[0] * seen[0] + seen[1];
            });
    assertEquals(36, f.value(2, 3));
    assertEquals(6, seen[0]);
    assertArrayEquals(new double[] {36, 24}, f.gradient(2, 3), 1e-12);
    assertEquals(6, seen[0]);
    seen[1] = 5;
    assertEquals(41, f.value(2, 3));
  }

  /** Of no inputs: its only effect is on what it is given besides. */
  private static double counting(double[] x, double[] calls) {
    calls[0] += 1;
    return calls[0] + calls[7 / (x.length + (int) calls[1])];
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void withoutInputsACapturedArrayIsLeftAsItIs(Mode mode) {
    double[] calls = {3, 8, 0};
    Differentiable f = Ad.function((double[] x) -> counting(x, calls)).in(mode);
    for (int k = 0; k < 2; k++) {
      assertEquals(8, f.valueAndGradient(new double[0]).value());
      assertEquals(8, f.valueAndGradient(new double[0], new double[0]));
    }
    assertArrayEquals(new double[] {3, 8, 0}, calls);
    calls[1] = 0;
    assertThrows(ArithmeticException.class, () -> f.valueAndGradient(new double[0]));
    assertThrows(ArithmeticException.class, () -> f.valueAndGradient(new double[0], new double[0]));
  }

  @Test
  void aCapturedArrayThatIsThePointItself() {
    double[] x = {2, 3};
    Differentiable reads = Ad.function((double[] y) -> y[0] * x[0] + y[1]);
    assertArrayEquals(new double[] {2, 1}, reads.gradient(x), "what is captured is constant");
  }

  @Test
  void aCapturedArrayThatIsThePointItselfAndIsWrittenTo() {
    double[] x = {2, 3};
    Differentiable f =
        Ad.function(
            (double[] y) -> {
              for (int i = 0; i < 2; i++) {
                x[i] = 2 * y[i];
              }
              return x[0] * y[0] + x[1] * y[1];
            });
    assertEquals(26, f.value(x));
    assertArrayEquals(new double[] {8, 12}, f.gradient(2, 3));
    x[0] = 2;
    x[1] = 3;
    assertEquals(26, f.valueAndGradient(x).value());
    x[0] = 2;
    x[1] = 3;
    assertArrayEquals(new double[] {8, 12}, f.gradient(x));
  }

  @Test
  void theGradientMayGoWhereThePointOrACapturedArrayWas() {
    double[] x = {2, 3};
    double value = Ad.function((double[] y) -> y[0] * y[1]).valueAndGradient(x, x);
    assertEquals(6, value);
    assertArrayEquals(new double[] {3, 2}, x);
    double[] captured = {5, 7};
    Differentiable f = Ad.function((double[] y) -> captured[0] * y[0] + captured[1] * y[1]);
    assertEquals(5 * 3 + 7 * 2, f.valueAndGradient(x, captured));
    assertArrayEquals(new double[] {5, 7}, captured);
  }

  @Test
  void theSameArrayTwice() {
    MixedFunction dot = Ad.function(Models::dot);
    double[] x = {2, 3};
    List<Object> slopes = dot.gradient(x, x);
    assertArrayEquals(new double[] {2, 3}, (double[]) slopes.get(0));
    assertArrayEquals(new double[] {2, 3}, (double[]) slopes.get(1));
  }

  @Test
  void theSameArrayTwiceWithStores() {
    MixedFunction storing = Ad.function(Models::storing);
    double[] x = {2};
    double[] y = {2};
    assertEquals(12, storing.value(x, y));
    assertEquals(12.0, ((double[]) storing.gradient(x, y).get(1))[0]);
    assertArrayEquals(new double[] {2}, x);
    double own = storing.value(x, x);
    assertEquals(own, storing.valueAndGradient(x, x).value(), "value and gradient agree");
    List<Object> slopes = storing.gradient(x, x);
    double sum = ((double[]) slopes.get(0))[0] + ((double[]) slopes.get(1))[0];
    double h = 1e-6;
    double[] up = {2 + h};
    double[] down = {2 - h};
    assertEquals((storing.value(up, up) - storing.value(down, down)) / (2 * h), sum, 1e-6);
    assertArrayEquals(new double[] {2}, x);
  }

  private static double sines(double x, int n) {
    return n <= 0 ? x : Math.sin(sines(x, n - 1));
  }

  @Test
  void recursionDeeperThanTheStack() {
    Differentiable f = Ad.function((double x) -> sines(x, 3_000_000));
    assertThrows(StackOverflowError.class, () -> f.gradient(1));
    LimitException e = assertThrows(LimitException.class, () -> f.derivative(2, 1.0));
    assertEquals("the recursion is too deep in CallsTest.sines", e.what());
    assertEquals("CallsTest.java", Objects.requireNonNull(e.origin()).source());
    assertEquals(1, Ad.function((double x) -> sines(x, 3)).derivative(1, 0.0), 1e-15);
  }

  @Test
  void recursionAsDeepAsTheStack() {
    MixedFunction f = Ad.function(Models::power);
    assertEquals(List.of(1000.0), f.gradient(1.0, 1000));
    assertEquals(List.of(3 * 4.0), f.gradient(2.0, 3));
    assertThrows(StackOverflowError.class, () -> f.value(1.0, 10_000_000));
    assertThrows(StackOverflowError.class, () -> f.gradient(1.0, 10_000_000));
    assertEquals(List.of(3 * 4.0), f.gradient(2.0, 3));
  }

  @Test
  void aFunctionMayCallAGradient() {
    Differentiable inner = Ad.function((double y) -> y * y * y);
    DoubleUnaryOperator slope = y -> inner.gradient(y)[0];
    Differentiable outer = Ad.function((double x) -> x * x);
    assertEquals(12, slope.applyAsDouble(2));
    assertArrayEquals(new double[] {24}, outer.gradient(slope.applyAsDouble(2)));
  }
}
