package ad4j.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The variables that a statement sees. Blocks that follow each other use the same names again. */
final class Scope {
  private final List<Variable> variables = new ArrayList<>();
  private int named;

  /** What to give to {@link #leave} at the end of a block. */
  record Mark(int variables, int named) {}

  Mark enter() {
    return new Mark(variables.size(), named);
  }

  void leave(Mark mark) {
    variables.subList(mark.variables, variables.size()).clear();
    named = mark.named;
  }

  String name(String prefix) {
    return prefix + ++named;
  }

  Variable add(Variable variable) {
    variables.add(variable);
    return variable;
  }

  List<Variable> all(Predicate<Variable> wanted) {
    return variables.stream().filter(wanted).toList();
  }

  List<Variable> all(Type type) {
    return all(v -> v.type() == type);
  }

  List<Variable> assignable(Type type) {
    return all(v -> v.type() == type && v.assignable());
  }

  /** A scope with what a lambda may capture of this one. */
  Scope captured() {
    Scope captured = new Scope();
    captured.named = named + 10;
    for (Variable variable : variables) {
      if (!variable.assignable() && variable.type() != Type.INT) {
        captured.add(variable);
      }
    }
    return captured;
  }
}
