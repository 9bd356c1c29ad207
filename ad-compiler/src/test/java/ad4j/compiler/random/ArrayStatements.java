package ad4j.compiler.random;

import static ad4j.compiler.random.Type.ARRAY;

import java.util.ArrayList;
import java.util.List;

/** Draws statements on arrays of doubles. */
final class ArrayStatements {
  private final Draft draft;
  private final MatrixStatements matrices;

  ArrayStatements(Draft draft) {
    this.draft = draft;
    this.matrices = new MatrixStatements(draft);
  }

  void matrix(List<Statement> block) {
    matrices.draw(block);
  }

  void declare(List<Statement> block) {
    List<Variable> known = draft.scope.all(ARRAY);
    int choice = draft.dice.below(10);
    if (draft.inLoop()) {
      draft.uses(Construct.ARRAY_IN_LOOP);
    }
    if (choice <= 1) {
      initialiser(block);
    } else if (choice == 2) {
      matrices.integers(block);
    } else if (choice <= 4 && !known.isEmpty()) {
      Variable from = draft.dice.pick(known);
      Variable or = draft.dice.pick(known);
      if (choice == 4
          && or != from
          && draft.allows(Construct.ARRAY_CHOSEN)
          && draft.dice.chance(60)) {
        chosen(block, from, or);
        return;
      }
      boolean alias = choice == 3 && draft.allows(Construct.ARRAY_ALIAS) && draft.dice.chance(60);
      draft.uses(alias ? Construct.ARRAY_ALIAS : Construct.ARRAY_CLONE);
      add(block, from.size(), from.least(), alias ? "#;" : "#.clone();", from.read());
    } else {
      allocation(block, known);
    }
  }

  private Variable add(
      List<Statement> block, String size, int least, String value, Expression... operands) {
    String name = draft.scope.name("a");
    draft.uses(Construct.ARRAY_LOCAL);
    block.add(Statement.of("double[] " + name + " = " + value, operands));
    boolean assignable = draft.dice.chance(40);
    return draft.scope.add(new Variable(name, ARRAY, assignable, size, least, "", 0));
  }

  /** One of two arrays, as a condition says. */
  private void chosen(List<Statement> block, Variable one, Variable other) {
    draft.uses(Construct.ARRAY_CHOSEN);
    String name = draft.scope.name("a");
    block.add(
        Statement.of(
            "double[] " + name + " = $ ? # : #;",
            draft.integers.condition(1),
            one.read(),
            other.read()));
    boolean alike = one.size().equals(other.size());
    String size = alike ? one.size() : name + ".length";
    draft.scope.add(Variable.array(name, size, Math.min(one.least(), other.least())));
  }

  private void initialiser(List<Statement> block) {
    draft.uses(Construct.ARRAY_INITIALISER);
    int length = draft.dice.between(2, 4);
    Expression[] elements = new Expression[length];
    for (int k = 0; k < length; k++) {
      elements[k] = draft.numbers.tame(2);
    }
    String holes = String.join(", ", java.util.Collections.nCopies(length, "#"));
    add(block, Integer.toString(length), length, "{" + holes + "};", elements);
  }

  private void allocation(List<Statement> block, List<Variable> known) {
    String size;
    int least;
    if (!known.isEmpty() && draft.dice.chance(60)) {
      Variable like = draft.dice.pick(known);
      boolean more = draft.dice.chance(15) && like.size().endsWith("length");
      size = like.size() + (more ? " + 1" : "");
      least = like.least() + (more ? 1 : 0);
    } else if (draft.dice.chance(15)) {
      size = "N";
      least = 2;
    } else {
      least = draft.dice.between(2, 5);
      size = Integer.toString(least);
    }
    Variable array = add(block, size, least, "new double[#];", Expression.of(Type.INT, size).pin());
    if (draft.dice.chance(70) && draft.affords(8)) {
      fill(block, array);
    }
  }

  private void fill(List<Statement> block, Variable array) {
    Scope.Mark mark = draft.scope.enter();
    String j = draft.scope.name("j");
    draft.pay(6);
    draft.scope.add(Variable.index(j, array.size(), 0));
    block.add(
        Statement.of(
            "for (int "
                + j
                + " = 0; "
                + j
                + " < # && "
                + j
                + " < "
                + array.name()
                + ".length; "
                + j
                + "++) {\n\t"
                + array.name()
                + "["
                + j
                + "] = #;\n}",
            Expression.of(Type.INT, array.size()).pin(),
            draft.numbers.assigned(2)));
    draft.scope.leave(mark);
  }

  void store(List<Statement> block) {
    List<Variable> known = draft.scope.all(ARRAY);
    if (known.isEmpty()) {
      declare(block);
      return;
    }
    Variable array = draft.dice.pick(known);
    if (array.name().equals("x") && !draft.allows(Construct.INPUT_STORE)) {
      declare(block);
      return;
    }
    if (array.name().equals("x")) {
      draft.uses(Construct.INPUT_STORE);
    }
    Expression at = draft.places.index(array);
    if (at.toString().contains("Math.abs(") && at.toString().contains("[")) {
      draft.uses(Construct.INDIRECT_STORE);
    }
    switch (draft.dice.below(11)) {
      case 0, 1, 2 -> {
        draft.uses(Construct.ARRAY_STORE);
        block.add(Statement.of(array.name() + "[#] = #;", at, draft.numbers.assigned(3)));
      }
      case 3, 4, 5 -> {
        draft.uses(Construct.ARRAY_COMPOUND_STORE);
        block.add(draft.statements.changed(array.name() + "[#]", at));
      }
      case 6, 7 -> loadStoreLoad(block, array, at);
      case 8 -> swap(block, array, at);
      case 9 -> chain(block, array, at);
      default -> increment(block, array);
    }
  }

  private void loadStoreLoad(List<Statement> block, Variable array, Expression at) {
    draft.uses(Construct.LOAD_STORE_LOAD);
    String before = draft.scope.name("v");
    String after = draft.scope.name("v");
    String element = array.name() + "[#]";
    block.add(Statement.of("double " + before + " = " + element + ";", at));
    draft.scope.add(Variable.scalar(before));
    block.add(Statement.of(element + " = #;", at, draft.numbers.assigned(3)));
    block.add(
        Statement.of(
            "double " + after + " = Math.tanh(" + before + " * " + element + " + $);",
            at,
            draft.numbers.unit(1)));
    draft.scope.add(Variable.scalar(after));
  }

  private void swap(List<Statement> block, Variable array, Expression at) {
    draft.uses(Construct.SWAP_ELEMENTS);
    String kept = draft.scope.name("v");
    String element = array.name() + "[#]";
    Expression other = draft.places.index(array);
    block.add(Statement.of("double " + kept + " = " + element + ";", at));
    block.add(Statement.of(element + " = " + element + ";", at, other));
    block.add(Statement.of(element + " = " + kept + ";", other));
    draft.scope.add(Variable.scalar(kept));
  }

  /** Assignments in one expression. */
  private void chain(List<Statement> block, Variable array, Expression at) {
    List<Variable> scalars = draft.scope.assignable(Type.DOUBLE);
    if (scalars.isEmpty()) {
      swap(block, array, at);
      return;
    }
    draft.uses(Construct.CHAINED_ASSIGN);
    String v = draft.dice.pick(scalars).name();
    String element = array.name() + "[#]";
    String template =
        draft.dice.of(
            v + " = " + element + " = #;",
            element + " = " + v + " = #;",
            v + " = 0.6 * (" + element + " += 0.5 * $);",
            element + " = Math.cos(" + v + "++) * $;",
            v + " += Math.sin(" + element + " *= 0.8 * $);");
    block.add(Statement.of(template, at, draft.numbers.assigned(2)));
  }

  /** A store at an index that the statement itself moves on. */
  private void increment(List<Statement> block, Variable array) {
    List<Variable> counters = draft.scope.assignable(Type.INT);
    if (counters.isEmpty()) {
      String name = draft.scope.name("k");
      block.add(Statement.of("int " + name + " = #;", draft.integers.small(1)));
      counters = List.of(draft.scope.add(Variable.free(name, Type.INT)));
    }
    draft.uses(Construct.INDEX_INCREMENT);
    String counter = draft.dice.pick(counters).name();
    String place = array.name() + "[Math.abs(" + counter + "++ % " + array.name() + ".length)]";
    block.add(draft.statements.changed(place));
  }

  /** Whole arrays at once. */
  void move(List<Statement> block) {
    List<Variable> known = draft.scope.all(ARRAY);
    if (known.isEmpty()) {
      declare(block);
      return;
    }
    Variable array = draft.dice.pick(known);
    String a = array.name();
    draft.pay(5);
    switch (draft.dice.below(6)) {
      case 0 -> {
        draft.uses(Construct.ARRAYS_FILL);
        block.add(
            draft.dice.chance(70)
                ? Statement.of("Arrays.fill(" + a + ", #);", draft.numbers.assigned(2))
                : Statement.of(
                    "Arrays.fill(" + a + ", 1, " + a + ".length, #);", draft.numbers.assigned(2)));
      }
      case 1 -> copy(block, a, draft.dice.pick(known).name());
      default -> exchange(block, array);
    }
  }

  private void copy(List<Statement> block, String from, String to) {
    draft.uses(Construct.ARRAYCOPY);
    if (from.equals(to)) {
      String ends = draft.dice.of(", 0, ", ", 1, ");
      String other = ends.equals(", 0, ") ? ", 1, " : ", 0, ";
      block.add(
          Statement.of("System.arraycopy(" + from + ends + to + other + from + ".length - 1);"));
      return;
    }
    String length = "Math.min(" + from + ".length, " + to + ".length)";
    block.add(Statement.of("System.arraycopy(" + from + ", 0, " + to + ", 0, " + length + ");"));
  }

  /** Exchanges two variables of arrays of one length; if there is only one, makes another. */
  private void exchange(List<Statement> block, Variable array) {
    if (!draft.allows(Construct.SWAP_ARRAYS)) {
      store(block);
      return;
    }
    List<Variable> variables =
        draft.scope.all(v -> v.type() == ARRAY && v.assignable() && v.size().equals(array.size()));
    if (variables.size() < 2) {
      String name = draft.scope.name("a");
      String value = draft.dice.of(array.name() + ".clone();", "new double[" + array.size() + "];");
      block.add(Statement.of("double[] " + name + " = " + value));
      draft.scope.add(new Variable(name, ARRAY, true, array.size(), array.least(), "", 0));
      return;
    }
    String a = variables.get(0).name();
    String b = variables.get(1).name();
    if (draft.dice.chance(25)) {
      block.add(Statement.of(b + " = " + a + draft.dice.of(".clone();", ";")));
      return;
    }
    draft.uses(Construct.SWAP_ARRAYS);
    String kept = draft.scope.name("a");
    block.add(
        Statement.of(
            "double[] "
                + kept
                + " = "
                + a
                + ";\n"
                + a
                + " = "
                + b
                + ";\n"
                + b
                + " = "
                + kept
                + ";"));
  }

  /** A call of a method that writes into arrays or returns one. */
  void call(List<Statement> block) {
    List<Helper> writers = draft.callable(Helper.Form.WRITES);
    List<Helper> makers = draft.callable(Helper.Form.RETURNS_ARRAY);
    List<Helper> divers = draft.callable(Helper.Form.RECURSIVE_WRITER);
    List<Variable> known = draft.scope.all(ARRAY);
    if (!known.isEmpty() && !divers.isEmpty() && draft.dice.chance(40)) {
      draft.uses(Construct.CALL_RECURSIVE_WRITER);
      Helper diver = draft.dice.pick(divers);
      draft.pay(diver.cost());
      block.add(
          Statement.of(
              diver.name() + "(#, #, #);",
              draft.dice.pick(known).read(),
              draft.numbers.tame(1),
              draft.dice.integer(0, 4).pin()));
      return;
    }
    if (known.isEmpty() || (writers.isEmpty() && makers.isEmpty())) {
      store(block);
      return;
    }
    if (!makers.isEmpty() && (writers.isEmpty() || draft.dice.chance(50))) {
      Helper maker = draft.dice.pick(makers);
      draft.uses(Construct.CALL_ARRAY_RETURNING);
      draft.pay(maker.cost());
      Expression call = draft.places.call(maker, ARRAY, 1);
      String name = draft.scope.name("a");
      block.add(Statement.of("double[] " + name + " = #;", call));
      draft.scope.add(Variable.array(name, name + ".length", 2));
      return;
    }
    Helper writer = draft.dice.pick(writers);
    draft.pay(writer.cost());
    draft.uses(Construct.CALL_ARRAY_WRITER);
    List<Expression> arguments = new ArrayList<>();
    Variable first = draft.dice.pick(known);
    Variable second = draft.dice.pick(known);
    if (first == second) {
      draft.uses(Construct.CALL_ARRAY_WRITER_ALIASED);
    }
    arguments.add(first.read());
    arguments.add(second.read());
    arguments.add(draft.numbers.tame(1));
    block.add(Statement.of(writer.name() + "(#, #, #);", arguments, List.of()));
  }
}
