package ad4j.script;

import ad4j.Differentiable;
import java.util.List;

/** A function of a script. Used by one thread at a time; ends with its session. */
public interface ScriptFunction {
  /**
   * The names of its parameters; of an expression, its free variables in the order in which they
   * first appear. Of a lone parameter that is only taken apart, or an object, those of its parts;
   * another parameter without a name is {@code argument1} and so on.
   */
  List<String> parameters();

  /**
   * It as a function of this many numbers, whose results are the numbers that it returns, in order.
   * A function of one array gets all inputs as that array.
   *
   * @throws ad4j.error.ShapeException if it cannot be called with so many
   */
  Differentiable differentiable(int inputs);
}
