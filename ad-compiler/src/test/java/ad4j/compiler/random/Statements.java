package ad4j.compiler.random;

import static ad4j.compiler.random.Type.ARRAY;
import static ad4j.compiler.random.Type.DOUBLE;
import static ad4j.compiler.random.Type.INT;

import java.util.List;

/**
 * Draws statements on scalars and records; hands on to {@link Arrays}, {@link Flow}, {@link Loops}.
 */
final class Statements {
  private final Draft draft;
  private final ArrayStatements arrays;
  private final Flow flow;
  private final Loops loops;
  private final Lambdas lambdas;
  private final Sums sums;

  Statements(Draft draft) {
    this.draft = draft;
    this.arrays = new ArrayStatements(draft);
    this.flow = new Flow(draft);
    this.loops = new Loops(draft);
    this.lambdas = new Lambdas(draft);
    this.sums = new Sums(draft);
  }

  /** Adds a statement, or a few that belong together. */
  void draw(List<Statement> block) {
    draft.pay(1);
    switch (draft.dice.below(46)) {
      case 0, 1, 2 -> local(block);
      case 3, 4, 5, 6 -> assign(block);
      case 7 -> integer(block);
      case 8 -> wide(block);
      case 9 -> flag(block);
      case 10, 11, 12 -> arrays.declare(block);
      case 13, 14, 15, 16, 17, 18 -> arrays.store(block);
      case 19, 20, 44 -> arrays.move(block);
      case 21, 42, 43 -> arrays.matrix(block);
      case 22, 23, 41 -> arrays.call(block);
      case 24, 25, 26 -> flow.branch(block);
      case 27 -> flow.choose(block);
      case 28, 29 -> flow.leave(block);
      case 30, 31, 32, 33, 34, 35 -> loops.draw(block);
      case 36, 37 -> record(block);
      case 38 -> lambdas(block);
      case 39 -> shadow(block);
      case 40 -> sums.draw(block);
      default -> integer(block);
    }
  }

  private void lambdas(List<Statement> block) {
    if (draft.allows(Construct.LAMBDA_UNARY)) {
      lambdas.draw(block);
    } else {
      loops.draw(block);
    }
  }

  void local(List<Statement> block) {
    Expression value = draft.numbers.assigned(3);
    String name = draft.scope.name("v");
    switch (draft.dice.below(8)) {
      case 0 -> {
        draft.uses(Construct.FINAL_LOCAL);
        block.add(Statement.of("final double " + name + " = #;", value));
        draft.scope.add(Variable.fixed(name, DOUBLE));
      }
      case 1 -> {
        draft.uses(Construct.UNUSED_LOCAL);
        block.add(Statement.of("double " + name + " = #;", unused(value)));
      }
      case 2 -> {
        draft.uses(Construct.ASSIGNED_IN_BOTH_BRANCHES);
        Expression condition = draft.integers.condition(2);
        block.add(
            Statement.of(
                "double "
                    + name
                    + ";\nif (#) {\n\t"
                    + name
                    + " = #;\n} else {\n\t"
                    + name
                    + " = #;\n}",
                condition,
                value,
                draft.numbers.assigned(2)));
        draft.scope.add(Variable.scalar(name));
      }
      default -> {
        draft.uses(Construct.SCALAR_LOCAL);
        block.add(Statement.of("double " + name + " = #;", value));
        draft.scope.add(Variable.scalar(name));
      }
    }
  }

  /** What nobody needs: a value, or an element, which is there most of the time. */
  private Expression unused(Expression value) {
    List<Variable> known = draft.scope.all(ARRAY);
    if (known.isEmpty() || draft.dice.chance(25)) {
      return value;
    }
    Variable array = draft.dice.pick(known);
    draft.uses(Construct.UNUSED_ACCESS);
    if (draft.dice.chance(90)) {
      return draft.places.element(array);
    }
    draft.uses(Construct.FAILING_ACCESS);
    return Numbers.of(array.name() + "[# + 1]", draft.places.index(array));
  }

  void assign(List<Statement> block) {
    List<Variable> known = draft.scope.assignable(DOUBLE);
    if (known.isEmpty()) {
      local(block);
      return;
    }
    String name = draft.dice.pick(known).name();
    if (draft.dice.chance(45)) {
      draft.uses(Construct.ASSIGN);
      block.add(Statement.of(name + " = #;", draft.numbers.assigned(3)));
    } else if (draft.dice.chance(8)) {
      draft.uses(Construct.DOUBLE_INCREMENT);
      block.add(Statement.of(name + draft.dice.of("++;", "--;")));
    } else {
      draft.uses(Construct.COMPOUND_ASSIGN);
      block.add(changed(name));
    }
  }

  /** A compound assignment to a scalar or an element. */
  Statement changed(String place, Expression... at) {
    List<Expression> operands = new java.util.ArrayList<>(List.of(at));
    operands.add(draft.numbers.unit(3));
    String template =
        draft.dice.of(
            " += 0.7 * $;", " += $;", " -= 0.4 * $;", " *= 0.8 + 0.2 * $;", " /= 1.5 + 0.4 * $;");
    return Statement.of(place + template, operands, List.of());
  }

  private void integer(List<Statement> block) {
    List<Variable> known = draft.scope.assignable(INT);
    if (known.isEmpty() || draft.dice.chance(25)) {
      String name = draft.scope.name("k");
      block.add(Statement.of("int " + name + " = #;", draft.integers.any(2)));
      draft.scope.add(Variable.free(name, INT));
      return;
    }
    String name = draft.dice.pick(known).name();
    if (draft.dice.chance(40)) {
      draft.uses(Construct.INT_INCREMENT);
      String template = draft.dice.of("#++;", "#--;", "++#;", "--#;").replace("#", name);
      block.add(Statement.of(template));
    } else if (draft.dice.chance(25)) {
      draft.uses(Construct.INT_COMPOUND_BY_DOUBLE);
      block.add(
          Statement.of(name + draft.dice.of(" += 2.3 * $;", " *= $;"), draft.numbers.unit(2)));
    } else {
      draft.uses(Construct.INT_COMPOUND);
      String operator = draft.dice.of("+=", "-=", "*=", "^=", "&=", "|=", "+=");
      block.add(Statement.of(name + " " + operator + " #;", draft.integers.any(2)));
    }
  }

  private void wide(List<Statement> block) {
    if (!draft.allows(Construct.LONG_ARITHMETIC)) {
      integer(block);
      return;
    }
    List<Variable> known = draft.scope.assignable(Type.LONG);
    if (known.isEmpty() || draft.dice.chance(40)) {
      String name = draft.scope.name("l");
      block.add(Statement.of("long " + name + " = #;", draft.integers.wide(2)));
      draft.scope.add(Variable.free(name, Type.LONG));
      return;
    }
    String name = draft.dice.pick(known).name();
    String operator = draft.dice.of("=", "+=", "-=", "*=", "^=", ">>>=", "<<=");
    Expression value =
        operator.contains(">") || operator.contains("<")
            ? draft.dice.integer(1, 7)
            : draft.integers.wide(2);
    block.add(Statement.of(name + " " + operator + " #;", value));
  }

  private void flag(List<Statement> block) {
    if (!draft.allows(Construct.BOOLEAN_LOCAL)) {
      assign(block);
      return;
    }
    draft.uses(Construct.BOOLEAN_LOCAL);
    String name = draft.scope.name("b");
    block.add(Statement.of("boolean " + name + " = #;", draft.integers.condition(2)));
    draft.scope.add(Variable.free(name, Type.BOOLEAN));
  }

  private void record(List<Statement> block) {
    if (!draft.setting.records()) {
      assign(block);
      return;
    }
    List<Variable> known = draft.scope.assignable(Type.COMPLEX);
    Expression value =
        draft.inLoop()
            ? Expression.of(Type.COMPLEX, "#.squash()", draft.places.complex(2))
            : draft.places.complex(2);
    if (draft.inLoop()) {
      draft.uses(Construct.RECORD_IN_LOOP);
    }
    if (known.isEmpty() || draft.dice.chance(40)) {
      draft.uses(Construct.RECORD_LOCAL);
      String name = draft.scope.name("z");
      block.add(Statement.of("Complex " + name + " = #;", value));
      draft.scope.add(Variable.free(name, Type.COMPLEX));
    } else {
      block.add(Statement.of(draft.dice.pick(known).name() + " = #;", value));
    }
  }

  /** A local with the name of a constant of the class. */
  private void shadow(List<Statement> block) {
    if (!draft.scope.all(v -> v.name().equals("C0")).isEmpty() || draft.inSwitch || draft.inner) {
      assign(block);
      return;
    }
    draft.uses(Construct.SHADOWED_CONSTANT);
    Expression value = draft.numbers.assigned(2);
    boolean selfish = value.toString().contains("C0");
    block.add(Statement.of("double C0 = #;", selfish ? draft.dice.literal() : value));
    draft.scope.add(Variable.scalar("C0"));
  }

  /** Adds up the arrays in scope, and gives the sum to {@link #result}. */
  void gather(List<Statement> block) {
    String sum = draft.scope.name("sum");
    block.add(Statement.of("double " + sum + " = #;", draft.numbers.unit(1)));
    for (Variable array : draft.scope.all(ARRAY)) {
      if (draft.dice.chance(65)) {
        String j = draft.scope.name("j");
        String element = array.name() + "[" + j + "]";
        String term =
            draft.dice.of("(" + j + " + 0.7) * " + element, "Math.sin(" + element + ")", element);
        block.add(
            Statement.of(
                "for (int "
                    + j
                    + " = 0; "
                    + j
                    + " < "
                    + array.name()
                    + ".length; "
                    + j
                    + "++) {\n\t"
                    + sum
                    + " += "
                    + term
                    + ";\n}"));
      }
    }
    draft.scope.add(Variable.scalar(sum));
  }

  /** A value to return that depends on much of what is in scope. */
  Expression result() {
    Expression result = draft.numbers.tame(3);
    for (Variable variable : draft.scope.all(v -> true)) {
      if (draft.dice.chance(80)) {
        Expression part =
            switch (variable.type()) {
              case DOUBLE -> variable.read();
              case ARRAY -> draft.places.element(variable);
              case MATRIX -> draft.places.cell(variable);
              case COMPLEX -> Numbers.of("$.re()", variable.read());
              case MODEL ->
                  Numbers.of(
                      variable.name() + ".bias() * $", draft.places.element(weights(variable)));
              case INT, LONG, BOOLEAN, INTS, UNARY, BINARY, INDEXED, NOTHING ->
                  draft.numbers.unit(1);
            };
        result = Numbers.of(draft.dice.of("$ + $", "$ - $", "$ + 0.6 * $"), result, part);
      }
    }
    return result;
  }

  private static Variable weights(Variable model) {
    return Variable.array(model.name() + ".weights()", model.name() + ".weights().length", 2);
  }

  /** A return of what the method must return. */
  Statement returns(boolean last) {
    return switch (draft.returns) {
      case NOTHING -> Statement.of("return;");
      case ARRAY -> {
        List<Variable> known = draft.scope.all(ARRAY);
        yield known.isEmpty() || draft.dice.chance(30)
            ? Statement.of(
                "return new double[] {#, #};", draft.numbers.tame(2), draft.numbers.tame(2))
            : Statement.of("return #;", draft.dice.pick(known).read());
      }
      case INT -> Statement.of("return #;", draft.integers.any(2));
      default -> Statement.of("return #;", last ? result() : draft.numbers.tame(2));
    };
  }
}
