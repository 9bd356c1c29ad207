package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.explain.TextRenderer;
import org.junit.jupiter.api.Test;

/** What is printed of results. */
final class TextsTest {
  private static final double[] X = {2, 3};
  private static final double[] ONE = {1};
  private static final Differentiable PRODUCT = Ad.function((double a, double b) -> a * b);

  @Test
  void arraysAreWrittenOut() {
    assertEquals(
        "ValueAndGradient[value=6.0, gradient=[3.0, 2.0]]", PRODUCT.valueAndGradient(X).toString());
    assertEquals(
        "ValueAndTangent[value=[6.0], tangent=[12.0]]", PRODUCT.valueAndJvp(X, X).toString());
    assertEquals(
        "ValueAndAdjoint[value=[6.0], adjoint=[3.0, 2.0]]", PRODUCT.valueAndVjp(X, ONE).toString());
    assertEquals(
        "ValueAndJacobian[value=[6.0], jacobian=[[3.0, 2.0]]]",
        PRODUCT.valueAndJacobian(X).toString());
    assertEquals(
        "ValueGradientHessian[value=6.0, gradient=[3.0, 2.0], hessian=[[0.0, 1.0], [1.0, 0.0]]]",
        PRODUCT.valueGradientHessian(X).toString());
    assertEquals(
        "ValueGradientProduct[value=6.0, gradient=[3.0, 2.0], product=[3.0, 2.0]]",
        PRODUCT.valueAndHvp(X, X).toString());
    assertEquals(
        "ValueAndGradients[value=6.0, gradients=[3.0, [2.0, 0.0]]]",
        Ad.function((Double a, double[] b) -> a * b[0])
            .valueAndGradient(2.0, new double[] {3, 4})
            .toString());
  }

  @Test
  void anExplanationIsItsText() {
    var explanation = PRODUCT.explain(X);
    assertEquals(new TextRenderer().render(explanation), explanation.toString());
    assertTrue(explanation.toString().contains("x1 * x2"), explanation::toString);
  }
}
