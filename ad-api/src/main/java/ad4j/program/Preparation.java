package ad4j.program;

import ad4j.error.ProgramException;
import ad4j.op.Comparison;
import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns instructions into steps.
 *
 * @param doubles what a double is
 * @param library where routines are found
 */
record Preparation(Doubles doubles, Library library) {
  /** The step that works on these registers. */
  Step step(Instruction instruction, int to, int[] from) {
    Type type = instruction.type();
    return switch (instruction.op()) {
      case Op.Apply apply -> doubles.apply(apply.operator(), to, from);
      case Op.Integral integral -> integral(integral.kind(), type, to, from);
      case Op.Compare compare ->
          compare(compare.relation(), instruction.operand(0).type(), to, from);
      case Op.Convert _ -> convert(instruction.operand(0).type(), type, to, from[0]);
      case Op.Narrow narrow -> r -> r.anything(to, narrowed(r.integer(from[0]), narrow.bits()));
      case Op.New _ -> make(type, to, from);
      case Op.ZeroLike _ -> r -> r.anything(to, Arrangement.zeroLike(r.anything(from[0])));
      case Op.Copy _ -> r -> r.anything(to, Arrangement.copy(r.some(from[0])));
      case Op.Length _ -> r -> r.anything(to, Array.getLength(r.some(from[0])));
      case Op.Load _ -> load(arrangement(instruction), to, from);
      case Op.Store _ -> store(arrangement(instruction), from);
      case Op.Fill _ -> fill(arrangement(instruction), from);
      case Op.Move _ -> move(from);
      case Op.Held _ -> held(type, to);
      case Op.Grow _ -> r -> r.anything(to, Arrangement.grown(r.some(from[0]), r.integer(from[1])));
      case Op.Call call -> call(call.routine(), to, from);
      case Op.Result result ->
          r -> r.anything(to, ((@Nullable Object[]) r.some(from[0]))[result.index()]);
      case Op.Check(Op op, Type checked) ->
          step(new Instruction(op, checked, instruction.operands(), null), to, from);
      case Op.Guard _ -> guard(instruction, from[0]);
    };
  }

  /** A constant as what registers hold. */
  @Nullable Object constant(Constant constant) {
    Number number = constant.number();
    return number == null || !constant.type().isReal()
        ? number
        : doubles.number(number.doubleValue());
  }

  private Arrangement arrangement(Instruction instruction) {
    Type array = instruction.operand(0).type();
    return new Arrangement(doubles.javaType(array.scalar(), array.rank() - 1));
  }

  private static Step integral(IntegralOp kind, Type type, int to, int[] from) {
    return type.equals(Type.I32)
        ? r -> r.anything(to, kind.at(r.integer(from[0]), r.integer(from[1])))
        : r -> r.anything(to, kind.at(r.integral(from[0]), r.integral(from[1])));
  }

  private Step compare(Comparison relation, Type type, int to, int[] from) {
    if (type.isArray()) {
      boolean equal = relation == Comparison.EQUAL;
      return r -> r.anything(to, r.anything(from[0]) == r.anything(from[1]) == equal ? 1 : 0);
    }
    if (type.isReal()) {
      return r -> r.anything(to, doubles.is(relation, r.some(from[0]), r.some(from[1])) ? 1 : 0);
    }
    return r -> {
      int order = Long.compare(r.integral(from[0]), r.integral(from[1]));
      r.anything(to, relation.holds(order, 0) ? 1 : 0);
    };
  }

  private Step convert(Type source, Type target, int to, int from) {
    if (source.isReal()) {
      return switch (target.scalar()) {
        case I32 -> r -> r.anything(to, (int) doubles.value(r.some(from)));
        case I64 -> r -> r.anything(to, (long) doubles.value(r.some(from)));
        case F64, BOOL, VOID -> r -> r.anything(to, r.some(from));
      };
    }
    return switch (target.scalar()) {
      case I32 -> r -> r.anything(to, (int) r.integral(from));
      case I64 -> r -> r.anything(to, r.integral(from));
      case F64 -> r -> r.anything(to, doubles.number((double) r.integral(from)));
      case BOOL, VOID -> throw new ProgramException("no number can be of type " + target);
    };
  }

  private static int narrowed(int x, int bits) {
    return bits < 0 ? x & ((1 << -bits) - 1) : (x << (32 - bits)) >> (32 - bits);
  }

  private Step make(Type type, int to, int[] from) {
    Class<?> innermost = doubles.javaType(type.scalar(), type.rank() - from.length);
    return r -> {
      int[] lengths = new int[from.length];
      Arrays.setAll(lengths, i -> r.integer(from[i]));
      r.anything(to, Arrangement.make(innermost, lengths));
    };
  }

  private Step held(Type type, int to) {
    Class<?> elements = doubles.javaType(type.scalar(), type.rank() - 1);
    return r -> r.anything(to, Array.newInstance(elements, 0));
  }

  private static Step load(Arrangement arrays, int to, int[] from) {
    return r -> r.anything(to, arrays.load(r.some(from[0]), r.integer(from[1])));
  }

  private static Step store(Arrangement arrays, int[] from) {
    return r -> arrays.store(r.some(from[0]), r.integer(from[1]), r.anything(from[2]));
  }

  private static Step fill(Arrangement arrays, int[] from) {
    return r ->
        arrays.fill(r.some(from[0]), r.integer(from[1]), r.integer(from[2]), r.anything(from[3]));
  }

  private static Step guard(Instruction instruction, int from) {
    return r -> {
      if (r.integer(from) == 0) {
        throw new Raised("a guard", instruction.origin());
      }
    };
  }

  private static Step move(int[] from) {
    return r ->
        System.arraycopy(
            r.some(from[0]),
            r.integer(from[1]),
            r.some(from[2]),
            r.integer(from[3]),
            r.integer(from[4]));
  }

  private Step call(Routine routine, int to, int[] from) {
    boolean single = routine.results().size() == 1;
    return r -> {
      @Nullable Object[] arguments = new @Nullable Object[from.length];
      Arrays.setAll(arguments, i -> r.anything(from[i]));
      @Nullable Object[] results = library.prepared(routine).run(arguments, r.run());
      r.anything(to, single ? results[0] : results);
    };
  }
}
