package ad4j.script.rewrite;

import java.util.Set;

/**
 * What names mean that a text uses without declaring them.
 *
 * @param known those that are no variables: of the language and of the session
 * @param marked functions whose calls have a site; variables where they stand as numbers
 * @param operators operators that are called by their bare names
 */
public record Vocabulary(Set<String> known, Set<String> marked, Set<String> operators) {
  /** Copies the sets. */
  public Vocabulary {
    known = Set.copyOf(known);
    marked = Set.copyOf(marked);
    operators = Set.copyOf(operators);
  }
}
