package ad4j.compiler.random;

import static ad4j.compiler.random.Type.ARRAY;

import java.util.List;

/** Draws loops. Every loop ends by a counter that no other statement changes. */
final class Loops {
  private final Draft draft;

  Loops(Draft draft) {
    this.draft = draft;
  }

  void draw(List<Statement> block) {
    int depth = draft.loops.size();
    if (depth >= 3 || !draft.affords(30) || (depth > 0 && draft.times > 60)) {
      draft.statements.assign(block);
      return;
    }
    switch (draft.dice.below(16)) {
      case 0, 1, 2, 3 -> up(block);
      case 4 -> down(block);
      case 5 -> step(block);
      case 6, 7 -> triangular(block);
      case 8 -> each(block);
      case 13, 14 -> other(block);
      case 15 -> forever(block);
      case 9 -> counted(block);
      case 10 -> zero(block);
      case 11 -> whileLoop(block);
      default -> doLoop(block);
    }
  }

  /** A range of an index: constants, or the length of an array. */
  private Variable range(String name) {
    List<Variable> sized =
        draft.scope.all(v -> (v.type() == ARRAY || v.type() == Type.INTS) && v.least() > 0);
    if (!sized.isEmpty() && draft.dice.chance(65)) {
      return Variable.index(name, draft.dice.pick(sized).size(), 0);
    }
    List<Variable> matrices = draft.scope.all(Type.MATRIX);
    if (!matrices.isEmpty() && draft.dice.chance(60)) {
      Variable matrix = draft.dice.pick(matrices);
      return Variable.index(name, draft.dice.chance(50) ? matrix.size() : matrix.columns(), 0);
    }
    if (!draft.scope.all(v -> v.name().equals("n")).isEmpty() && draft.dice.chance(60)) {
      return Variable.index(name, "n", 3);
    }
    int bound = draft.dice.between(1, 4);
    return Variable.index(name, Integer.toString(bound), bound);
  }

  private static Expression bound(String text) {
    return Integers.of(text).pin();
  }

  private void up(List<Statement> block) {
    Variable index = range(draft.scope.name("i"));
    draft.uses(Construct.FOR_UP);
    add(
        block,
        index,
        "for (int # = #; # < #; #++) {",
        draft.dice.chance(80) ? "0" : "1",
        index.size());
  }

  private void down(List<Statement> block) {
    Variable index = range(draft.scope.name("i"));
    draft.uses(Construct.FOR_DOWN);
    add(block, index, "for (int # = #; # >= #; #--) {", index.size() + " - 1", "0");
  }

  private void step(List<Statement> block) {
    Variable index = range(draft.scope.name("i"));
    draft.uses(Construct.FOR_STEP);
    String change = draft.dice.of("# += 2", "# = # + 3", "# += 3");
    add(
        block,
        index,
        "for (int # = #; # < #; " + change + ") {",
        draft.dice.of("0", "1"),
        index.size());
  }

  private void triangular(List<Statement> block) {
    List<Variable> outer = draft.scope.all(v -> v.isIndex() && v.name().startsWith("i"));
    if (outer.isEmpty() || draft.loops.isEmpty()) {
      up(block);
      return;
    }
    Variable other = draft.dice.pick(outer);
    Variable index = Variable.index(draft.scope.name("i"), other.size(), other.least());
    draft.uses(Construct.FOR_TRIANGULAR);
    switch (draft.dice.below(4)) {
      case 0 -> add(block, index, "for (int # = #; # <= #; #++) {", "0", other.name());
      case 1 -> add(block, index, "for (int # = #; # < #; #++) {", "0", other.name());
      case 2 -> add(block, index, "for (int # = #; # >= #; #--) {", other.name(), "0");
      default ->
          add(
              block,
              index,
              "for (int # = #; # < #; #++) {",
              other.name() + " + 1",
              other.size().isEmpty() ? "" + other.least() : other.size());
    }
  }

  private void zero(List<Statement> block) {
    draft.uses(Construct.FOR_MAYBE_ZERO_TRIPS);
    Variable index = Variable.index(draft.scope.name("i"), "", 4);
    Expression bound = Integers.of("$ & 3", draft.integers.any(1)).pin();
    loop(block, index, "for (int # = 0; # < @bound; #++) {", List.of(bound), "int # = 0;", 0);
  }

  /** A count of the elements above a threshold, and a loop up to it. */
  private void counted(List<Statement> block) {
    List<Variable> arrays = draft.scope.all(ARRAY);
    if (arrays.isEmpty()) {
      up(block);
      return;
    }
    draft.uses(Construct.FOR_DATA_BOUND);
    Variable array = draft.dice.pick(arrays);
    String count = draft.scope.name("n");
    block.add(
        Statement.of(
            "int "
                + count
                + " = 0;\nfor (double e : "
                + array.name()
                + ") {\n\tif (e > #) {\n\t\t"
                + count
                + "++;\n\t}\n}",
            draft.dice.literal()));
    draft.scope.add(Variable.fixed(count, Type.INT));
    Variable index = Variable.index(draft.scope.name("i"), array.size(), 0);
    add(block, index, "for (int # = #; # < #; #++) {", "0", count);
  }

  private void each(List<Statement> block) {
    List<Variable> arrays = draft.scope.all(ARRAY);
    if (arrays.isEmpty()) {
      up(block);
      return;
    }
    draft.uses(Construct.FOR_ENHANCED);
    Variable element = Variable.fixed(draft.scope.name("e"), Type.DOUBLE);
    Expression array = draft.dice.pick(arrays).read();
    loop(block, element, "for (double # : @bound) {", List.of(array), "double # = @bound[0];", 0);
  }

  /** Over the rows of a matrix, or over an array of ints. */
  private void other(List<Statement> block) {
    List<Variable> matrices = draft.scope.all(Type.MATRIX);
    List<Variable> ints = draft.scope.all(Type.INTS);
    if (!matrices.isEmpty() && (ints.isEmpty() || draft.dice.chance(60))) {
      draft.uses(Construct.FOR_EACH_ROW);
      Variable matrix = draft.dice.pick(matrices);
      Variable row = Variable.array(draft.scope.name("a"), matrix.columns(), matrix.leastColumns());
      loop(
          block,
          row,
          "for (double[] # : @bound) {",
          List.of(matrix.read()),
          "double[] # = @bound[0];",
          0);
    } else if (ints.isEmpty()) {
      each(block);
    } else {
      draft.uses(Construct.FOR_EACH_INT);
      Variable element = Variable.fixed(draft.scope.name("k"), Type.INT);
      Expression array = draft.dice.pick(ints).read();
      loop(block, element, "for (int # : @bound) {", List.of(array), "int # = @bound[0];", 0);
    }
  }

  private void whileLoop(List<Statement> block) {
    draft.uses(Construct.WHILE);
    Variable index = Variable.index(draft.scope.name("w"), "", 6);
    String head =
        draft.dice.chance(60)
            ? "while (# < @bound && @bound) {\n\t#++;"
            : "while (# >= 0 && @bound) {\n\tif (++# > @bound) {\n\t\tbreak;\n\t}";
    Expression trips = draft.dice.integer(1, 5).pin();
    Expression condition = draft.integers.condition(1);
    List<Expression> operands =
        head.contains("< @bound") ? List.of(trips, condition) : List.of(condition, trips);
    block.add(Statement.of("int " + index.name() + " = 0;"));
    loop(block, index, head, operands, "", 0);
  }

  private void forever(List<Statement> block) {
    draft.uses(Construct.WHILE_TRUE);
    Variable index = Variable.index(draft.scope.name("w"), "", 6);
    String head =
        draft.dice.of("while (true)", "for (; ; )")
            + " {\n\tif (# >= @bound) {\n\t\tbreak;\n\t}\n\t#++;";
    block.add(Statement.of("int " + index.name() + " = 0;"));
    loop(block, index, head, List.of(draft.dice.integer(1, 5).pin()), "", 0);
  }

  private void doLoop(List<Statement> block) {
    draft.uses(Construct.DO);
    Variable index = Variable.index(draft.scope.name("w"), "", 6);
    Expression trips = draft.dice.integer(1, 5).pin();
    block.add(Statement.of("int " + index.name() + " = 0;"));
    loop(block, index, "do {\n\t#++;", List.of(trips, draft.integers.condition(1)), "", 1);
  }

  private void add(List<Statement> block, Variable index, String head, String from, String to) {
    String template = head.replaceFirst("= #;", "= @bound;");
    int second = template.indexOf('#', template.indexOf("; #") + 3);
    template = template.substring(0, second) + "@bound" + template.substring(second + 1);
    loop(block, index, template, List.of(bound(from), bound(to)), "int # = @bound;", 0);
  }

  /**
   * Writes the loop: in templates {@code #} is its variable, {@code @bound} the next operand.
   *
   * @param tail 1 for a do loop, whose operands come after the block
   */
  private void loop(
      List<Statement> block,
      Variable index,
      String head,
      List<Expression> operands,
      String once,
      int tail) {
    String label = draft.dice.chance(30) ? draft.scope.name("loop") : "";
    Scope.Mark mark = draft.scope.enter();
    long times = draft.times;
    boolean inSwitch = draft.inSwitch;
    draft.times *= 5;
    draft.inSwitch = false;
    draft.loops.push(new Draft.Loop(label));
    if (draft.loops.size() > 1) {
      draft.uses(draft.loops.size() == 2 ? Construct.NESTED_TWO : Construct.NESTED_THREE);
    }
    draft.scope.add(index);
    List<Statement> body = draft.block(draft.loops.size() == 1 ? 5 : 3);
    draft.loops.pop();
    draft.scope.leave(mark);
    draft.times = times;
    draft.inSwitch = inSwitch;
    String foot = tail == 1 ? "\n} while (# < @bound && @bound);" : "\n}";
    String template =
        (head + "\n\t@@" + foot)
            .replace("#", index.name())
            .replace("@bound", "$")
            .replace("@@", "@");
    String single =
        ("{\n\t" + once + "\n\t@@\n}")
            .replace("#", index.name())
            .replace("@bound", "$")
            .replace("@@", "@");
    block.add(
        new Statement(
            (label.isEmpty() ? "" : label + ":\n") + template, operands, List.of(body), single));
  }
}
