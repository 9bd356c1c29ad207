package ad4j.program;

import ad4j.op.Arithmetic;
import ad4j.op.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a loop's header to which terms are added at every turn, and which the loop uses
 * for nothing else.
 *
 * @param sums the instructions that add to it
 * @param terms what they add, in order
 */
record Accumulator(Set<Instruction> sums, List<Term> terms) {
  /**
   * What is added.
   *
   * @param isNegative whether it is subtracted
   */
  record Term(Value value, boolean isNegative) {}

  /**
   * The parameter as an accumulator, or null if it is none.
   *
   * @param last what it is given for the next turn
   * @param body what each turn does, in order
   * @param uses how often each value is used in the Program
   */
  static @Nullable Accumulator of(
      Parameter parameter, Value last, List<Instruction> body, Map<Value, Integer> uses) {
    Set<Instruction> sums = new HashSet<>();
    List<Term> terms = new ArrayList<>();
    Value sum = parameter;
    for (Instruction instruction : body) {
      boolean adds = instruction.operands().contains(sum);
      if (!adds && !instruction.operands().contains(parameter)) {
        continue;
      }
      Term term = adds ? term(instruction, sum) : null;
      if (term == null || uses.getOrDefault(instruction, 0) != 1) {
        return null;
      }
      sums.add(instruction);
      terms.add(term);
      sum = instruction;
    }
    return sum == last && sum != parameter ? new Accumulator(sums, terms) : null;
  }

  /** What an instruction adds to {@code sum}; null if it does something else with it. */
  private static @Nullable Term term(Instruction instruction, Value sum) {
    if (!(instruction.op() instanceof Op.Apply(Operator operator))) {
      return null;
    }
    boolean subtracts = operator == Arithmetic.SUB;
    boolean adds = operator == Arithmetic.ADD || operator == Arithmetic.ACCUMULATE;
    if (!subtracts && !adds) {
      return null;
    }
    Value left = instruction.operand(0);
    Value right = instruction.operand(1);
    if (left == right || (subtracts && right == sum)) {
      return null;
    }
    return new Term(left == sum ? right : left, subtracts);
  }
}
