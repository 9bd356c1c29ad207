package ad4j.program;

import ad4j.op.Arithmetic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that were computed already, by what computed them. */
final class Known {
  private final Flow flow;
  private final Map<Key, List<Entry>> entries = new HashMap<>();

  /**
   * What gives the same value.
   *
   * @param version of the memory that is read; 0 if none is
   */
  record Key(Op op, Type type, List<Value> operands, int version) {}

  private record Entry(Block block, Value value) {}

  Known(Flow flow) {
    this.flow = flow;
  }

  /** The value with this key that is there in a block. */
  @Nullable Value find(Key key, Block at) {
    Value found = findExactly(key, at);
    return found == null && isCommutative(key.op)
        ? findExactly(new Key(key.op, key.type, key.operands.reversed(), key.version), at)
        : found;
  }

  private @Nullable Value findExactly(Key key, Block at) {
    for (Entry entry : entries.getOrDefault(key, List.of())) {
      if (flow.dominates(entry.block, at)) {
        return entry.value;
      }
    }
    return null;
  }

  void add(Key key, Block at, Value value) {
    entries.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Entry(at, value));
  }

  private static boolean isCommutative(Op op) {
    return switch (op) {
      case Op.Apply apply ->
          apply.operator() == Arithmetic.ADD
              || apply.operator() == Arithmetic.MUL
              || apply.operator() == Arithmetic.CHAIN
              || apply.operator() == Arithmetic.ACCUMULATE;
      case Op.Integral integral ->
          switch (integral.kind()) {
            case ADD, MUL, AND, OR, XOR, MIN, MAX -> true;
            case SUB, DIV, REM, SHL, SHR, USHR -> false;
          };
      default -> false;
    };
  }
}
