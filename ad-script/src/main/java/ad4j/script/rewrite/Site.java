package ad4j.script.rewrite;

/**
 * The place in the user's source where an operator stands.
 *
 * @param id number that the rewritten code carries
 * @param source name of the source
 * @param start offset of the first character
 * @param end offset after the last character
 * @param line line number, from 1
 * @param column column number, from 1
 * @param snippet the source text of the expression
 * @param kind what stands there, such as {@code *} or {@code call}
 */
public record Site(
    int id, String source, int start, int end, int line, int column, String snippet, String kind) {

  /** Returns {@code source:line:column}. */
  public String position() {
    return source + ":" + line + ":" + column;
  }
}
