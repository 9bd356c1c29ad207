package ad4j.compiler.random;

import java.util.ArrayList;
import java.util.List;

/** The trees that are one edit away from a tree and simpler; some do not compile. */
final class Edits {
  private Edits() {}

  /** Edits of whole statements, those that remove most first. */
  static List<Statement> ofStatements(Statement tree) {
    List<Statement> simpler = new ArrayList<>();
    for (int share = 1; share <= 64; share *= 2) {
      removals(tree, share, simpler);
    }
    replacements(tree, simpler);
    return simpler;
  }

  /** Edits of expressions. */
  static List<Statement> ofExpressions(Statement tree) {
    List<Statement> simpler = new ArrayList<>();
    for (int k = 0; k < tree.operands().size(); k++) {
      for (Expression operand : simpler(tree.operands().get(k))) {
        simpler.add(tree.with(replaced(tree.operands(), k, List.of(operand)), tree.blocks()));
      }
    }
    inChildren(tree, simpler, Edits::ofExpressions);
    return simpler;
  }

  /** Removes a {@code share}-th of a block, for each block and each part of it. */
  private static void removals(Statement tree, int share, List<Statement> simpler) {
    for (int b = 0; b < tree.blocks().size(); b++) {
      List<Statement> block = tree.blocks().get(b);
      int length = block.size() / share;
      for (int end = block.size(); length > 0 && end > 0; end -= length) {
        List<Statement> rest = new ArrayList<>(block);
        rest.subList(Math.max(0, end - length), end).clear();
        simpler.add(tree.with(tree.operands(), replaced(tree.blocks(), b, List.of(rest))));
      }
    }
    inChildren(
        tree,
        simpler,
        child -> {
          List<Statement> inner = new ArrayList<>();
          removals(child, share, inner);
          return inner;
        });
  }

  /** Replaces a statement by what is in it. */
  private static void replacements(Statement tree, List<Statement> simpler) {
    for (int b = 0; b < tree.blocks().size(); b++) {
      List<Statement> block = tree.blocks().get(b);
      for (int k = 0; k < block.size(); k++) {
        for (List<Statement> instead : instead(block.get(k))) {
          List<Statement> changed = replaced(block, k, instead);
          simpler.add(tree.with(tree.operands(), replaced(tree.blocks(), b, List.of(changed))));
        }
      }
    }
    inChildren(
        tree,
        simpler,
        child -> {
          List<Statement> inner = new ArrayList<>();
          replacements(child, inner);
          return inner;
        });
  }

  private static List<List<Statement>> instead(Statement statement) {
    List<List<Statement>> instead = new ArrayList<>();
    for (List<Statement> block : statement.blocks()) {
      instead.add(block);
      if (!statement.template().startsWith("{")) {
        instead.add(List.of(Statement.of("{\n\t@\n}", List.of(), List.of(block))));
      }
    }
    if (!statement.once().isEmpty()) {
      int holes = (int) statement.once().chars().filter(c -> c == '$').count();
      List<Expression> operands = statement.operands().subList(0, holes);
      instead.add(List.of(Statement.of(statement.once(), operands, statement.blocks())));
    }
    if (statement.template().startsWith("loop")) {
      String bare = statement.template().substring(statement.template().indexOf('\n') + 1);
      instead.add(
          List.of(new Statement(bare, statement.operands(), statement.blocks(), statement.once())));
    }
    return instead;
  }

  private static void inChildren(
      Statement tree,
      List<Statement> simpler,
      java.util.function.Function<Statement, List<Statement>> edits) {
    for (int b = 0; b < tree.blocks().size(); b++) {
      List<Statement> block = tree.blocks().get(b);
      for (int k = 0; k < block.size(); k++) {
        for (Statement child : edits.apply(block.get(k))) {
          List<Statement> changed = replaced(block, k, List.of(child));
          simpler.add(tree.with(tree.operands(), replaced(tree.blocks(), b, List.of(changed))));
        }
      }
    }
  }

  private static List<Expression> simpler(Expression expression) {
    List<Expression> simpler = new ArrayList<>();
    for (String literal : expression.type().simplest()) {
      Expression simplest = Expression.of(expression.type(), literal);
      if (simplest.weight() < expression.weight()) {
        simpler.add(simplest);
      }
    }
    if (expression.pinned()) {
      return simpler;
    }
    for (Expression operand : expression.operands()) {
      if (operand.type() == expression.type()) {
        simpler.add(operand);
      }
    }
    for (int k = 0; k < expression.operands().size(); k++) {
      for (Expression operand : simpler(expression.operands().get(k))) {
        simpler.add(expression.with(replaced(expression.operands(), k, List.of(operand))));
      }
    }
    return simpler;
  }

  private static <T> List<T> replaced(List<T> list, int place, List<T> instead) {
    List<T> changed = new ArrayList<>(list);
    changed.remove(place);
    changed.addAll(place, instead);
    return changed;
  }
}
