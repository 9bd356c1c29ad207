package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.MixedFunction;
import ad4j.Plan;
import ad4j.ValueAndGradients;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every shape of a function. That it compiles shows that overloads are not ambiguous. */
final class SignaturesTest {
  private static final double[] THREE = {2, 3, 5};

  @Test
  void methodReferencesOfAllShapesOfArrays() {
    Differentiable scalar = Ad.function(Models::rosenbrock);
    assertArrayEquals(Models.rosenbrockSlopes(THREE), scalar.gradient(THREE), 1e-9);
    double[][] jacobian = {{3, 2, 0}, {0, 1, 10}, {1, 0, 0}};
    assertArrayEquals(jacobian, Ad.function(Models::mapping).jacobian(THREE));
    assertArrayEquals(jacobian, Ad.function(Models::writing, 3).jacobian(THREE));
    assertArrayEquals(new double[] {6, 28, 2}, Ad.function(Models::writing, 3).values(THREE));
  }

  @Test
  void lambdasWithTypesOfAllShapesOfArrays() {
    assertEquals(6, Ad.function((double[] x) -> x[0] * x[1]).value(2, 3));
    double[][] jacobian = Ad.function((double[] x) -> new double[] {x[0] * x[0]}).jacobian(3);
    assertArrayEquals(new double[][] {{6}}, jacobian);
    Differentiable writing = Ad.function((double[] x, double[] y) -> y[0] = 2 * x[0], 1);
    assertArrayEquals(new double[][] {{2}}, writing.jacobian(3));
  }

  @Test
  void oneToEightDoubles() {
    assertArrayEquals(new double[] {1}, Ad.function((double a) -> a).gradient(1));
    assertArrayEquals(
        new double[] {2, 1}, Ad.function((double a, double b) -> a * b).gradient(1, 2));
    assertArrayEquals(
        new double[] {6, 3, 2},
        Ad.function((double a, double b, double c) -> a * b * c).gradient(1, 2, 3));
    assertArrayEquals(
        new double[] {2, 1, 4, 3},
        Ad.function((double a, double b, double c, double d) -> a * b + c * d)
            .gradient(1, 2, 3, 4));
    assertArrayEquals(
        new double[] {2, 1, 4, 3, 1},
        Ad.function((double a, double b, double c, double d, double e) -> a * b + c * d + e)
            .gradient(1, 2, 3, 4, 5));
    assertArrayEquals(
        new double[] {2, 1, 4, 3, 6, 5},
        Ad.function(
                (double a, double b, double c, double d, double e, double f) ->
                    a * b + c * d + e * f)
            .gradient(1, 2, 3, 4, 5, 6));
    assertArrayEquals(
        new double[] {2, 1, 4, 3, 6, 5, 1},
        Ad.function(
                (double a, double b, double c, double d, double e, double f, double g) ->
                    a * b + c * d + e * f + g)
            .gradient(1, 2, 3, 4, 5, 6, 7));
    assertArrayEquals(
        new double[] {2, 1, 4, 3, 6, 5, 8, 7},
        Ad.function(
                (double a, double b, double c, double d, double e, double f, double g, double h) ->
                    a * b + c * d + e * f + g * h)
            .gradient(1, 2, 3, 4, 5, 6, 7, 8));
  }

  @Test
  void methodsOfTheLibraryByTheirNames() {
    assertArrayEquals(new double[] {Math.cos(0.5)}, Ad.function(Math::sin).gradient(0.5), 1e-15);
    assertArrayEquals(
        new double[] {3 * 4, 8 * Math.log(2)}, Ad.function(Math::pow).gradient(2, 3), 1e-13);
  }

  @Test
  void whatALambdaCapturedIsConstant() {
    double factor = 3;
    int power = 2;
    double[] weights = {1, 2};
    Models.Pair pair = new Models.Pair(5, 7);
    Differentiable f =
        Ad.function(
            (double[] x) -> factor * Math.pow(x[0], power) * weights[1] + pair.product() * x[1]);
    assertArrayEquals(new double[] {24, 35}, f.gradient(2, 1), 1e-12);
    assertEquals(Plan.Way.COMPILED, f.plan().way());
    weights[1] = 4; // it is seen as it is at the time of the call
    assertArrayEquals(new double[] {48, 35}, f.gradient(2, 1), 1e-12);
    assertEquals(f.value(2, 1), f.valueAndGradient(2, 1).value());
  }

  @Test
  void recordsComeBackAsRecordsOfSlopes() {
    MixedFunction f = Ad.function(Models::ofPair);
    assertEquals(List.of(new Models.Pair(4, 2)), f.gradient(new Models.Pair(2, 3)));
    MixedFunction line = Ad.function(Models::ofLine);
    ValueAndGradients result =
        line.valueAndGradient(new Models.Line(new double[] {2, 3}, 7, 2), new double[] {5, 1});
    assertEquals(60, result.value());
    Models.Line slopes = (Models.Line) result.gradients().get(0);
    assertArrayEquals(new double[] {25, 1}, slopes.slopes(), 1e-12);
    assertEquals(1, slopes.offset());
    assertEquals(2, slopes.power(), "what is not a double stays");
    assertArrayEquals(new double[] {20, 6}, (double[]) result.gradients().get(1), 1e-12);
  }

  @Test
  void argumentsOfAllKindsByThoseAskedFor() {
    MixedFunction f =
        Ad.function(
            (Double a, Integer n, double[] x, double[][] m) -> a * n * x[0] * m[1][0], 3, 0);
    double[][] m = {{1}, {2, 9}};
    List<Object> gradients = f.gradient(3.0, 2, new double[] {5}, m);
    assertEquals(2, gradients.size());
    assertArrayEquals(new double[][] {{0}, {30, 0}}, (double[][]) gradients.get(0));
    assertEquals(20.0, gradients.get(1));
    assertEquals(60, f.value(3.0, 2, new double[] {5}, m));
    assertEquals(1, f.wrt(2).gradient(3.0, 2, new double[] {5}, m).size());
    assertEquals(3, f.wrt(0, 2, 3).gradient(3.0, 2, new double[] {5}, m).size());
    assertEquals(Plan.Way.COMPILED, f.plan(3.0, 2, new double[] {5}, m).way());
  }

  @Test
  void truthsAsArguments() {
    MixedFunction f = Ad.function((Double x, Boolean squared) -> squared ? x * x : x);
    assertEquals(List.of(6.0), f.gradient(3.0, true));
    assertEquals(List.of(1.0), f.gradient(3.0, false));
    assertEquals(9, f.value(3.0, true));
  }

  @Test
  void fiveAndSixArgumentsOfAnyKind() {
    MixedFunction five =
        Ad.function((Double a, Double b, Double c, Double d, Double e) -> a * b * c * d * e);
    assertEquals(List.of(120.0, 60.0, 40.0, 30.0, 24.0), five.gradient(1.0, 2.0, 3.0, 4.0, 5.0));
    MixedFunction six =
        Ad.function(
            (double[] a, Double b, Integer c, Long d, double[][] e, Models.Pair f) ->
                a[0] * b + c * d * e[0][0] + f.a());
    assertEquals(
        4, six.gradient(new double[1], 2.0, 3, 4L, new double[1][1], new Models.Pair(1, 2)).size());
  }
}
