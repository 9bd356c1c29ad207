package ad4j.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes variables of the elements of short arrays that a Program makes for itself, if all that is
 * done with them is to load and store elements whose indices are constant. Failures of what nobody
 * needs are left out, as {@link Simplify} does. Cost: linear in the size of the Program.
 */
public final class SmallArrays extends Copy {
  /** The longest array. */
  public static final int MOST = 16;

  private final Map<Value, List<Variable>> elements = new HashMap<>();

  private SmallArrays(Program program, ProgramBuilder builder, Set<Instruction> small) {
    super(program, builder, parameters(program, builder));
    for (Instruction array : small) {
      List<Variable> variables = new ArrayList<>();
      for (int i = 0; i < length(array); i++) {
        variables.add(new Variable(Type.F64, ""));
      }
      elements.put(array, variables);
    }
  }

  /** The same Program without them; and so the routines that it calls. */
  public static Program of(Program program) {
    return Routines.each(program, (each, distinct) -> alone(each));
  }

  private static Program alone(Program program) {
    Set<Instruction> small = find(program);
    if (small.isEmpty()) {
      return program;
    }
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new SmallArrays(program, builder, small).run();
    return builder.build();
  }

  private static Set<Instruction> find(Program program) {
    Set<Instruction> small = new HashSet<>();
    for (Block block : program.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction.op() instanceof Op.New
            && instruction.type().equals(Type.F64_ARRAY)
            && length(instruction) >= 0) {
          small.add(instruction);
        }
      }
    }
    if (!small.isEmpty()) {
      for (Block block : program.blocks()) {
        block.instructions().forEach(each -> dropOthers(each, small));
        block.end().operands().forEach(small::remove);
        block.edges().forEach(edge -> edge.arguments().forEach(small::remove));
      }
    }
    return small;
  }

  /** Drops the arrays with which an instruction does something else. */
  private static void dropOthers(Instruction instruction, Set<Instruction> small) {
    Op op = instruction.op() instanceof Op.Check check ? check.op() : instruction.op();
    boolean known =
        switch (op) {
          case Op.Length _ -> true;
          case Op.Load _, Op.Store _ ->
              instruction.operand(0) instanceof Instruction array
                  && small.contains(array)
                  && index(instruction, length(array)) >= 0;
          default -> false;
        };
    for (int i = known ? 1 : 0; i < instruction.operands().size(); i++) {
      small.remove(instruction.operand(i));
    }
  }

  /** The length of a new array, or -1 if it is not constant, or too long. */
  private static int length(Instruction array) {
    Integer length = constant(array.operand(0));
    return length == null || length < 0 || length > MOST ? -1 : length;
  }

  /** The index of an element, or -1 if it is not constant, or out of bounds. */
  private static int index(Instruction access, int length) {
    Integer index = constant(access.operand(1));
    return index == null || index < 0 || index >= length ? -1 : index;
  }

  private static @Nullable Integer constant(Value value) {
    return value instanceof Constant constant && constant.number() instanceof Integer number
        ? number
        : null;
  }

  @Override
  protected Value instruction(Instruction instruction) {
    List<Variable> made = elements.get(instruction);
    if (made != null) {
      made.forEach(variable -> builder().set(variable, Constant.ZERO));
      return Constant.initial(instruction.type());
    }
    List<Variable> used =
        instruction.operands().isEmpty() ? null : elements.get(instruction.operand(0));
    if (used == null) {
      return super.instruction(instruction);
    }
    return switch (instruction.op()) {
      case Op.Length _ -> Constant.of(used.size());
      case Op.Load _ -> builder().get(used.get(index(instruction, used.size())));
      case Op.Check _ -> Constant.ZERO; // it does not fail
      default -> {
        Variable variable = used.get(index(instruction, used.size()));
        builder().set(variable, copy(instruction.operand(2)));
        yield Constant.ZERO;
      }
    };
  }
}
