package ad4j.script.rewrite;

/**
 * Where the brackets of a text are nested most deeply.
 *
 * @param depth how deeply
 * @param offset the innermost bracket
 */
public record Nesting(int depth, int offset) {
  private static final int TOO_DEEP = 100;

  /** Counts the brackets of a text, those that it quotes too. */
  public static Nesting in(SourceText text) {
    Nesting deepest = new Nesting(0, 0);
    int depth = 0;
    for (int i = 0; i < text.content().length(); i++) {
      char c = text.content().charAt(i);
      if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      }
      if (depth > deepest.depth) {
        deepest = new Nesting(depth, i);
      }
    }
    return deepest;
  }

  /** Whether it may be more than a stack takes. */
  public boolean isTooDeep() {
    return depth > TOO_DEEP;
  }
}
