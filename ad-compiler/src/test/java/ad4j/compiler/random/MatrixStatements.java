package ad4j.compiler.random;

import static ad4j.compiler.random.Type.ARRAY;
import static ad4j.compiler.random.Type.MATRIX;

import java.util.List;

/** Draws statements on arrays of arrays and on arrays of ints. */
final class MatrixStatements {
  private final Draft draft;

  MatrixStatements(Draft draft) {
    this.draft = draft;
  }

  void draw(List<Statement> block) {
    if (!draft.allows(Construct.MATRIX_LOCAL)) {
      draft.statements.assign(block);
      return;
    }
    List<Variable> known = draft.scope.all(MATRIX);
    if (known.isEmpty() || draft.dice.chance(7)) {
      declare(block);
      return;
    }
    Variable matrix = draft.dice.pick(known);
    switch (draft.dice.below(6)) {
      case 0 -> alias(block, matrix);
      case 1 -> replace(block, matrix);
      case 2 -> swapRows(block, matrix);
      default -> {
        draft.uses(Construct.MATRIX_STORE);
        Expression cell = draft.places.cell(matrix);
        Expression[] at = cell.operands().toArray(new Expression[0]);
        block.add(
            draft.dice.chance(50)
                ? draft.statements.changed(cell.template(), at)
                : Statement.of(cell.template() + " = #;", at[0], at[1], draft.numbers.assigned(3)));
      }
    }
  }

  private void declare(List<Statement> block) {
    draft.uses(Construct.MATRIX_LOCAL);
    List<Variable> arrays = draft.scope.all(ARRAY);
    String name = draft.scope.name("m");
    int rows = draft.dice.between(2, 3);
    int columns = draft.dice.between(2, 3);
    String width = Integer.toString(columns);
    if (!arrays.isEmpty() && draft.dice.chance(40)) {
      Variable like = draft.dice.pick(arrays);
      width = like.size();
      columns = like.least();
    }
    draft.pay(5);
    Variable matrix =
        new Variable(name, MATRIX, false, Integer.toString(rows), rows, width, columns);
    if (draft.dice.chance(30)) {
      block.add(ragged(matrix));
    } else {
      block.add(
          Statement.of(
              "double[][] " + name + " = new double[" + rows + "][#];",
              Expression.of(Type.INT, width).pin()));
    }
    draft.scope.add(matrix);
    if (draft.dice.chance(70)) {
      fill(block, matrix);
    }
  }

  /** Rows allocated one by one. */
  private static Statement ragged(Variable matrix) {
    String name = matrix.name();
    return Statement.of(
        "double[][] "
            + name
            + " = new double["
            + matrix.size()
            + "][];\n"
            + "for (int r = 0; r < "
            + name
            + ".length; r++) {\n\t"
            + name
            + "[r] = new double[#];\n}",
        Expression.of(Type.INT, matrix.columns()).pin());
  }

  private void fill(List<Statement> block, Variable matrix) {
    Scope.Mark mark = draft.scope.enter();
    String r = draft.scope.name("r");
    String s = draft.scope.name("s");
    draft.scope.add(Variable.index(r, matrix.size(), matrix.least()));
    draft.scope.add(Variable.index(s, matrix.columns(), 0));
    draft.pay(10);
    String name = matrix.name();
    block.add(
        Statement.of(
            ("for (int r = 0; r < "
                    + name
                    + ".length; r++) {\n\tfor (int s = 0; s < "
                    + name
                    + "[r].length; s++) {\n\t\t"
                    + name
                    + "[r][s] = #;\n\t}\n}")
                .replaceAll("\\br\\b", r)
                .replaceAll("\\bs\\b", s),
            draft.numbers.assigned(2)));
    draft.scope.leave(mark);
  }

  private void alias(List<Statement> block, Variable matrix) {
    draft.uses(Construct.ROW_ALIAS);
    Expression row = draft.places.row(matrix);
    String name = draft.scope.name("a");
    block.add(Statement.of("double[] " + name + " = #;", row));
    draft.scope.add(Variable.array(name, matrix.columns(), matrix.leastColumns()));
  }

  private void replace(List<Statement> block, Variable matrix) {
    List<Variable> rows =
        draft.scope.all(v -> v.type() == ARRAY && v.size().equals(matrix.columns()));
    if (rows.isEmpty() || !draft.allows(Construct.ROW_REPLACED)) {
      alias(block, matrix);
      return;
    }
    draft.uses(Construct.ROW_REPLACED);
    block.add(
        Statement.of(
            matrix.name() + "[#] = #;",
            draft.places.row(matrix).operands().getFirst(),
            draft.dice.pick(rows).read()));
  }

  private void swapRows(List<Statement> block, Variable matrix) {
    if (!draft.allows(Construct.ROW_REPLACED)) {
      alias(block, matrix);
      return;
    }
    draft.uses(Construct.ROW_REPLACED);
    String kept = draft.scope.name("a");
    String m = matrix.name();
    block.add(
        Statement.of(
            "double[] "
                + kept
                + " = "
                + m
                + "[0];\n"
                + m
                + "[0] = "
                + m
                + "[1];\n"
                + m
                + "[1] = "
                + kept
                + ";"));
  }

  void integers(List<Statement> block) {
    draft.uses(Construct.INT_ARRAY);
    String name = draft.scope.name("x");
    List<Variable> arrays = draft.scope.all(ARRAY);
    int length = draft.dice.between(2, 4);
    if (draft.dice.chance(50) || arrays.isEmpty()) {
      String holes = String.join(", ", java.util.Collections.nCopies(length, "#"));
      Expression[] elements = new Expression[length];
      for (int k = 0; k < length; k++) {
        elements[k] = draft.integers.any(1);
      }
      block.add(Statement.of("int[] " + name + " = {" + holes + "};", elements));
      draft.scope.add(new Variable(name, Type.INTS, false, "" + length, length, "", 0));
      return;
    }
    Variable like = draft.dice.pick(arrays);
    Scope.Mark mark = draft.scope.enter();
    String j = draft.scope.name("j");
    draft.scope.add(Variable.index(j, like.size(), 0));
    Expression value = draft.integers.any(2);
    draft.scope.leave(mark);
    block.add(Statement.of("int[] " + name + " = new int[#];", Integers.of(like.size()).pin()));
    block.add(
        Statement.of(
            "for (int "
                + j
                + " = 0; "
                + j
                + " < "
                + name
                + ".length; "
                + j
                + "++) {\n\t"
                + name
                + "["
                + j
                + "] = #;\n}",
            value));
    draft.scope.add(new Variable(name, Type.INTS, false, like.size(), like.least(), "", 0));
  }
}
