package ad4j.error;

/**
 * A place in the user's source.
 *
 * @param source file name, or a name such as {@code <inline>}
 * @param line from 1
 * @param column from 1; 0 where it is not known, as in class files
 * @param text the source text of the place, on one line; may be empty
 * @param name the variable that is given the value computed there; empty if there is none
 */
public record Origin(String source, int line, int column, String text, String name) {
  /** A place whose value is given to no variable. */
  public Origin(String source, int line, int column, String text) {
    this(source, line, column, text, "");
  }

  @Override
  public String toString() {
    return column == 0 ? source + ":" + line : source + ":" + line + ":" + column;
  }
}
