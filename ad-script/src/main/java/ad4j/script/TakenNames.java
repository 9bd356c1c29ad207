package ad4j.script;

import ad4j.Installation;
import ad4j.op.Operator;
import ad4j.op.Operators;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names that an operator cannot have, since they mean something else in every script. */
public final class TakenNames {
  private static final Set<String> WORDS =
      Set.of(
          """
          await break case catch class const continue debugger default delete do else enum export
          extends false finally for function if implements import in instanceof interface let new
          null package private protected public return static super switch this throw true try
          typeof var void while with yield
          """
              .split("\\s+"));

  private TakenNames() {}

  /**
   * What is wrong with the names of these operators, apart from those that are always there: one
   * line each, empty if nothing.
   */
  public static List<String> problems(Operators operators) {
    List<String> problems = new ArrayList<>();
    for (Operator operator : operators.all()) {
      String name = operator.name();
      String owner = owner(name);
      boolean standard = Installation.standard().operators().find(name) != null;
      if (!standard && !owner.isEmpty()) {
        problems.add(
            "operator '%s' of '%s' cannot be used in scripts: the name is taken by %s"
                .formatted(name, operators.provider(name), owner));
      }
    }
    return problems;
  }

  private static String owner(String name) {
    if (Prelude.FUNCTIONS.contains(name)) {
      return "the module ad";
    }
    return WORDS.contains(name) || Language.GLOBALS.contains(name) ? "JavaScript" : "";
  }
}
