package ad4j.compiler.write;

import ad4j.op.Operator;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which operators are, to the last bit, public static methods of the JDK. */
@FunctionalInterface
public interface DirectMethods {
  /** The method that the operator is when it is applied to this many doubles. */
  Optional<DirectMethodHandleDesc> of(Operator operator, int arity);

  /** The same, asked once for each; for one thread. */
  default DirectMethods remembered() {
    record Use(Operator operator, int arity) {}
    Map<Use, Optional<DirectMethodHandleDesc>> known = new HashMap<>();
    return (operator, arity) ->
        known.computeIfAbsent(new Use(operator, arity), use -> of(operator, arity));
  }
}
