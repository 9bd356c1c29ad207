package ad4j.explain;

import java.text.Normalizer;

/** How the adjoint of a node is written: a bar over its letter. */
final class Bar {
  private static final char MACRON = '\u0304';

  private Bar() {}

  /**
   * {@code w̄5} for w5; a name of several letters, over which no bar would fit, is put in words.
   */
  static String over(String name) {
    if (!name.matches("\\p{Alpha}[0-9_]*")) {
      return "adjoint(" + name + ")";
    }
    String barred = name.substring(0, 1) + MACRON + name.substring(1);
    return Normalizer.normalize(barred, Normalizer.Form.NFC); // one character where there is one
  }

  /** How many columns a terminal needs: the bar takes none. */
  static int width(String text) {
    return (int) text.codePoints().filter(character -> character != MACRON).count();
  }
}
