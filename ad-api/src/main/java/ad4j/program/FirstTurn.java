package ad4j.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The test of a loop, made once more before it: what the first turn needs can be made ready there,
 * if there is a first turn.
 *
 * @param header where the loop is entered and left: its instructions cannot fail
 * @param condition what the header branches on
 * @param staysIfTrue whether the loop goes on where it is not 0
 * @param body where it goes on
 */
record FirstTurn(Block header, Value condition, boolean staysIfTrue, Block body) {
  /** The test of a loop that is left only in its header, if it can be made before it. */
  static @Nullable FirstTurn of(Loop loop) {
    Block header = loop.header();
    if (!(header.end() instanceof Terminator.Branch(Value condition, Edge then, Edge otherwise))
        || loop.contains(then.target()) == loop.contains(otherwise.target())
        || !header.instructions().stream().allMatch(FirstTurn::isSafe)) {
      return null;
    }
    boolean stays = loop.contains(then.target());
    return new FirstTurn(header, condition, stays, stays ? then.target() : otherwise.target());
  }

  private static boolean isSafe(Instruction instruction) {
    return switch (instruction.op()) {
      case Op.Apply _, Op.Compare _, Op.Convert _, Op.Narrow _ -> true;
      case Op.Integral(IntegralOp kind) -> !kind.mayFail();
      default -> false;
    };
  }

  /**
   * Writes the test where {@code builder} is, on the way into the loop.
   *
   * @param entry the way, whose arguments the header is given
   * @param copy the values in the Program that is written
   * @param prepare what is to be done if there is a turn
   */
  void enter(ProgramBuilder builder, Edge entry, UnaryOperator<Value> copy, Runnable prepare) {
    Map<Value, Value> known = new HashMap<>();
    List<Parameter> parameters = header.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      known.put(parameters.get(i), copy.apply(entry.arguments().get(i)));
    }
    UnaryOperator<Value> first = value -> known.getOrDefault(value, copy.apply(value));
    for (Instruction instruction : header.instructions()) {
      List<Value> operands = new ArrayList<>();
      instruction.operands().forEach(each -> operands.add(first.apply(each)));
      known.put(instruction, builder.again(instruction, operands));
    }
    Draft turn = builder.block();
    Draft after = builder.block();
    builder.branch(first.apply(condition), staysIfTrue ? turn : after, staysIfTrue ? after : turn);
    builder.at(turn);
    prepare.run();
    builder.jump(after);
    builder.at(after);
  }
}
