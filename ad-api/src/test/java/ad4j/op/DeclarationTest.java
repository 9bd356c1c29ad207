package ad4j.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.error.OperatorException;
import ad4j.error.ShapeException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeclarationTest {
  private static final UnaryOperator HALF_LINE =
      Operator.unary("halfLine")
          .value(x -> Math.max(x, 0))
          .slope((x, y) -> Arithmetic.SHARE.of(x, Real.constant(0)))
          .domain(Domain.above(-1))
          .edge(0, 0, 0.5)
          .kink(0)
          .doc("x where positive, else 0.");

  @Test
  void everyFactIsKept() {
    assertEquals("halfLine", HALF_LINE.name());
    assertEquals("x where positive, else 0.", HALF_LINE.doc());
    assertEquals(1, HALF_LINE.arity());
    assertEquals(Domain.above(-1), HALF_LINE.domain(0));
    assertEquals(List.of(new Edge(List.of(0.0), 0, List.of(0.5))), HALF_LINE.edges());
    assertNotNull(HALF_LINE.kinkAt(0));
    assertNull(HALF_LINE.kinkAt(1));
  }

  @Test
  void oneDeclarationGivesValueAndPartial() {
    assertEquals(2, HALF_LINE.value(2));
    assertEquals(1, HALF_LINE.partial(2, 2));
    assertEquals(0.5, HALF_LINE.partial(0, 0));
    assertEquals(2, HALF_LINE.of(Real.constant(2)).value());
  }

  @Test
  void aNameIsLettersAndDigits() {
    for (String name : List.of("", "1x", "a b", "a.b", "-")) {
      OperatorException refusal = assertThrows(OperatorException.class, () -> Operator.unary(name));
      assertEquals("AD-OPERATOR", refusal.code());
    }
  }

  @Test
  void aWrongNumberOfArgumentsIsRefused() {
    assertThrows(ShapeException.class, () -> HALF_LINE.of(new Real[2]));
    assertThrows(ShapeException.class, () -> HALF_LINE.value(new double[0]));
    assertThrows(ShapeException.class, () -> Arithmetic.ADD.value(new double[3]));
    assertThrows(ShapeException.class, () -> Arithmetic.WHERE.value(new double[2]));
  }

  @Test
  void aDomainContainsItsInside() {
    assertTrue(Domain.ALL.contains(1e300));
    assertTrue(Domain.above(0).contains(1));
    assertFalse(Domain.above(0).contains(0));
    assertTrue(Domain.atLeast(0).contains(0));
    assertTrue(Domain.within(-1, 1).contains(-1));
    assertFalse(Domain.between(-1, 1).contains(1));
    assertFalse(Domain.ALL.contains(Double.NaN));
  }

  @Test
  void aProductWithTheStrongZeroIsZero() {
    for (double x : new double[] {1, Double.NaN, Double.POSITIVE_INFINITY}) {
      Real real = Real.constant(x);
      assertTrue(real.chain(Real.constant(0)).isZero());
      assertTrue(Real.constant(0).chain(real).isZero());
      assertEquals(0, Arithmetic.CHAIN.value(x, 0));
      assertEquals(x, real.chain(Real.constant(1)).value());
    }
  }
}
