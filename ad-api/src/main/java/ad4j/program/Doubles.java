package ad4j.program;

import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.Arrays;

/** What a double is to an interpreter. */
enum Doubles {
  /** A {@link Double}; its arrays are {@code double[]}. */
  PLAIN(double.class) {
    @Override
    Object number(double value) {
      return value;
    }

    @Override
    double value(Object x) {
      return (Double) x;
    }

    @Override
    boolean is(Comparison relation, Object x, Object y) {
      return relation.holds((Double) x, (Double) y);
    }

    @Override
    Step apply(Operator operator, int to, int[] from) {
      return switch (operator) {
        case UnaryOperator unary -> r -> r.anything(to, unary.value((Double) r.some(from[0])));
        case BinaryOperator binary ->
            r -> r.anything(to, binary.value((Double) r.some(from[0]), (Double) r.some(from[1])));
        case NaryOperator nary ->
            r -> {
              double[] xs = new double[from.length];
              Arrays.setAll(xs, i -> (Double) r.some(from[i]));
              r.anything(to, nary.value(xs));
            };
      };
    }
  },

  /** A {@link Real}; its arrays are {@code Real[]}. */
  REAL(Real.class) {
    @Override
    Object number(double value) {
      return Real.constant(value);
    }

    @Override
    double value(Object x) {
      return ((Real) x).value();
    }

    @Override
    boolean is(Comparison relation, Object x, Object y) {
      return ((Real) x).is(relation, (Real) y);
    }

    @Override
    Step apply(Operator operator, int to, int[] from) {
      return switch (operator) {
        case UnaryOperator unary -> r -> r.anything(to, unary.of((Real) r.some(from[0])));
        case BinaryOperator binary ->
            r -> r.anything(to, binary.of((Real) r.some(from[0]), (Real) r.some(from[1])));
        case NaryOperator nary ->
            r -> {
              Real[] xs = new Real[from.length];
              Arrays.setAll(xs, i -> (Real) r.some(from[i]));
              r.anything(to, nary.of(xs));
            };
      };
    }
  };

  private final Class<?> type;

  Doubles(Class<?> type) {
    this.type = type;
  }

  /** The class of what the elements of an array of this scalar are. */
  Class<?> elements(Scalar scalar) {
    return switch (scalar) {
      case F64 -> type;
      case I32 -> int.class;
      case I64 -> long.class;
      case BOOL -> boolean.class;
      case VOID -> void.class;
    };
  }

  /** The class of values of an array type, or of what its elements are. */
  Class<?> javaType(Scalar scalar, int rank) {
    Class<?> all = elements(scalar);
    for (int i = 0; i < rank; i++) {
      all = all.arrayType();
    }
    return all;
  }

  /** A number that is no variable. */
  abstract Object number(double value);

  /** Its plain value, of which recordings are told. */
  abstract double value(Object x);

  abstract boolean is(Comparison relation, Object x, Object y);

  abstract Step apply(Operator operator, int to, int[] from);
}
