package ad4j.program;

import ad4j.op.Arithmetic;
import ad4j.op.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives in plain arithmetic: products without the strong zero, quotients for products with
 * reciprocals, differences for sums with negatives. Where this differs from what the rules say, by
 * more than rounding, something is NaN: a product of 0 and what is not finite. Whoever runs the
 * Program must look for NaN in its derivatives, and take the exact way then.
 */
public final class Relax extends Copy {
  private final Denominators denominators;

  private Relax(Program program, ProgramBuilder builder) {
    super(program, builder, parameters(program, builder));
    denominators = new Denominators(program);
  }

  /** The same Program, relaxed, with the routines that it calls. */
  public static Program of(Program program) {
    return Routines.each(program, (each, distinct) -> alone(each));
  }

  private static Program alone(Program program) {
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new Relax(program, builder).run();
    return builder.build();
  }

  @Override
  protected Value instruction(Instruction instruction) {
    if (instruction.op() instanceof Op.Apply apply) {
      builder().origin(instruction.origin());
      if (apply.operator() == Arithmetic.CHAIN) {
        Denominators.Way way = denominators.way(instruction);
        return product(copy(instruction.operand(0)), copy(instruction.operand(1)), way);
      }
      if (apply.operator() == Arithmetic.ACCUMULATE) {
        return sum(copy(instruction.operand(0)), copy(instruction.operand(1)));
      }
    }
    return super.instruction(instruction);
  }

  private Value product(Value derivative, Value partial, Denominators.Way way) {
    Value negative = operand(derivative, Arithmetic.NEG, 0);
    if (negative != null) {
      return builder().apply(Arithmetic.NEG, product(negative, partial, way));
    }
    negative = operand(partial, Arithmetic.NEG, 0);
    if (negative != null) {
      return builder().apply(Arithmetic.NEG, product(derivative, negative, way));
    }
    if (way != Denominators.Way.PARTIAL) {
      Value denominator = operand(partial, Arithmetic.RECIPROCAL, 0);
      if (denominator != null) {
        return quotient(derivative, denominator, way);
      }
      Value numerator = operand(partial, Arithmetic.DIV, 0);
      denominator = operand(partial, Arithmetic.DIV, 1);
      if (numerator != null && denominator != null) {
        return builder().apply(Arithmetic.MUL, quotient(derivative, denominator, way), numerator);
      }
    }
    return partial instanceof Constant
        ? builder().apply(Arithmetic.MUL, partial, derivative)
        : builder().apply(Arithmetic.MUL, derivative, partial);
  }

  private Value quotient(Value derivative, Value denominator, Denominators.Way way) {
    return way == Denominators.Way.RECIPROCAL
        ? builder()
            .apply(Arithmetic.MUL, derivative, builder().apply(Arithmetic.RECIPROCAL, denominator))
        : builder().apply(Arithmetic.DIV, derivative, denominator);
  }

  private Value sum(Value x, Value y) {
    if (isZero(x) || isZero(y)) {
      return isZero(x) ? y : x;
    }
    Value negativeX = operand(x, Arithmetic.NEG, 0);
    Value negativeY = operand(y, Arithmetic.NEG, 0);
    if (negativeX != null && negativeY != null && isSame(negativeX, negativeY)) {
      return builder().apply(Arithmetic.NEG, doubled(negativeX));
    }
    if (negativeX != null && negativeY == null) {
      return builder().apply(Arithmetic.SUB, y, negativeX);
    }
    Value subtracted = operand(operand(y, Arithmetic.SUB, 0), Arithmetic.NEG, 0);
    if (subtracted != null) {
      // x + (-a - b)
      Value less = builder().apply(Arithmetic.SUB, x, subtracted);
      return builder().apply(Arithmetic.SUB, less, ((Instruction) y).operand(1));
    }
    Operator sign = negativeY == null ? Arithmetic.ADD : Arithmetic.SUB;
    Value term = negativeY == null ? y : negativeY;
    Value last = operand(x, sign, 1);
    if (last != null && isSame(last, term)) {
      return builder().apply(sign, ((Instruction) x).operand(0), doubled(term));
    }
    return isSame(x, term) && negativeY == null ? doubled(x) : builder().apply(sign, x, term);
  }

  private static boolean isZero(Value x) {
    return x instanceof Constant constant && constant.is(0);
  }

  /** Whether two values are the same, or the same operator of the same values. */
  private static boolean isSame(Value x, Value y) {
    return x.equals(y)
        || (x instanceof Instruction first
            && y instanceof Instruction second
            && first.op() instanceof Op.Apply
            && first.op().equals(second.op())
            && first.operands().equals(second.operands()));
  }

  /**
   * Twice a value, as products with x of x * x are: a constant in it is doubled, if there is one.
   */
  private Value doubled(Value x) {
    Value twice = scaled(x);
    return twice == null ? builder().apply(Arithmetic.ADD, x, x) : twice;
  }

  private @Nullable Value scaled(Value x) {
    if (x instanceof Constant constant && constant.number() instanceof Double number) {
      return Constant.of(2 * number);
    }
    Value first = operand(x, Arithmetic.MUL, 0);
    Value second = operand(x, Arithmetic.MUL, 1);
    if (first == null || second == null) {
      return null;
    }
    Value twice = scaled(first);
    if (twice != null) {
      return builder().apply(Arithmetic.MUL, twice, second);
    }
    twice = scaled(second);
    return twice == null ? null : builder().apply(Arithmetic.MUL, first, twice);
  }

  private static @Nullable Value operand(@Nullable Value value, Operator operator, int index) {
    return value instanceof Instruction instruction
            && instruction.op() instanceof Op.Apply apply
            && apply.operator() == operator
        ? instruction.operand(index)
        : null;
  }
}
