package ad4j.reverse.program;

import ad4j.op.Operator;
import ad4j.program.Constant;
import ad4j.program.Instruction;
import ad4j.program.Parameter;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the partials of operators read, found by applying their rules to nothing in particular. */
final class Slopes {
  private record Key(Operator operator, int index, int arity) {}

  /**
   * What a partial reads.
   *
   * @param isZero whether it is 0 wherever it is
   * @param isOne whether it is 1 wherever it is
   * @param reads the operands; their count stands for the result
   */
  record Slope(boolean isZero, boolean isOne, Set<Integer> reads) {}

  private final Map<Key, Slope> known = new HashMap<>();

  /** The partial of an operator of so many operands by the one with this index. */
  Slope of(Operator operator, int index, int arity) {
    return known.computeIfAbsent(new Key(operator, index, arity), Slopes::find);
  }

  private static Slope find(Key key) {
    ProgramBuilder builder = new ProgramBuilder("slope", List.of());
    List<Value> operands = new ArrayList<>();
    for (int i = 0; i < key.arity(); i++) {
      operands.add(new Parameter(Type.F64, ""));
    }
    Value result = new Parameter(Type.F64, "");
    Value partial = builder.partial(key.operator(), key.index(), operands, result);
    Set<Value> reached = new HashSet<>();
    Deque<Value> open = new ArrayDeque<>(List.of(partial));
    while (!open.isEmpty()) {
      Value value = open.remove();
      if (reached.add(value) && value instanceof Instruction instruction) {
        open.addAll(instruction.operands());
      }
    }
    operands.add(result);
    Set<Integer> reads = new HashSet<>();
    for (int i = 0; i < operands.size(); i++) {
      if (reached.contains(operands.get(i))) {
        reads.add(i);
      }
    }
    return new Slope(is(partial, 0), is(partial, 1), reads);
  }

  private static boolean is(Value value, double number) {
    return value instanceof Constant constant && constant.is(number);
  }
}
