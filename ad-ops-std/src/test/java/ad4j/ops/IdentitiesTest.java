package ad4j.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.op.UnaryOperator;
import java.util.Random;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;

/** What the values of families satisfy at any order, beyond the reach of the references. */
class IdentitiesTest {
  private static void atManyPoints(double low, double high, DoubleConsumer check) {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      check.accept(low * Math.pow(high / low, random.nextDouble()));
    }
  }

  private static UnaryOperator unary(String name) {
    return (UnaryOperator) Catalogue.named(name);
  }

  /** x s'' + 2 s' + x s = 0, differentiated k times. */
  @Test
  void theDerivativesOfSincSolveItsDifferentialEquation() {
    atManyPoints(
        1e-3,
        50,
        x -> {
          for (int k = 1; k < 9; k++) {
            double zero =
                x * Sinc.value(k + 2, x)
                    + (k + 2) * Sinc.value(k + 1, x)
                    + x * Sinc.value(k, x)
                    + k * Sinc.value(k - 1, x);
            assertEquals(0, zero, 2e-15 * (1 + x), "order " + k + " at " + x);
          }
        });
  }

  /** DLMF 10.23.3: 1 = J0^2 + 2 (J1^2 + J2^2 + ...). */
  @Test
  void theSquaresOfBesselFunctionsOfTheFirstKindSumToOne() {
    atManyPoints(
        1e-5,
        60,
        x -> {
          double sum = 0;
          for (int order = 90; order >= 0; order--) {
            double square = Math.pow(BesselValues.firstKind(order, x), 2);
            sum += order == 0 ? square : 2 * square;
          }
          assertEquals(1, sum, 1e-14, "at " + x);
        });
  }

  /** DLMF 10.35.5: exp(x) = I0 + 2 (I1 + I2 + ...). */
  @Test
  void theModifiedBesselFunctionsSumToTheExponential() {
    atManyPoints(
        1e-5,
        60,
        x -> {
          double sum = 0;
          for (int order = 120; order >= 0; order--) {
            sum += (order == 0 ? 1 : 2) * BesselValues.modified(order, x);
          }
          assertEquals(1, sum / Math.exp(x), 4e-15, "at " + x);
        });
  }

  @Test
  void besselFunctionsHaveTheParityOfTheirOrder() {
    for (int order = 0; order < 4; order++) {
      int sign = order % 2 == 0 ? 1 : -1;
      for (double x : new double[] {0.5, 10, 100}) {
        double first = BesselValues.firstKind(order, x);
        assertEquals(sign * first, BesselValues.firstKind(order, -x));
        assertEquals(sign * BesselValues.modified(order, x), BesselValues.modified(order, -x));
      }
    }
  }

  /** DLMF 5.5.2 and its derivatives: psi(x + 1) - psi(x) = (-1)^n n! / x^(n+1). */
  @Test
  void polygammaFunctionsSatisfyTheirRecurrenceAcrossZero() {
    double factorial = 1;
    for (int order = 0; order < 9; order++) {
      factorial *= Math.max(1, order);
      for (double x = -12.3; x < 25; x += 0.4871) {
        double step = (order % 2 == 0 ? 1 : -1) * factorial / Math.pow(x, order + 1);
        double upper = Polygamma.value(order, x + 1);
        double lower = Polygamma.value(order, x);
        double scale = Math.abs(upper) + Math.abs(lower) + Math.abs(step);
        assertEquals(step, upper - lower, 1e-13 * scale, "order " + order + " at " + x);
      }
    }
  }

  @Test
  void theDifferenceOfPolygammasIsThatOfTheirValues() {
    for (int order = 0; order < 5; order++) {
      for (double x : new double[] {0.01, 0.7, 3, 40}) {
        for (double y : new double[] {0.02, 1, 9, 500}) {
          double plain = Polygamma.value(order, x) - Polygamma.value(order, x + y);
          double scale = Math.abs(Polygamma.value(order, x)) + 1e-3;
          String where = "order " + order + " at " + x + ", " + y;
          assertEquals(plain, PolygammaSum.difference(order, x, y), 2e-14 * scale, where);
        }
      }
    }
  }

  @Test
  void lambertsFunctionInvertsItsProduct() {
    atManyPoints(
        1e-12,
        1e300,
        x -> {
          double w = unary("lambertw").value(x);
          assertEquals(Math.log(x), Math.log(w) + w, 1e-15 * (1 + Math.abs(Math.log(x))), "" + x);
        });
    atManyPoints(
        1e-12,
        0.36787,
        x -> {
          double w = unary("lambertw").value(-x);
          assertEquals(-x, w * Math.exp(w), 1e-15 * x, "" + -x);
        });
  }

  @Test
  void functionsOfTheErrorFunctionAreInversesInTheTails() {
    atManyPoints(
        1e-300,
        1,
        p -> {
          double x = unary("norminv").value(p);
          double slack = 4e-16 * (2 + x * x) * p;
          assertEquals(p, unary("normcdf").value(x), slack, "" + p);
        });
  }

  @Test
  void tailsOfSmoothRampsAreLimitsAndNotNumbersOutOfNothing() {
    for (String name : new String[] {"silu", "gelu"}) {
      double[] at = {Double.NEGATIVE_INFINITY};
      assertEquals(-0.0, unary(name).value(at[0]), name);
      assertEquals(0, TestDual.partial(unary(name)::of, at, 0) + 0.0, name);
      assertEquals(
          1, TestDual.partial(unary(name)::of, new double[] {Double.POSITIVE_INFINITY}, 0), name);
    }
  }
}
