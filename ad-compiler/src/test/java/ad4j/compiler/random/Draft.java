package ad4j.compiler.random;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A method while it is being written: what is in scope, around it, and what it may still cost. */
final class Draft {
  /** Statements that a program may run, roughly. */
  private static final long BUDGET = 4000;

  final Setting setting;
  final Dice dice;
  final List<Helper> helpers;
  final Type returns;
  final Scope scope;

  /** Whether this is the body of a lambda. */
  final boolean inner;

  final Deque<Loop> loops = new ArrayDeque<>();
  final Numbers numbers = new Numbers(this);
  final Integers integers = new Integers(this);
  final Places places = new Places(this);
  final Statements statements = new Statements(this);

  /** How often the statement being written runs, at most. */
  long times = 1;

  long cost;

  /** Whether a bare break would leave a switch. */
  boolean inSwitch;

  /** A loop around the statement being written. */
  record Loop(String label) {}

  Draft(Draft of, Type returns, Scope scope) {
    this(of.setting, of.helpers, returns, scope, true);
    times = of.times;
  }

  Draft(Setting setting, List<Helper> helpers, Type returns, Scope scope, boolean inner) {
    this.setting = setting;
    this.dice = setting.dice();
    this.helpers = helpers;
    this.returns = returns;
    this.scope = scope;
    this.inner = inner;
  }

  void uses(Construct construct) {
    setting.used().add(construct);
  }

  /** Whether the program may have it. */
  boolean allows(Construct construct) {
    return !setting.banned().contains(construct);
  }

  boolean inLoop() {
    return !loops.isEmpty();
  }

  boolean affords(long more) {
    return cost + more * times <= BUDGET;
  }

  void pay(long more) {
    cost += more * times;
  }

  /** Helpers of one form that may still be called here. */
  List<Helper> callable(Helper.Form form) {
    boolean matrices = !scope.all(Type.MATRIX).isEmpty();
    return helpers.stream()
        .filter(h -> h.form() == form && affords(h.cost()))
        .filter(h -> matrices || !h.parameters().contains(Type.MATRIX))
        .toList();
  }

  /** A block of up to {@code most} drawn statements. */
  List<Statement> block(int most) {
    Scope.Mark mark = scope.enter();
    List<Statement> block = new ArrayList<>();
    int count = dice.between(1, most);
    for (int k = 0; k < count; k++) {
      statements.draw(block);
    }
    scope.leave(mark);
    return block;
  }
}
