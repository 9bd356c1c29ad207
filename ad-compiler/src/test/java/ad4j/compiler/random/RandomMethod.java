package ad4j.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Draws a Java class with a static method {@code f} on doubles: well defined, soon at its end,
 * finite at inputs from 0.5 to 1.5 nearly always, smooth nearly everywhere.
 */
final class RandomMethod {
  private RandomMethod() {}

  /** The program of a seed, with about {@code size} statements at the level of the method. */
  static Program generate(long seed, Kind kind, int size, int release) {
    return generate(seed, kind, size, release, Set.of());
  }

  /** The same, without some constructs, as far as that is possible. */
  static Program generate(long seed, Kind kind, int size, int release, Set<Construct> without) {
    Dice dice = new Dice(seed * 31 + kind.signature().hashCode());
    Setting setting = Setting.of(dice, kind, release, without);
    Helpers helpers = new Helpers(setting);
    List<Statement> members = new ArrayList<>(helpers.constants());
    if (setting.records()) {
      members.add(helpers.complex());
    }
    if (kind == Kind.MODEL) {
      members.add(helpers.model());
    }
    int methods = dice.below(5);
    for (int k = 0; k < methods; k++) {
      members.add(helpers.method());
    }
    members.add(main(helpers, kind, size));
    String name = Program.simpleName(seed, kind);
    Statement tree =
        Statement.of("public final class " + name + " {\n\t@\n}", List.of(), List.of(members));
    return new Program(seed, kind, release, tree, setting.used());
  }

  private static Statement main(Helpers helpers, Kind kind, int size) {
    Draft draft = helpers.draft(kind.returns(), kind.parameters());
    List<Statement> body = new ArrayList<>();
    if (draft.scope.all(Type.ARRAY).isEmpty()) {
      body.add(
          Statement.of("double[] b = {x, #, x * #};", draft.dice.literal(), draft.dice.literal()));
      draft.scope.add(Variable.array("b", "3", 3));
    }
    if (draft.dice.chance(60)) {
      draft.statements.gather(body);
    }
    int count = draft.dice.between(Math.max(1, size / 2), size);
    for (int k = 0; k < count; k++) {
      draft.statements.draw(body);
    }
    if (draft.dice.chance(75)) {
      draft.statements.gather(body);
    }
    if (kind == Kind.INTO) {
      body.add(Statement.of("out[0] += #;", draft.statements.result()));
      body.add(Statement.of("out[1] = #;", draft.statements.result()));
    } else {
      body.add(draft.statements.returns(true));
    }
    return Helpers.of("public static " + kind.signature(), body);
  }
}
