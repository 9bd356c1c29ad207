package ad4j.error;

/**
 * A place in the user's source.
 *
 * @param source file name, or a name such as {@code <inline>}
 * @param line from 1
 * @param column from 1
 * @param text the source text of the place, on one line; may be empty
 */
public record Origin(String source, int line, int column, String text) {
  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
