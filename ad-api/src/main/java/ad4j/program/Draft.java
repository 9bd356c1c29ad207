package ad4j.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block that a {@link ProgramBuilder} is building. */
public final class Draft {
  /** How it ends. */
  sealed interface End {
    record Jump(Draft target) implements End {}

    record Branch(Value condition, Draft then, Draft otherwise) implements End {}

    record Choice(Value selector, List<Integer> keys, List<Draft> targets, Draft other)
        implements End {}

    record Last(Terminator end) implements End {}

    default List<Draft> ways() {
      return switch (this) {
        case Jump jump -> List.of(jump.target());
        case Branch branch -> List.of(branch.then(), branch.otherwise());
        case Choice choice -> {
          List<Draft> all = new ArrayList<>(choice.targets());
          all.add(choice.other());
          yield all;
        }
        case Last _ -> List.of();
      };
    }
  }

  final List<Instruction> instructions = new ArrayList<>();

  /** What each variable holds at the end. */
  final Map<Variable, Value> values = new HashMap<>();

  /** The parameters that stand for what variables hold at the beginning. */
  final Map<Variable, Parameter> joins = new LinkedHashMap<>();

  @Nullable End end;

  Draft() {}

  Parameter join(Variable variable) {
    return joins.computeIfAbsent(variable, known -> new Parameter(known.type(), known.name()));
  }

  /** Whether it has its end. */
  public boolean isEnded() {
    return end != null;
  }
}
