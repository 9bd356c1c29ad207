package ad4j.program;

import ad4j.op.Arithmetic;
import ad4j.op.Operator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How derivatives are best multiplied with reciprocals and quotients. A division takes several
 * times as long as a product: one for each derivative pays where there is but one of them.
 */
final class Denominators {
  /** What becomes of the product of a derivative and a reciprocal or quotient. */
  enum Way {
    /** The derivative is divided. */
    DIVIDE,
    /** The derivative is multiplied with the reciprocal of the denominator, which others need. */
    RECIPROCAL,
    /** The derivative is multiplied with the partial, which others need. */
    PARTIAL
  }

  private record Use(Block block, Value factor) {}

  private final Map<Use, Set<Value>> derivatives = new HashMap<>();
  private final Map<Instruction, Use> partials = new HashMap<>();

  Denominators(Program program) {
    for (Block block : program.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction.op().equals(new Op.Apply(Arithmetic.CHAIN))) {
          add(block, instruction);
        }
      }
    }
  }

  private void add(Block block, Instruction product) {
    Value derivative = unsigned(product.operand(0));
    if (!(unsigned(product.operand(1)) instanceof Instruction partial)) {
      return;
    }
    List<Value> operands = partial.operands();
    if (is(partial, Arithmetic.RECIPROCAL) || is(partial, Arithmetic.DIV)) {
      Use use = new Use(block, partial);
      partials.put(product, use);
      derivatives.computeIfAbsent(use, key -> new HashSet<>()).add(derivative);
      Use denominator = new Use(block, operands.getLast());
      derivatives.computeIfAbsent(denominator, key -> new HashSet<>()).add(derivative);
    }
  }

  /** The way for this product. */
  Way way(Instruction product) {
    Use use = partials.get(product);
    if (use == null) {
      return Way.DIVIDE;
    }
    if (isShared(use)) {
      return Way.PARTIAL;
    }
    Value denominator = ((Instruction) use.factor()).operands().getLast();
    return isShared(new Use(use.block(), denominator)) ? Way.RECIPROCAL : Way.DIVIDE;
  }

  private boolean isShared(Use use) {
    return derivatives.getOrDefault(use, Set.of()).size() > 1;
  }

  private static Value unsigned(Value value) {
    return value instanceof Instruction instruction && is(instruction, Arithmetic.NEG)
        ? unsigned(instruction.operand(0))
        : value;
  }

  private static boolean is(Instruction instruction, Operator operator) {
    return instruction.op() instanceof Op.Apply apply && apply.operator() == operator;
  }
}
