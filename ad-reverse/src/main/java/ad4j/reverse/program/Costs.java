package ad4j.reverse.program;

import ad4j.op.Arithmetic;
import ad4j.program.Instruction;
import ad4j.program.Op;

/** What instructions cost. */
final class Costs {
  private Costs() {}

  /** Whether operators are cheaper done again than kept: sums, products and the like. */
  static int of(Instruction instruction) {
    return switch (instruction.op()) {
      case Op.Apply apply -> {
        var operator = apply.operator();
        boolean one =
            operator == Arithmetic.ADD
                || operator == Arithmetic.SUB
                || operator == Arithmetic.MUL
                || operator == Arithmetic.NEG
                || operator == Arithmetic.SQUARE
                || operator == Arithmetic.CHAIN
                || operator == Arithmetic.ACCUMULATE;
        boolean more = operator == Arithmetic.DIV || operator == Arithmetic.RECIPROCAL;
        yield one ? 1 : more ? 24 : 1000;
      }
      case Op.Integral integral -> integral.kind().mayFail() ? 6 : 1;
      case Op.Compare _, Op.Convert _, Op.Narrow _, Op.Length _, Op.Load _ -> 1;
      default -> 1000;
    };
  }
}
