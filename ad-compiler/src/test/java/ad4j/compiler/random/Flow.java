package ad4j.compiler.random;

import java.util.ArrayList;
import java.util.List;

/** Draws branches, switches, and jumps. */
final class Flow {
  private final Draft draft;

  Flow(Draft draft) {
    this.draft = draft;
  }

  void branch(List<Statement> block) {
    Expression condition = draft.integers.condition(2);
    if (draft.dice.chance(45)) {
      draft.uses(Construct.IF);
      draft.uses(Construct.ASSIGNED_IN_ONE_BRANCH);
      block.add(Statement.of("if (#) {\n\t@\n}", List.of(condition), List.of(draft.block(3))));
    } else {
      draft.uses(Construct.IF_ELSE);
      block.add(
          Statement.of(
              "if (#) {\n\t@\n} else {\n\t@\n}",
              List.of(condition),
              List.of(draft.block(2), draft.block(2))));
    }
  }

  void choose(List<Statement> block) {
    if (!draft.allows(Construct.SWITCH_OLD)) {
      branch(block);
      return;
    }
    boolean arrow = draft.setting.release() >= 14 && draft.dice.chance(45);
    boolean outer = draft.inSwitch;
    draft.inSwitch = true;
    int cases = draft.dice.between(2, 4);
    StringBuilder template = new StringBuilder("switch (#) {\n");
    List<List<Statement>> blocks = new ArrayList<>();
    draft.uses(arrow ? Construct.SWITCH_ARROW : Construct.SWITCH_OLD);
    for (int k = 0; k < cases; k++) {
      boolean last = k == cases - 1;
      String label = last ? "default" : "case " + label(k);
      if (last && draft.dice.chance(25)) {
        break;
      }
      template
          .append("\t")
          .append(label)
          .append(arrow ? " -> {\n" : ": {\n")
          .append("\t\t@\n\t}\n");
      blocks.add(draft.block(2));
      if (!arrow && !last) {
        if (draft.dice.chance(60)) {
          template.append("\t\tbreak;\n");
        } else {
          draft.uses(Construct.SWITCH_FALLTHROUGH);
        }
      }
    }
    draft.inSwitch = outer;
    block.add(
        Statement.of(template.append('}').toString(), List.of(draft.integers.small(1)), blocks));
  }

  /** Case labels: next to each other mostly, sometimes far apart. */
  private String label(int k) {
    return k == 1 && draft.dice.chance(20) ? "700" : Integer.toString(k);
  }

  /** A jump under a condition. */
  void leave(List<Statement> block) {
    Expression condition = draft.integers.condition(1);
    switch (draft.dice.below(7)) {
      case 0 -> {
        if (!draft.allows(Construct.EARLY_RETURN)) {
          branch(block);
          return;
        }
        draft.uses(draft.inLoop() ? Construct.RETURN_IN_LOOP : Construct.EARLY_RETURN);
        jump(block, condition, draft.statements.returns(false));
      }
      case 1 -> {
        if (!draft.allows(Construct.THROW)) {
          branch(block);
          return;
        }
        draft.uses(Construct.THROW);
        Expression never = Expression.of(Type.BOOLEAN, "$ > 90.5", draft.numbers.unit(1));
        jump(block, never, Statement.of("throw new IllegalArgumentException(\"never\");"));
      }
      default -> {
        if (draft.loops.isEmpty() || !draft.allows(Construct.BREAK)) {
          branch(block);
        } else {
          jumpInLoop(block, condition);
        }
      }
    }
  }

  private void jumpInLoop(List<Statement> block, Expression condition) {
    List<String> labels =
        draft.loops.stream().map(Draft.Loop::label).filter(l -> !l.isEmpty()).toList();
    if (!labels.isEmpty() && draft.dice.chance(65)) {
      boolean breaks = draft.dice.chance(50);
      draft.uses(breaks ? Construct.LABELLED_BREAK : Construct.LABELLED_CONTINUE);
      String jump = (breaks ? "break " : "continue ") + draft.dice.pick(labels) + ";";
      jump(block, condition, Statement.of(jump));
    } else if (draft.inSwitch || draft.dice.chance(55)) {
      draft.uses(Construct.CONTINUE);
      jump(block, condition, Statement.of("continue;"));
    } else {
      draft.uses(Construct.BREAK);
      jump(block, condition, Statement.of("break;"));
    }
  }

  private void jump(List<Statement> block, Expression condition, Statement jump) {
    Scope.Mark mark = draft.scope.enter();
    List<Statement> before = new ArrayList<>();
    if (draft.dice.chance(40)) {
      draft.statements.assign(before);
    }
    draft.scope.leave(mark);
    before.add(jump);
    block.add(Statement.of("if (#) {\n\t@\n}", List.of(condition), List.of(before)));
  }
}
