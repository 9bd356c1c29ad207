package ad4j.compiler.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import ad4j.op.Arithmetic;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.OperatorLookup;
import ad4j.op.OperatorProvider;
import ad4j.op.Operators;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import ad4j.program.Interpreter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Methods are the operators whose values they are. */
final class OperatorMethodsTest {
  /** A plugin. */
  static final class Plugin implements OperatorProvider {
    static final UnaryOperator HUBER =
        Operator.unary("huber").value(Plugin::huber).slope((x, y) -> x);
    static final UnaryOperator SOFT = Operator.unary("soft").value(x -> soft(x)).slope((x, y) -> y);
    static final NaryOperator BLEND =
        Operator.nary("blend", 3)
            .value(xs -> blend(xs[0], xs[1], xs[2]))
            .slope((i, xs, y) -> Real.constant(i));
    static final UnaryOperator OTHER = Operator.unary("other").value(x -> x + 1).slope((x, y) -> x);

    @Override
    public List<Operator> operators(OperatorLookup others) {
      return List.of(HUBER, SOFT, BLEND, OTHER);
    }

    private static double huber(double x) {
      return Math.abs(x) < 1 ? x * x / 2 : Math.abs(x) - 0.5;
    }

    private static double soft(double x) {
      return x / (1 + x * x);
    }

    private static double blend(double a, double b, double t) {
      return a + (b - a) * t;
    }

    static double uses(double x) {
      return huber(x) + blend(x, soft(x), 0.25);
    }
  }

  private static final String PLUGIN = Plugin.class.getName().replace('.', '/');

  private static final OperatorMethods METHODS =
      new OperatorMethods(new Operators(List.of(new Arithmetic(), new Plugin())));

  @Test
  void aPluginsOwnMethodsAreItsOperators() {
    assertSame(Plugin.HUBER, METHODS.find(new MethodName(PLUGIN, "huber", "(D)D")));
    assertSame(Plugin.SOFT, METHODS.find(new MethodName(PLUGIN, "soft", "(D)D")));
    assertSame(Plugin.BLEND, METHODS.find(new MethodName(PLUGIN, "blend", "(DDD)D")));
    assertNull(METHODS.find(new MethodName(PLUGIN, "uses", "(D)D")));
  }

  @Test
  void whoCallsThemAppliesThem() {
    var program =
        new MethodReader(METHODS).read(MethodSource.of(Readers.method(Plugin.class, "uses")));
    assertEquals(4, program.size());
    assertEquals(Plugin.uses(0.7), Interpreter.run(program, 0.7)[0]);
  }

  @Test
  void publicMethodsOfOperators() {
    Operator sin = Readers.OPERATORS.operators().named("sin");
    MethodName method = new MethodName("java/lang/Math", "sin", "(D)D");
    assertEquals(Optional.of(method), Readers.OPERATORS.method(sin));
    assertEquals(Optional.empty(), METHODS.method(Plugin.HUBER));
  }

  @Test
  void strictMethodsHaveTheRulesOfTheOthers() {
    Operator exp = Readers.OPERATORS.find(new MethodName("java/lang/StrictMath", "exp", "(D)D"));
    assertEquals(StrictMath.exp(0.3), exp == null ? 0 : exp.value(0.3));
    assertEquals(2.5, exp == null ? 0 : exp.partial(0, new double[] {0.3}, 2.5));
  }

  @Test
  void methodsOfMathWithoutAnOperatorOfTheirOwn() {
    slope("rint", 0, 0.3);
    slope("copySign", -1, 0.3, -2);
    slope("IEEEremainder", 1, 0.3, -2);
    slope("fma", -2, 0.3, -2, 5);
  }

  private static void slope(String name, double expected, double... xs) {
    String descriptor = "(" + "D".repeat(xs.length) + ")D";
    Operator operator = Readers.OPERATORS.find(new MethodName("java/lang/Math", name, descriptor));
    assertEquals(
        expected, operator == null ? Double.NaN : operator.partial(0, xs, operator.value(xs)));
  }
}
