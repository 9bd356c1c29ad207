package ad4j.script.rewrite;

import java.util.Set;

/** Tells an input that further lines could complete from one that is complete or wrong. */
public final class Incomplete {
  private Incomplete() {}

  /** Whether the text is the beginning of a complete input. */
  public static boolean is(String text) {
    try {
      new Rewriter(new SiteTable(), Set.of()).rewrite("input", text, SourceKind.REPL);
      return false;
    } catch (SourceException e) {
      return e.isIncomplete();
    }
  }
}
