package ad4j.compiler.random;

import static ad4j.compiler.random.Type.ARRAY;
import static ad4j.compiler.random.Type.COMPLEX;
import static ad4j.compiler.random.Type.DOUBLE;
import static ad4j.compiler.random.Type.INT;

import java.util.ArrayList;
import java.util.List;

/** Draws what reads from arrays, records, constants, lambdas and other methods. */
final class Places {
  private final Draft draft;

  Places(Draft draft) {
    this.draft = draft;
  }

  /** An int that is in the bounds of an array, or of the rows of a matrix. */
  Expression index(Variable array) {
    List<Variable> indices = draft.scope.all(v -> v.indexes(array));
    int choice = draft.dice.below(12);
    if (choice < 6 && !indices.isEmpty()) {
      Variable index = draft.dice.pick(indices);
      return index.size().equals(array.size()) && choice == 0
          ? Integers.of(array.size() + " - 1 - $", index.read())
          : index.read();
    }
    return choice < 9 ? draft.dice.integer(0, array.least() - 1) : modulo(array.name() + ".length");
  }

  private Expression column(Variable matrix) {
    List<Variable> indices = draft.scope.all(v -> v.indexesColumns(matrix));
    if (!indices.isEmpty() && draft.dice.chance(70)) {
      return draft.dice.pick(indices).read();
    }
    return draft.dice.integer(0, matrix.leastColumns() - 1);
  }

  private Expression modulo(String length) {
    List<Variable> arrays = draft.scope.all(Type.INTS);
    if (!arrays.isEmpty() && draft.dice.chance(60)) {
      draft.uses(Construct.INDIRECT_LOAD);
      Variable array = draft.dice.pick(arrays);
      List<Variable> indices = draft.scope.all(v -> v.indexes(array));
      Expression at =
          indices.isEmpty()
              ? draft.dice.integer(0, array.least() - 1)
              : draft.dice.pick(indices).read();
      return Integers.of("Math.abs($ % " + length + ")", Integers.of(array.name() + "[#]", at));
    }
    Expression any = draft.integers.any(1);
    return draft.dice.chance(50)
        ? Integers.of("($ & 63) % " + length, any)
        : Integers.of("Math.abs($ % " + length + ")", any);
  }

  /** An element of an array or a matrix, or a literal if there is none. */
  Expression element() {
    List<Variable> matrices = draft.scope.all(Type.MATRIX);
    List<Variable> arrays = draft.scope.all(ARRAY);
    if (!matrices.isEmpty() && (arrays.isEmpty() || draft.dice.chance(30))) {
      draft.uses(Construct.MATRIX_LOAD);
      return cell(draft.dice.pick(matrices));
    }
    return arrays.isEmpty() ? draft.dice.literal() : element(draft.dice.pick(arrays));
  }

  Expression element(Variable array) {
    return Numbers.of(array.name() + "[#]", index(array));
  }

  Expression cell(Variable matrix) {
    return Numbers.of(matrix.name() + "[#][#]", index(matrix), column(matrix));
  }

  Expression row(Variable matrix) {
    return Expression.of(ARRAY, matrix.name() + "[#]", index(matrix));
  }

  Expression constant() {
    return switch (draft.dice.below(3) + (draft.inner ? 1 : 0)) {
      case 0 -> {
        draft.uses(Construct.CONSTANT_DOUBLE);
        yield Expression.of(DOUBLE, "C0");
      }
      case 1 -> {
        draft.uses(Construct.CONSTANT_COMPUTED);
        yield Expression.of(DOUBLE, "C1");
      }
      default -> {
        draft.uses(Construct.CONSTANT_INT);
        yield Numbers.of("$ / 2.0", Expression.of(INT, "N"));
      }
    };
  }

  /** A call with drawn arguments; a literal if there are no arguments for it. */
  Expression call(Helper helper, Type type, int depth) {
    List<Expression> arguments = new ArrayList<>();
    for (Type parameter : helper.parameters()) {
      List<Variable> known = draft.scope.all(parameter);
      switch (parameter) {
        case DOUBLE -> arguments.add(draft.numbers.tame(depth));
        case INT -> arguments.add(draft.integers.any(Math.min(depth, 1)));
        case UNARY -> arguments.add(function(known));
        case COMPLEX -> {
          draft.uses(Construct.CALL_WITH_RECORD);
          arguments.add(complex(1));
        }
        case LONG, BOOLEAN, ARRAY, MATRIX, INTS, MODEL, BINARY, INDEXED, NOTHING -> {
          if (known.isEmpty()) {
            return type == INT ? draft.dice.integer(0, 3) : draft.dice.literal();
          }
          if (parameter == Type.MATRIX) {
            draft.uses(Construct.CALL_WITH_MATRIX);
          }
          arguments.add(draft.dice.pick(known).read());
        }
      }
    }
    String holes = String.join(", ", java.util.Collections.nCopies(arguments.size(), "#"));
    return new Expression(type, helper.name() + "(" + holes + ")", arguments, false);
  }

  private Expression function(List<Variable> known) {
    draft.uses(Construct.LAMBDA_PASSED);
    if (!known.isEmpty() && draft.dice.chance(50)) {
      return draft.dice.pick(known).read();
    }
    return Expression.of(
        Type.UNARY, draft.dice.of("Math::sin", "Math::tanh", "t -> t * 0.37", "t -> C1 - t * t"));
  }

  /** A call of a lambda in scope. */
  Expression lambdaCall(int depth) {
    List<Variable> lambdas =
        draft.scope.all(
            v -> v.type() == Type.UNARY || v.type() == Type.BINARY || v.type() == Type.INDEXED);
    List<Helper> applies = draft.callable(Helper.Form.APPLIES);
    if (!applies.isEmpty() && draft.dice.chance(30)) {
      Helper helper = draft.dice.pick(applies);
      draft.pay(helper.cost());
      return call(helper, DOUBLE, depth);
    }
    if (lambdas.isEmpty()) {
      return draft.numbers.unit(depth);
    }
    Variable lambda = draft.dice.pick(lambdas);
    String name = lambda.name();
    return switch (lambda.type()) {
      case UNARY -> Numbers.of(name + ".applyAsDouble(#)", draft.numbers.tame(depth));
      case BINARY ->
          Numbers.of(
              name + ".applyAsDouble(#, #)", draft.numbers.tame(depth), draft.numbers.unit(depth));
      default -> Numbers.of(name + ".applyAsDouble(#)", draft.integers.small(1));
    };
  }

  /** A number out of a record. */
  Expression recordNumber(int depth) {
    if (!draft.setting.records()) {
      return draft.numbers.unit(depth);
    }
    List<Variable> models = draft.scope.all(Type.MODEL);
    if (!models.isEmpty() && draft.dice.chance(40)) {
      String model = draft.dice.pick(models).name();
      List<Variable> arrays = draft.scope.all(ARRAY);
      draft.uses(Construct.RECORD_METHOD);
      return arrays.isEmpty() || draft.dice.chance(50)
          ? Numbers.of(model + ".bias()")
          : Numbers.of("0.3 * " + model + ".dot(#)", draft.dice.pick(arrays).read());
    }
    draft.uses(Construct.RECORD_ACCESSOR);
    if (draft.dice.chance(25)) {
      draft.uses(Construct.RECORD_METHOD);
      return Numbers.of("$.size()", complex(Math.min(depth, 1)));
    }
    return Numbers.of(draft.dice.of("$.re()", "$.im()"), complex(Math.min(depth, 1)));
  }

  /** A complex number; not a compound expression, so that methods can be called on it. */
  Expression complex(int depth) {
    List<Variable> known = draft.scope.all(COMPLEX);
    if (!known.isEmpty() && (depth <= 0 || draft.dice.chance(30))) {
      return draft.dice.pick(known).read();
    }
    int d = depth - 1;
    if (depth <= 0) {
      return of("new Complex(#, #)", draft.numbers.unit(0), draft.numbers.unit(0));
    }
    return switch (draft.dice.below(6)) {
      case 0 -> {
        yield of("new Complex(#, #)", draft.numbers.unit(d), draft.numbers.tame(d));
      }
      case 1 -> {
        draft.uses(Construct.RECORD_STATIC_METHOD);
        yield of("Complex.turn(#)", draft.numbers.tame(d));
      }
      case 4 -> {
        if (!draft.allows(Construct.TERNARY)) {
          yield complex(d);
        }
        draft.uses(Construct.RECORD_CHOSEN);
        yield of("($ ? # : #)", draft.integers.condition(1), complex(d), complex(d));
      }
      case 2 -> {
        draft.uses(Construct.RECORD_METHOD);
        yield of("#.scale(#)", complex(d), draft.numbers.unit(d));
      }
      case 3 -> {
        draft.uses(Construct.RECORD_METHOD);
        yield of("#.plus(#)", complex(d), complex(d));
      }
      default -> {
        draft.uses(Construct.RECORD_METHOD);
        yield of("#.times(#).squash()", complex(d), complex(d));
      }
    };
  }

  private static Expression of(String template, Expression... operands) {
    return Expression.of(COMPLEX, template, operands);
  }
}
