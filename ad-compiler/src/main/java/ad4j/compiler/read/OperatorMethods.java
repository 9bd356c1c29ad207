package ad4j.compiler.read;

import ad4j.op.Operator;
import ad4j.op.Operators;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which method is the value of which operator. */
final class OperatorMethods {
  private final Operators operators;
  private final Map<MethodName, Operator> byMethod = new HashMap<>();

  OperatorMethods(Operators operators) {
    this.operators = operators;
    for (Operator operator : operators.all()) {
      String descriptor = operator.arity() == 1 ? "(D)D" : "(DD)D";
      byMethod.put(new MethodName("java/lang/Math", operator.name(), descriptor), operator);
    }
  }

  Operators operators() {
    return operators;
  }

  @Nullable Operator find(MethodName method) {
    return byMethod.get(method);
  }
}
