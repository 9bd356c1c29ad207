package ad4j.compiler.write;

import ad4j.op.Operator;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.Optional;

/** Which operators are, to the last bit, public static methods of the JDK. */
@FunctionalInterface
public interface DirectMethods {
  /** The method that the operator is when it is applied to this many doubles. */
  Optional<DirectMethodHandleDesc> of(Operator operator, int arity);
}
