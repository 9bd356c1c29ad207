package ad4j.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.op.Domain;
import ad4j.op.Operator;
import ad4j.op.OperatorProvider;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every declaration, whatever its function. */
class DeclarationTest {
  private static final double[] TELLING = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    2,
    -2,
    2.5,
    3,
    1e-300,
    -1e-300,
    1e300,
    -1e300,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    Math.PI
  };

  /** Their slopes are not those of their jagged values: see the test of just these. */
  private static final Set<String> SLOPE_BY_DEFINITION =
      Set.of("stopGradient", "fround", "f16round", "clz32", "imul");

  private static Stream<DynamicTest> forEach(Consumer<Operator> check) {
    return forEach(Catalogue.ALL.all(), check);
  }

  private static Stream<DynamicTest> forEach(
      Collection<Operator> operators, Consumer<Operator> check) {
    return operators.stream()
        .map(operator -> DynamicTest.dynamicTest(operator.name(), () -> check.accept(operator)));
  }

  @Test
  void theProviderIsFoundByServiceLoader() {
    Set<Class<?>> found = new HashSet<>();
    ServiceLoader.load(OperatorProvider.class).forEach(provider -> found.add(provider.getClass()));
    assertTrue(found.contains(StandardOperators.class));
  }

  @TestFactory
  Stream<DynamicTest> everyOperatorIsDocumentedInASentence() {
    return forEach(
        operator -> assertTrue(operator.doc().matches("(?s).{3,100}\\."), operator::doc));
  }

  @TestFactory
  Stream<DynamicTest> theDerivedPartialIsTheRuleToTheBit() {
    return forEach(
        operator -> {
          for (double[] at : points(operator)) {
            double value = operator.value(at);
            for (int i = 0; i < at.length; i++) {
              double rule = operator.slope(i, Real.constants(at), Real.constant(value)).primal();
              double derived = operator.partial(i, at, value);
              assertEquals(
                  Double.doubleToRawLongBits(rule),
                  Double.doubleToRawLongBits(derived),
                  () -> operator + " at " + Arrays.toString(at));
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aSecondDerivativeIsANumberAtAnyPointAndAlwaysTheSame() {
    return forEach(
        operator -> {
          for (double[] at : points(operator)) {
            for (int i = 0; i < at.length; i++) {
              double second = TestDual.partial(operator::of, at, i, i);
              assertEquals(second, TestDual.partial(operator::of, at, i, i));
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> everySlopeIsTheLimitOfDifferences() {
    return forEach(
        Catalogue.ALL.all().stream()
            .filter(operator -> !SLOPE_BY_DEFINITION.contains(operator.name()))
            .toList(),
        operator -> {
          Random random = new Random(1);
          int checked = 0;
          for (int trial = 0; trial < 200; trial++) {
            double[] at = new double[arity(operator)];
            for (int i = 0; i < at.length; i++) {
              at[i] = inside(operator.domain(i), random);
            }
            checked += agreesWithDifferences(operator, at) ? 1 : 0;
          }
          assertTrue(checked > 100, operator + " at " + checked + " points only");
        });
  }

  /** Ridders' bound is loose here: the references check digits, this checks that none is wrong. */
  private static boolean agreesWithDifferences(Operator operator, double[] at) {
    for (int i = 0; i < at.length; i++) {
      double h = 1e-5 * Math.max(1e-3, Math.min(1, Math.abs(at[i])));
      double[] up = at.clone();
      double[] down = at.clone();
      up[i] += h;
      down[i] -= h;
      double above = operator.value(up);
      double below = operator.value(down);
      double middle = operator.value(at);
      if (!(Math.abs(above - below) < 1e6) || jumps(operator, at, i, h)) {
        return false;
      }
      double difference = (above - below) / (up[i] - down[i]);
      double slope = operator.partial(i, at, middle);
      double curvature = Math.abs(above - 2 * middle + below) / h;
      double allowed = 1e-4 * (1 + Math.abs(slope)) + curvature;
      assertEquals(difference, slope, allowed, operator + " at " + at[0] + " by argument " + i);
    }
    return true;
  }

  private static boolean jumps(Operator operator, double[] at, int index, double h) {
    double[] near = at.clone();
    for (double step : new double[] {-2 * h, -h, 0, h, 2 * h}) {
      near[index] = at[index] + step;
      if (operator.kinkAt(near) != null) {
        return true;
      }
    }
    return operator.name().matches("floor|ceil|trunc|round|rem")
        && Math.abs(operator.value(near) - operator.value(at)) > 0.5;
  }

  private static double inside(Domain domain, Random random) {
    double low = Math.max(domain.low(), -5);
    double high = Math.min(domain.high(), 5);
    return low + (high - low) * (0.01 + 0.98 * random.nextDouble());
  }

  private static int arity(Operator operator) {
    return operator.arity() == Operator.VARIADIC ? 3 : operator.arity();
  }

  private static List<double[]> points(Operator operator) {
    Random random = new Random(operator.name().hashCode());
    List<double[]> points = new ArrayList<>();
    for (int trial = 0; trial < 500; trial++) {
      points.add(DoubleStream.generate(() -> anyNumber(random)).limit(arity(operator)).toArray());
    }
    return points;
  }

  private static double anyNumber(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> TELLING[random.nextInt(TELLING.length)];
      case 1 -> random.nextGaussian();
      default -> random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20));
    };
  }

  @Test
  void someSlopesAreThereByDefinition() {
    Map<String, Double> slopes =
        Map.of("fround", 1.0, "f16round", 1.0, "stopGradient", 0.0, "clz32", 0.0, "imul", 0.0);
    assertEquals(SLOPE_BY_DEFINITION, slopes.keySet());
    slopes.forEach(
        (name, slope) -> {
          double[] at = name.equals("imul") ? new double[] {7.1, 2.2} : new double[] {0.1};
          assertEquals(slope, TestDual.partial(Catalogue.named(name)::of, at, at.length - 1), name);
        });
    assertEquals(0.1, Catalogue.named("stopGradient").value(0.1));
  }

  @Test
  void everyRuleIsAFormulaAndNeedsNoNumbers() {
    for (Operator operator : Catalogue.ALL.all()) {
      for (int i = 0; i < arity(operator); i++) {
        Real[] xs = new Real[arity(operator)];
        Arrays.fill(xs, new Unknown());
        assertFalse(operator.slope(i, xs, new Unknown()) == null, operator.name());
      }
    }
  }

  @Test
  void anOperatorOfAFamilyIsMadeOnce() {
    UnaryOperator second = Polygamma.ORDERS.at(2);
    assertTrue(second == Polygamma.ORDERS.at(2));
    assertEquals("polygamma2", second.name());
  }
}
