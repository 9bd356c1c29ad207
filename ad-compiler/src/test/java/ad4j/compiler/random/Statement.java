package ad4j.compiler.random;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement, a method, or a class: a template of lines in which {@code #} and {@code $} stand for
 * the next operand as in an {@link Expression}, and a line {@code @} for the statements of the next
 * block. Tabs at the beginning of a line indent it.
 *
 * @param once for a loop: the template that runs its block once; else empty
 */
record Statement(
    String template, List<Expression> operands, List<List<Statement>> blocks, String once) {

  Statement {
    operands = List.copyOf(operands);
    blocks = blocks.stream().map(List::copyOf).toList();
  }

  static Statement of(String template, Expression... operands) {
    return new Statement(template, List.of(operands), List.of(), "");
  }

  static Statement of(String template, List<Expression> operands, List<List<Statement>> blocks) {
    return new Statement(template, operands, blocks, "");
  }

  Statement with(List<Expression> changed, List<List<Statement>> changedBlocks) {
    return new Statement(template, changed, changedBlocks, once);
  }

  int weight() {
    return 10
        + template.length() / 8
        + operands.stream().mapToInt(Expression::weight).sum()
        + blocks.stream().flatMap(List::stream).mapToInt(Statement::weight).sum();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    print(text, 0);
    return text.toString();
  }

  private void print(StringBuilder text, int indent) {
    List<Expression> rest = new ArrayList<>(operands);
    int block = 0;
    for (String line : template.split("\n", -1)) {
      String bare = line.replace("\t", "");
      int depth = indent + line.length() - bare.length();
      if (bare.equals("@")) {
        for (Statement statement : blocks.get(block++)) {
          statement.print(text, depth);
        }
      } else {
        int holes = (int) bare.chars().filter(c -> c == '#' || c == '$').count();
        List<Expression> here = rest.subList(0, holes);
        text.repeat("  ", depth)
            .append(new Expression(Type.NOTHING, bare, here, false))
            .append('\n');
        here.clear();
      }
    }
  }
}
