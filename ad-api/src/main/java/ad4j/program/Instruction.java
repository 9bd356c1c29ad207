package ad4j.program;

import ad4j.error.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation on values; its result is a value. Each is itself only. */
public final class Instruction implements Value {
  private final Op op;
  private final Type type;
  private final List<Value> operands;
  private final @Nullable Origin origin;

  /** An instruction; {@code origin} is where it stands in the user's source, if it stands there. */
  public Instruction(Op op, Type type, List<Value> operands, @Nullable Origin origin) {
    this.op = op;
    this.type = type;
    this.operands = List.copyOf(operands);
    this.origin = origin;
  }

  /** What it does. */
  public Op op() {
    return op;
  }

  @Override
  public Type type() {
    return type;
  }

  /** What it works on. */
  public List<Value> operands() {
    return operands;
  }

  /** The operand with this index. */
  public Value operand(int index) {
    return operands.get(index);
  }

  /** Whether it can be left out but for its failure. */
  boolean mayFail() {
    return switch (op) {
      case Op.Load _, Op.Length _, Op.Copy _, Op.New _ -> true;
      case Op.Integral(IntegralOp kind) ->
          kind.mayFail()
              && !(operand(1) instanceof Constant constant
                  && constant.number() != null
                  && constant.number().longValue() != 0);
      default -> false;
    };
  }

  /** Its failure alone. */
  Instruction check() {
    return new Instruction(new Op.Check(op, type), Type.VOID, operands, origin);
  }

  /** Where it stands in the user's source. */
  public @Nullable Origin origin() {
    return origin;
  }
}
