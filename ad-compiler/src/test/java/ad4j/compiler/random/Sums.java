package ad4j.compiler.random;

import java.util.List;

/**
 * Draws loops that add up, most of them with turns that depend on each other in nothing else; the
 * others look much like these.
 */
final class Sums {
  private final Draft draft;

  Sums(Draft draft) {
    this.draft = draft;
  }

  void draw(List<Statement> block) {
    if (draft.inLoop() || draft.inner || !draft.affords(60)) {
      draft.statements.assign(block);
      return;
    }
    draft.uses(Construct.SUM);
    String sum = draft.scope.name("sum");
    String i = draft.scope.name("i");
    int turns = draft.dice.between(2, 5);
    block.add(Statement.of("double " + sum + " = #;", draft.numbers.unit(1)));
    boolean works = draft.dice.chance(50);
    String work = draft.scope.name("w");
    if (works) {
      block.add(Statement.of("double[] " + work + " = new double[3];"));
    }
    String body = works ? work(work, i) : "\tdouble " + work + " = ($) * ($);\n";
    String term = works ? work + "[0] * " + work + "[2]" : work;
    String added =
        draft.dice.of(
            " += " + term + ";",
            " -= $ * " + term + ";",
            " = 0.3 * ($) + " + sum + " + " + term + ";",
            draft.setting.release() < 9
                ? " += $ * " + term + ";"
                : " = Math.fma(" + term + ", $, " + sum + ");");
    String text =
        "for (int %s = 0; %s < %d; %s++) {\n".formatted(i, i, turns, i)
            + body
            + "\t"
            + sum
            + added
            + "\n"
            + change(sum, i)
            + "}";
    draft.pay(20L * turns);
    block.add(filled(text));
    draft.scope.add(Variable.scalar(sum));
    if (draft.dice.chance(40)) {
      block.add(Statement.of(sum + draft.dice.of(" *= 0.5;", " = -" + sum + ";", " /= 3;")));
    }
  }

  /** A text with an expression for each dollar sign. */
  private Statement filled(String text) {
    Expression[] all = new Expression[(int) text.chars().filter(c -> c == '$').count()];
    for (int k = 0; k < all.length; k++) {
      all[k] = draft.numbers.unit(2);
    }
    return Statement.of(text, all);
  }

  /** A loop over a work array, or over a part of it, and what is done to it then. */
  private String work(String work, String i) {
    draft.uses(Construct.SUM_WITH_WORK_ARRAY);
    String j = draft.scope.name("j");
    String first = draft.dice.chance(65) ? "0" : "1";
    String store = draft.dice.chance(80) ? " = " : " += ";
    String more =
        draft.dice.of(
            "\t" + work + "[2] += " + work + "[1] * ($);\n",
            "\t" + work + "[0] = " + work + "[1];\n",
            "");
    return "\tfor (int %s = %s; %s < 3; %s++) {\n\t\t%s[%s]%s0.5 * ($) + 0.1 * %s * ($);\n\t}\n"
            .formatted(j, first, j, j, work, j, store, i)
        + more;
  }

  /** What makes the sum another one than a sum. */
  private String change(String sum, String i) {
    if (!draft.dice.chance(30)) {
      return "";
    }
    draft.uses(Construct.SUM_CHANGED);
    return draft.dice.of(
        "\tif (" + i + " == 1) {\n\t\t" + sum + " = $;\n\t}\n",
        "\t" + sum + " *= 0.9;\n",
        "\tif (" + sum + " > 1.3) {\n\t\tbreak;\n\t}\n");
  }
}
