package ad4j.script.bridge;

import static ad4j.op.Operator.binary;
import static ad4j.op.Operator.nary;
import static ad4j.op.Operator.unary;

import ad4j.error.OperatorException;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.Arrays;
import org.graalvm.polyglot.Value;

/** An operator whose value and slopes are functions of a script. */
final class ScriptedOperator {
  private static final String DOC = "Defined in the script.";

  private final Bridge bridge;
  private final String name;
  private final Value value;
  private final Value slopes;

  /**
   * An operator to be.
   *
   * @param value takes the arguments
   * @param slopes takes the index of an argument, the arguments and the result
   */
  ScriptedOperator(Bridge bridge, String name, Value value, Value slopes) {
    if (bridge.installation().operators().find(name) != null) {
      String owner = bridge.installation().operators().provider(name);
      throw new OperatorException(
          "operator '" + name + "' exists already: it is one of " + owner, "choose another name");
    }
    this.bridge = bridge;
    this.name = name;
    this.value = value;
    this.slopes = slopes;
  }

  Operator of(int arity) {
    return switch (arity) {
      case 1 -> unary(name).value(this::at).slope((x, y) -> slope(0, y, x)).doc(DOC);
      case 2 ->
          binary(name)
              .value(this::at)
              .slopes((x, y, z) -> slope(0, z, x, y), (x, y, z) -> slope(1, z, x, y))
              .doc(DOC);
      default -> nary(name, arity).value(this::at).slope((i, xs, y) -> slope(i, y, xs)).doc(DOC);
    };
  }

  private double at(double... xs) {
    Object[] arguments = Arrays.stream(xs).boxed().toArray();
    return bridge.interpreter().run(() -> value.execute(arguments).asDouble());
  }

  /**
   * The script is asked at every point anew, as what its function captured may change: so the rule
   * asks for the number first, by which no formula can be made of it once and for all.
   */
  private Real slope(int index, Real y, Real... xs) {
    y.primal();
    Object[] arguments = new Object[xs.length + 2];
    arguments[0] = index;
    for (int i = 0; i < xs.length; i++) {
      arguments[i + 1] = Tracked.of(xs[i]);
    }
    arguments[xs.length + 1] = Tracked.of(y);
    return bridge.differentiated(() -> Flat.real(slopes.execute(arguments)));
  }
}
