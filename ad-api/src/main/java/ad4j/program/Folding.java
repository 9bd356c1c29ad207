package ad4j.program;

import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import ad4j.op.Operator;
import org.jspecify.annotations.Nullable;

/** What an instruction on these operands is without one: exactly, to the last bit. */
final class Folding {
  private Folding() {}

  static @Nullable Value apply(ProgramBuilder builder, Operator operator, Value[] xs) {
    double[] numbers = new double[xs.length];
    boolean constant = true;
    for (int i = 0; i < xs.length; i++) {
      if (xs[i] instanceof Constant given && given.number() != null) {
        numbers[i] = given.number().doubleValue();
      } else {
        constant = false;
      }
    }
    if (constant) {
      return Constant.of(operator.value(numbers));
    }
    if (operator == Arithmetic.CHAIN) {
      return product(builder, xs[0], xs[1], true);
    }
    if (operator == Arithmetic.MUL) {
      return product(builder, xs[0], xs[1], false);
    }
    if (operator == Arithmetic.ACCUMULATE) {
      return is(xs[0], 0) ? xs[1] : is(xs[1], 0) ? xs[0] : null;
    }
    if (operator == Arithmetic.DIV && is(xs[1], 1)) {
      return xs[0];
    }
    if (operator == Arithmetic.DIV && is(xs[0], 1)) {
      return builder.apply(Arithmetic.RECIPROCAL, xs[1]);
    }
    return operator == Arithmetic.NEG ? negative(xs[0]) : null;
  }

  private static @Nullable Value product(
      ProgramBuilder builder, Value x, Value y, boolean strongZero) {
    if (strongZero && (is(x, 0) || is(y, 0))) {
      return Constant.ZERO;
    }
    if (is(x, 1)) {
      return y;
    }
    if (is(y, 1)) {
      return x;
    }
    if (is(y, -1)) {
      return builder.apply(Arithmetic.NEG, x);
    }
    return is(x, -1) ? builder.apply(Arithmetic.NEG, y) : null;
  }

  private static @Nullable Value negative(Value x) {
    return x instanceof Instruction inner
            && inner.op() instanceof Op.Apply apply
            && apply.operator() == Arithmetic.NEG
        ? inner.operand(0)
        : null;
  }

  private static boolean is(Value x, double number) {
    return x instanceof Constant constant && constant.is(number);
  }

  static @Nullable Value integral(IntegralOp kind, Value x, Value y) {
    if (x instanceof Constant a
        && y instanceof Constant b
        && a.number() != null
        && b.number() != null
        && !(kind.mayFail() && b.isInteger(0))) {
      return x.type().equals(Type.I32)
          ? Constant.of(kind.at(a.number().intValue(), b.number().intValue()))
          : Constant.of(kind.at(a.number().longValue(), b.number().longValue()));
    }
    if (y instanceof Constant b && b.isInteger(0)) {
      return switch (kind) {
        case ADD, SUB, OR, XOR, SHL, SHR, USHR -> x;
        default -> null;
      };
    }
    if (x instanceof Constant a && a.isInteger(0) && kind == IntegralOp.ADD) {
      return y;
    }
    if (y instanceof Constant b && b.isInteger(1)) {
      return kind == IntegralOp.MUL || kind == IntegralOp.DIV ? x : null;
    }
    return x instanceof Constant a && a.isInteger(1) && kind == IntegralOp.MUL ? y : null;
  }

  static @Nullable Value compare(Comparison relation, Value x, Value y) {
    if (x instanceof Constant a
        && y instanceof Constant b
        && a.number() != null
        && b.number() != null) {
      boolean holds =
          x.type().isReal()
              ? relation.holds(a.number().doubleValue(), b.number().doubleValue())
              : holds(relation, Long.compare(a.number().longValue(), b.number().longValue()));
      return Constant.of(holds ? 1 : 0);
    }
    return null;
  }

  private static boolean holds(Comparison relation, int order) {
    return relation.holds(order, 0);
  }

  static @Nullable Value convert(Value x, Type type) {
    if (!(x instanceof Constant constant) || constant.number() == null) {
      return null;
    }
    Number number = constant.number();
    return switch (type.scalar()) {
      case F64 -> Constant.of(number.doubleValue());
      case I32 -> Constant.of(number.intValue());
      case I64 -> Constant.of(number.longValue());
      case BOOL, VOID -> null;
    };
  }
}
