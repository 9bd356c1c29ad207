package ad4j.reverse.program;

import ad4j.program.Constant;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.HashMap;
import java.util.Map;

/** The adjoints of doubles, each in a variable. */
final class Adjoints {
  private final Analysis analysis;
  private final ProgramBuilder builder;
  private final Map<Value, Variable> variables = new HashMap<>();

  Adjoints(Analysis analysis, ProgramBuilder builder) {
    this.analysis = analysis;
    this.builder = builder;
  }

  /** Adds to the adjoint of a double where the builder is. */
  void add(Value value, Value contribution) {
    if (analysis.isActive(value)) {
      Variable adjoint = variable(value);
      builder.set(adjoint, builder.accumulate(builder.get(adjoint), contribution));
    }
  }

  /** The adjoint of a double, or 0. */
  Value of(Value value) {
    return analysis.isActive(value) ? builder.get(variable(value)) : Constant.ZERO;
  }

  /** The adjoint of an active double, which is 0 from here on. */
  Value take(Value value) {
    Value adjoint = builder.get(variable(value));
    builder.set(variable(value), Constant.ZERO);
    return adjoint;
  }

  private Variable variable(Value value) {
    return variables.computeIfAbsent(value, key -> new Variable(Type.F64, ""));
  }
}
