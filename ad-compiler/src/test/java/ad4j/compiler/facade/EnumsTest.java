package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Ad;
import ad4j.MixedFunction;
import ad4j.error.NotDifferentiableException;
import ad4j.error.ShapeException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Enums as arguments, captured, and in records: a constant chooses, and has no derivative. */
final class EnumsTest {
  private enum Kernel {
    FLAT(1),
    LINEAR(2),
    CUBIC(3) {
      @Override
      double of(double x) {
        return weight() * x * x * x;
      }
    };

    private final double weight;

    Kernel(double weight) {
      this.weight = weight;
    }

    double weight() {
      return weight;
    }

    double of(double x) {
      return weight * x;
    }
  }

  private enum Bodies {
    TIMES(1.5) {
      @Override
      double of(double x) {
        return factor * x;
      }
    },
    OWN(2.5) {
      final double square = Math.sqrt(factor);

      @Override
      double of(double x) {
        return square * square * x + (inner() - factor);
      }
    },
    CAUGHT(3.5) {
      @Override
      double of(double x) {
        try {
          return 1 / x;
        } catch (ArithmeticException e) {
          return factor;
        }
      }
    };

    final double factor;

    Bodies(double factor) {
      this.factor = factor;
    }

    double inner() {
      return factor;
    }

    abstract double of(double x);
  }

  private record Setting(Kernel kernel, double scale) {}

  private static double chosen(double x, Kernel kernel) {
    return switch (kernel) {
      case CUBIC -> x * x * x;
      case FLAT -> 1;
      case LINEAR -> 3 * x;
    };
  }

  private static double set(Setting setting, double x) {
    return setting.scale() * chosen(x, setting.kernel());
  }

  @Test
  void asAnArgument() {
    MixedFunction f = Ad.function(EnumsTest::chosen);
    assertEquals(List.of(0.0), f.gradient(2.0, Kernel.FLAT));
    assertEquals(List.of(3.0), f.gradient(2.0, Kernel.LINEAR));
    assertEquals(List.of(12.0), f.gradient(2.0, Kernel.CUBIC));
    assertEquals(8, f.value(2.0, Kernel.CUBIC));
    assertEquals("compiled", f.plan(2.0, Kernel.CUBIC).toString());
    // 0 * infinity, so the call is recorded
    MixedFunction root = Ad.function((Double x, Kernel k) -> chosen(Math.sqrt(x) * 0, k));
    assertEquals(List.of(0.0), root.gradient(0.0, Kernel.LINEAR));
  }

  @Test
  void captured() {
    for (Kernel kernel : Kernel.values()) {
      double[] expected = {kernel == Kernel.CUBIC ? 12 : kernel == Kernel.LINEAR ? 3 : 0};
      assertArrayEquals(expected, Ad.function((double x) -> chosen(x, kernel)).gradient(2));
      double slope = kernel == Kernel.CUBIC ? 36 : kernel.weight();
      assertArrayEquals(
          new double[] {slope},
          Ad.function((double x) -> kernel.of(x)).gradient(2),
          "its own method and its own field");
    }
  }

  @Test
  void bodiesReadFieldsThatTheyInherit() {
    Bodies own = Bodies.OWN;
    assertArrayEquals(new double[] {2.5}, Ad.function((double x) -> own.of(x)).gradient(2), 1e-15);
    assertArrayEquals(
        new double[] {1.5}, Ad.function((double x) -> Bodies.TIMES.of(x)).gradient(2));
  }

  @Test
  void theClassOfABodyHasItsNameInPlaces() {
    String what =
        assertThrows(
                NotDifferentiableException.class,
                () -> Ad.function((double x) -> Bodies.CAUGHT.of(x)))
            .what();
    assertTrue(what.startsWith("Bodies$3.of(EnumsTest.java:"), what);
  }

  @Test
  void inARecord() {
    MixedFunction f = Ad.function(EnumsTest::set);
    assertEquals(
        List.of(new Setting(Kernel.CUBIC, 8), 60.0), f.gradient(new Setting(Kernel.CUBIC, 5), 2.0));
    assertEquals(
        List.of(new Setting(Kernel.FLAT, 1)), f.wrt(0).gradient(new Setting(Kernel.FLAT, 5), 2.0));
  }

  @Test
  void anotherEnumIsRefused() {
    MixedFunction f = Ad.function(EnumsTest::chosen);
    assertEquals(
        "argument 1 of the function is to be an ad4j.compiler.facade.EnumsTest.Kernel,"
            + " not an ad4j.Rounding",
        assertThrows(ShapeException.class, () -> f.gradient(2.0, ad4j.Rounding.FAST)).what());
    assertThrows(ShapeException.class, () -> f.gradient(2.0, 1), "not by its ordinal");
    assertThrows(ShapeException.class, () -> f.gradient(2.0, null));
    assertThrows(
        ShapeException.class, () -> Ad.function(EnumsTest::set).value(new Setting(null, 1), 1.0));
    assertEquals(
        "argument 1 holds no doubles: it is an ad4j.compiler.facade.EnumsTest.Kernel",
        assertThrows(ShapeException.class, () -> f.wrt(1)).what());
  }
}
