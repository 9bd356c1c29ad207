package ad4j.compiler.random;

import static ad4j.compiler.random.Type.BOOLEAN;
import static ad4j.compiler.random.Type.INT;
import static ad4j.compiler.random.Type.LONG;

import java.util.List;

/** Draws expressions of the types int, long and boolean. */
final class Integers {
  private final Draft draft;

  Integers(Draft draft) {
    this.draft = draft;
  }

  /** Any int, of either sign. */
  Expression any(int depth) {
    if (depth <= 0) {
      return leaf();
    }
    int d = depth - 1;
    return switch (draft.dice.below(13)) {
      case 0, 1, 2 -> {
        draft.uses(Construct.INT_ARITHMETIC);
        yield of(draft.dice.of("$ + $", "$ - $", "$ * $"), any(d), any(d));
      }
      case 3 -> {
        draft.uses(Construct.INT_ARITHMETIC);
        yield of(draft.dice.of("$ / $", "$ % $"), any(d), draft.dice.integer(2, 5));
      }
      case 4 -> {
        draft.uses(Construct.INT_ARITHMETIC);
        yield of("$ / (1 + $)", any(d), small(d));
      }
      case 5, 6 -> {
        draft.uses(Construct.INT_BITS);
        yield of(draft.dice.of("$ & $", "$ | $", "$ ^ $"), any(d), any(d));
      }
      case 7 -> {
        draft.uses(Construct.INT_SHIFT);
        String template = draft.dice.of("$ << $", "$ >> $", "$ >>> $");
        yield of(template, any(d), draft.dice.integer(1, 5));
      }
      case 8 -> {
        if (!draft.allows(Construct.CAST_DOUBLE_TO_INT)) {
          yield leaf();
        }
        draft.uses(Construct.CAST_DOUBLE_TO_INT);
        yield of("(int) $", Numbers.of("2.7 * $", draft.numbers.unit(1)));
      }
      case 9 -> {
        if (!draft.allows(Construct.LONG_ARITHMETIC)) {
          yield leaf();
        }
        draft.uses(Construct.CAST_LONG_TO_INT);
        yield of("(int) $", wide(d));
      }
      case 10 -> {
        yield call(d);
      }
      case 11 -> {
        if (!draft.allows(Construct.TERNARY)) {
          yield leaf();
        }
        draft.uses(Construct.TERNARY);
        yield of("$ ? $ : $", condition(1), any(d), any(d));
      }
      default -> {
        yield of(draft.dice.of("-$", "~$"), any(d));
      }
    };
  }

  /** An int from 0 to 7. */
  Expression small(int depth) {
    List<Variable> indices = draft.scope.all(Variable::isIndex);
    return switch (draft.dice.below(6)) {
      case 0 -> {
        draft.uses(Construct.INT_BITS);
        yield of("$ & 7", any(depth));
      }
      case 1 -> {
        draft.uses(Construct.INT_ARITHMETIC);
        yield of("Math.abs($ % 5)", any(depth));
      }
      case 2 -> {
        yield draft.dice.integer(0, 3);
      }
      default -> {
        yield indices.isEmpty() ? draft.dice.integer(0, 5) : draft.dice.pick(indices).read();
      }
    };
  }

  /** Any long, of either sign. */
  Expression wide(int depth) {
    List<Variable> longs = draft.scope.all(LONG);
    if (depth <= 0) {
      return longs.isEmpty()
          ? Expression.of(LONG, draft.dice.between(1, 99) + "L")
          : draft.dice.pick(longs).read();
    }
    int d = depth - 1;
    return switch (draft.dice.below(7)) {
      case 0, 1 -> {
        draft.uses(Construct.LONG_ARITHMETIC);
        yield ofLong(draft.dice.of("$ + $", "$ - $", "$ * $", "$ ^ $", "$ | $"), wide(d), wide(d));
      }
      case 2 -> {
        draft.uses(Construct.LONG_ARITHMETIC);
        yield ofLong(draft.dice.of("$ / 3L", "$ % 17L", "$ * 31L + 7L", "-$"), wide(d));
      }
      case 3 -> {
        draft.uses(Construct.LONG_SHIFT);
        String template = draft.dice.of("$ << $", "$ >> $", "$ >>> $");
        yield ofLong(template, wide(d), draft.dice.integer(1, 9));
      }
      case 4 -> {
        draft.uses(Construct.CAST_DOUBLE_TO_LONG);
        yield ofLong("(long) $", Numbers.of("9.3 * $", draft.numbers.unit(1)));
      }
      default -> {
        yield ofLong("(long) $", any(d));
      }
    };
  }

  Expression condition(int depth) {
    if (depth > 0 && draft.dice.chance(35)) {
      return switch (draft.dice.below(3)) {
        case 0 -> {
          draft.uses(Construct.AND);
          yield Expression.of(BOOLEAN, "$ && $", condition(depth - 1), condition(depth - 1));
        }
        case 1 -> {
          draft.uses(Construct.OR);
          yield Expression.of(BOOLEAN, "$ || $", condition(depth - 1), condition(depth - 1));
        }
        default -> {
          draft.uses(Construct.NOT);
          yield Expression.of(BOOLEAN, "!$", condition(depth - 1));
        }
      };
    }
    List<Variable> flags = draft.scope.all(BOOLEAN);
    int choice = draft.dice.below(10);
    if (choice == 0 && !flags.isEmpty()) {
      return draft.dice.pick(flags).read();
    }
    if (choice == 1 && draft.allows(Construct.LONG_ARITHMETIC)) {
      draft.uses(Construct.COMPARE_LONG);
      String template = draft.dice.of("$ > 3L", "($ & 1L) == 0L", "$ != 5L", "$ <= 40L");
      return Expression.of(BOOLEAN, template, wide(1));
    }
    if (choice <= 4) {
      draft.uses(Construct.COMPARE_INT);
      String template = draft.dice.of("$ > 1", "($ & 1) == 0", "$ != 2", "$ % 3 == 1", "$ < 2");
      return Expression.of(BOOLEAN, template, any(1));
    }
    return draft.numbers.comparison();
  }

  private Expression call(int d) {
    List<Helper> helpers = draft.callable(Helper.Form.INT);
    if (helpers.isEmpty()) {
      return any(d);
    }
    Helper helper = draft.dice.pick(helpers);
    draft.uses(Construct.CALL_INT);
    draft.pay(helper.cost());
    return draft.places.call(helper, INT, d);
  }

  private Expression leaf() {
    List<Variable> ints = draft.scope.all(INT);
    List<Variable> arrays = draft.scope.all(Type.INTS);
    List<Variable> doubles = draft.scope.all(Type.ARRAY);
    int choice = draft.dice.below(10);
    if (choice < 5 && !ints.isEmpty()) {
      return draft.dice.pick(ints).read();
    }
    if (choice < 7 && !arrays.isEmpty()) {
      Variable array = draft.dice.pick(arrays);
      return of(array.name() + "[#]", draft.places.index(array));
    }
    if (choice == 7 && !doubles.isEmpty()) {
      return of(draft.dice.pick(doubles).name() + ".length");
    }
    return draft.dice.integer(0, 6);
  }

  static Expression of(String template, Expression... operands) {
    return Expression.of(INT, template, operands);
  }

  private static Expression ofLong(String template, Expression... operands) {
    return Expression.of(LONG, template, operands);
  }
}
