package ad4j.compiler.random;

import static ad4j.compiler.random.Type.BOOLEAN;
import static ad4j.compiler.random.Type.DOUBLE;

import java.util.List;

/**
 * Draws expressions of type double by their size: {@link #unit} about -1 to 1, {@link #positive}
 * about 0.3 to 5, {@link #tame} about -5 to 5, as long as variables are tame.
 */
final class Numbers {
  private final Draft draft;

  Numbers(Draft draft) {
    this.draft = draft;
  }

  /** A value for a variable: in a loop one that does not grow from trip to trip. */
  Expression assigned(int depth) {
    if (!draft.inLoop()) {
      return tame(depth);
    }
    return switch (draft.dice.below(8)) {
      case 0, 1 -> math("tanh", times("0.7", any(depth - 1)));
      case 2 -> math("sin", times("0.6", any(depth - 1)));
      case 3 -> math("atan", times("0.6", any(depth - 1)));
      case 4 -> of("$ / $", tame(depth - 1), of("1.7 + $", math("abs", tame(depth - 1))));
      case 5 -> of("0.4 * $ + $", tame(depth - 1), unit(depth - 1));
      case 6 -> math("log1p", math("abs", times("0.5", tame(depth - 1))));
      default -> unit(depth);
    };
  }

  Expression any(int depth) {
    return switch (draft.dice.below(5)) {
      case 0 -> of("$ * $", tame(depth - 1), tame(depth - 1));
      case 1 -> of("$ - $", tame(depth - 1), tame(depth - 1));
      case 2 -> of("$ * $ + $", tame(depth - 1), unit(depth - 1), tame(depth - 1));
      case 3 -> of("$ + $", tame(depth - 1), tame(depth - 1));
      default -> tame(depth);
    };
  }

  Expression tame(int depth) {
    if (depth <= 0 || draft.dice.chance(12)) {
      return leaf();
    }
    int d = depth - 1;
    return switch (draft.dice.below(36)) {
      case 0, 1 -> of("$ + $", unit(d), tame(d - 1));
      case 2, 3 -> of("$ * $", unit(d), tame(d));
      case 4 -> of("$ - $", tame(d - 1), unit(d));
      case 5 -> math(draft.dice.of("exp", "expm1", "sinh", "cosh"), unit(d));
      case 6 -> math(draft.dice.of("log", "cbrt", "log10", "sqrt"), positive(d));
      case 7 -> math("pow", positive(d), draft.dice.literal());
      case 8 -> power(d);
      case 9 -> math("log1p", times("0.8", unit(d)));
      case 10 -> math("hypot", tame(d), positive(d));
      case 11 -> of("$ / $", tame(d), positive(d));
      case 12 -> of("$ / (2.0 + $)", tame(d), math("sin", tame(d)));
      case 13 -> fused(d);
      case 14 -> math("abs", tame(d));
      case 15, 16 -> math(draft.dice.of("max", "min"), tame(d), tame(d));
      case 17, 18 -> ternary(tame(d), tame(d));
      case 19 -> of("-$", tame(d));
      case 20 -> fromInt();
      case 21, 22 -> draft.places.element();
      case 23, 24 -> call(d);
      case 25, 26 -> draft.places.lambdaCall(d);
      case 27, 28 -> draft.places.recordNumber(d);
      case 29 -> chosen(d);
      case 30 -> of("0.5 * ($ + $)", tame(d), tame(d));
      default -> unit(depth);
    };
  }

  Expression unit(int depth) {
    if (depth <= 0) {
      return draft.dice.chance(50) ? math("sin", leaf()) : math("tanh", leaf());
    }
    int d = depth - 1;
    return switch (draft.dice.below(20)) {
      case 0, 1 -> math("sin", tame(d));
      case 2 -> math("cos", tame(d));
      case 3 -> math("tanh", tame(d));
      case 4 -> of("$ * $", unit(d), unit(d));
      case 5 -> of("0.5 * ($ - $)", unit(d), unit(d));
      case 6 -> of("$ / $", tame(d), of("1.3 + $", math("abs", tame(d))));
      case 7 -> times("0.6", math("atan", tame(d)));
      case 8 -> times("0.6", math("asin", times("0.9", unit(d))));
      case 9 -> times("0.3", math("acos", times("0.9", unit(d))));
      case 10 -> times("0.3", math("atan2", tame(d), positive(d)));
      case 11 -> {
        String step = draft.dice.of("signum", "floor", "ceil", "rint");
        yield of("$ * (0.7 + $)", unit(d), times("0.25", math(step, tame(d))));
      }
      case 12 -> times("0.7", tame(d - 1));
      case 13 -> math("tan", times("0.6", unit(d)));
      case 14 -> times("0.7", math(draft.dice.of("sinh", "cosh"), unit(d)));
      case 15 -> math(draft.dice.of("max", "min"), unit(d), unit(d));
      case 16 -> ternary(unit(d), unit(d));
      default -> math(draft.dice.of("sin", "cos", "tanh"), times("0.7", tame(d)));
    };
  }

  Expression positive(int depth) {
    int d = depth - 1;
    return switch (draft.dice.below(7)) {
      case 0 -> math("exp", unit(d));
      case 1 -> math("sqrt", of("1.0 + $", math("abs", tame(d))));
      case 2 -> math("cosh", unit(d));
      case 3 -> of("1.2 + $", math("log1p", math("abs", tame(d))));
      case 4 -> of("$ + 0.4", math("abs", tame(d)));
      default -> of("1.6 + $", unit(d));
    };
  }

  private Expression leaf() {
    List<Variable> scalars = draft.scope.all(DOUBLE);
    int choice = draft.dice.below(20);
    if (choice < 9 && !scalars.isEmpty()) {
      return draft.dice.pick(scalars).read();
    }
    if (choice == 10) {
      return draft.places.constant();
    }
    if (choice == 11) {
      return fromInt();
    }
    return choice < 19 ? draft.places.element() : draft.dice.literal();
  }

  private Expression power(int d) {
    if (draft.dice.chance(40)) {
      draft.uses(Construct.POW_ACTIVE_EXPONENT);
      return math("pow", positive(d), unit(d));
    }
    draft.uses(Construct.POW_INT_EXPONENT);
    Expression exponent =
        draft.dice.chance(70)
            ? draft.dice.integer(1, 3)
            : Expression.of(Type.INT, "$ & 3", draft.integers.any(1));
    return math("pow", unit(d), exponent);
  }

  private Expression fused(int d) {
    if (draft.setting.release() < 9 || !draft.allows(Construct.FMA)) {
      return of("$ * $ + $", unit(d), tame(d), unit(d));
    }
    draft.uses(Construct.FMA);
    return math("fma", unit(d), tame(d), unit(d));
  }

  private Expression ternary(Expression one, Expression other) {
    if (!draft.allows(Construct.TERNARY)) {
      return one;
    }
    draft.uses(Construct.TERNARY);
    return of("$ ? $ : $", draft.integers.condition(2), one, other);
  }

  private Expression chosen(int d) {
    if (draft.setting.release() < 14 || !draft.allows(Construct.SWITCH_EXPRESSION)) {
      return tame(d);
    }
    draft.uses(Construct.SWITCH_EXPRESSION);
    return of(
        "switch (#) { case 0 -> #; case 1, 3 -> #; default -> #; }",
        draft.integers.small(1),
        tame(d),
        tame(d),
        tame(d));
  }

  /** A call of a static method of the program, or something else if it has none. */
  private Expression call(int d) {
    List<Helper> scalar = draft.callable(Helper.Form.SCALAR);
    List<Helper> recursive = draft.callable(Helper.Form.RECURSIVE);
    if (!recursive.isEmpty() && draft.dice.chance(50)) {
      Helper helper = draft.dice.pick(recursive);
      draft.uses(Construct.CALL_RECURSIVE);
      draft.pay(helper.cost());
      return of(helper.name() + "(#, #)", tame(d), draft.dice.integer(0, 4).pin());
    }
    if (scalar.isEmpty()) {
      return unit(d);
    }
    Helper helper = draft.dice.pick(scalar);
    draft.uses(Construct.CALL_SCALAR);
    draft.pay(helper.cost());
    return draft.places.call(helper, DOUBLE, d);
  }

  private Expression fromInt() {
    return switch (draft.dice.below(4)) {
      case 0 -> {
        draft.uses(Construct.CAST_INT_TO_DOUBLE);
        yield of("0.2 * (double) $", draft.integers.small(1));
      }
      case 1 -> {
        if (!draft.allows(Construct.LONG_ARITHMETIC)) {
          yield draft.dice.literal();
        }
        draft.uses(Construct.CAST_LONG_TO_DOUBLE);
        yield of("(double) ($ & 15L) / 9.0", draft.integers.wide(1));
      }
      default -> {
        draft.uses(Construct.CAST_INT_TO_DOUBLE);
        yield of("0.3 * $", draft.integers.small(1));
      }
    };
  }

  static Expression of(String template, Expression... operands) {
    return Expression.of(DOUBLE, template, operands);
  }

  private static Expression times(String factor, Expression value) {
    return of(factor + " * $", value);
  }

  private Expression math(String function, Expression... operands) {
    switch (function) {
      case "floor", "ceil", "rint", "signum" -> {
        if (!draft.allows(Construct.ROUNDING)) {
          return operands[0];
        }
        draft.uses(Construct.ROUNDING);
      }
      case "max", "min", "abs" -> {
        if (!draft.allows(Construct.MIN_MAX_ABS)) {
          return instead(function, operands);
        }
        draft.uses(Construct.MIN_MAX_ABS);
      }
      default -> {}
    }
    boolean strict = draft.dice.chance(25) && draft.allows(Construct.STRICT_MATH);
    draft.uses(strict ? Construct.STRICT_MATH : Construct.MATH);
    String holes = operands.length == 1 ? "(#)" : operands.length == 2 ? "(#, #)" : "(#, #, #)";
    return of((strict ? "StrictMath." : "Math.") + function + holes, operands);
  }

  /** Smooth, and of about the same size and sign. */
  private static Expression instead(String function, Expression... operands) {
    return function.equals("abs")
        ? of("Math.sqrt(0.3 + Math.pow(#, 2.0))", operands[0])
        : of("0.5 * $ + 0.5 * $", operands);
  }

  /** A condition on doubles, away from ties. */
  Expression comparison() {
    draft.uses(Construct.COMPARE_DOUBLE);
    String template = draft.dice.of("$ > $", "$ < $", "$ >= $", "$ <= $", "$ != $");
    if (draft.dice.chance(25)) {
      return Expression.of(BOOLEAN, "0." + draft.dice.between(1, 9) + "7 < $", tame(1));
    }
    return Expression.of(BOOLEAN, template, tame(1), draft.dice.literal());
  }
}
