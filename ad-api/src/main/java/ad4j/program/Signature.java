package ad4j.program;

import ad4j.op.Comparison;
import ad4j.op.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types that an instruction must have. */
final class Signature {
  private Signature() {}

  /** What is wrong with the types of an instruction, or null. */
  static @Nullable String problem(Instruction instruction) {
    List<Type> given = instruction.operands().stream().map(Value::type).toList();
    return fits(instruction, given, instruction.type())
        ? null
        : given + " cannot give " + instruction.type();
  }

  private static boolean fits(Instruction instruction, List<Type> given, Type type) {
    return switch (instruction.op()) {
      case Op.Apply apply -> apply(apply.operator(), given, type);
      case Op.Integral integral -> integral(integral.kind(), given, type);
      case Op.Compare compare -> compare(compare.relation(), given) && type.equals(Type.I32);
      case Op.Convert _ -> given.size() == 1 && isNumber(given.getFirst()) && isNumber(type);
      case Op.Narrow narrow -> {
        int bits = Math.abs(narrow.bits());
        yield bits > 0 && bits < 32 && given.equals(List.of(Type.I32)) && type.equals(Type.I32);
      }
      case Op.New _ -> make(given, type);
      case Op.ZeroLike _, Op.Copy _ -> type.isArray() && given.equals(List.of(type));
      case Op.Length _ -> given.size() == 1 && given.getFirst().isArray() && type.equals(Type.I32);
      case Op.Load _ ->
          isArray(given)
              && given.equals(List.of(given.getFirst(), Type.I32))
              && type.equals(given.getFirst().element());
      case Op.Store _, Op.Fill _ -> store(instruction.op(), given) && type.equals(Type.VOID);
      case Op.Move _ -> {
        Type array = given.isEmpty() ? Type.VOID : given.getFirst();
        yield array.isArray()
            && given.equals(List.of(array, Type.I32, array, Type.I32, Type.I32))
            && type.equals(Type.VOID);
      }
      case Op.Held held -> held.slot() >= -1 && type.isArray() && given.isEmpty();
      case Op.Grow grow ->
          grow.slot() >= -1 && type.isArray() && given.equals(List.of(type, Type.I32));
      case Op.Call call ->
          given.equals(call.routine().parameters()) && type.equals(call.routine().type());
      case Op.Result result -> result(instruction, result.index(), type);
      case Op.Check(Op op, Type checked) ->
          type.equals(Type.VOID)
              && fits(new Instruction(op, checked, instruction.operands(), null), given, checked);
      case Op.Guard _ -> given.equals(List.of(Type.I32)) && type.equals(Type.VOID);
    };
  }

  private static boolean isNumber(Type type) {
    return type.equals(Type.F64) || type.equals(Type.I32) || type.equals(Type.I64);
  }

  private static boolean isArray(List<Type> given) {
    return !given.isEmpty() && given.getFirst().isArray();
  }

  private static boolean apply(Operator operator, List<Type> given, Type type) {
    return (operator.arity() == Operator.VARIADIC || operator.arity() == given.size())
        && given.stream().allMatch(Type.F64::equals)
        && type.equals(Type.F64);
  }

  private static boolean integral(IntegralOp kind, List<Type> given, Type type) {
    return (type.equals(Type.I32) || type.equals(Type.I64))
        && given.equals(List.of(type, kind.isShift() ? Type.I32 : type));
  }

  private static boolean compare(Comparison relation, List<Type> given) {
    if (given.size() != 2 || !given.get(0).equals(given.get(1))) {
      return false;
    }
    boolean identity = relation == Comparison.EQUAL || relation == Comparison.NOT_EQUAL;
    return given.getFirst().isArray() ? identity : isNumber(given.getFirst());
  }

  private static boolean make(List<Type> given, Type type) {
    return !given.isEmpty()
        && given.size() <= type.rank()
        && given.stream().allMatch(Type.I32::equals);
  }

  private static boolean store(Op op, List<Type> given) {
    if (!isArray(given)) {
      return false;
    }
    Type array = given.getFirst();
    return given.equals(
        op instanceof Op.Fill
            ? List.of(array, Type.I32, Type.I32, array.element())
            : List.of(array, Type.I32, array.element()));
  }

  private static boolean result(Instruction instruction, int index, Type type) {
    if (instruction.operands().size() != 1
        || !(instruction.operand(0) instanceof Instruction call)
        || !(call.op() instanceof Op.Call(Routine routine))) {
      return false;
    }
    return routine.results().size() > 1
        && index >= 0
        && index < routine.results().size()
        && type.equals(routine.results().get(index));
  }
}
