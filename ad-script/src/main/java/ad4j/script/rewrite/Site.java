package ad4j.script.rewrite;

import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.Node;

/**
 * The place in the user's source where an operator stands.
 *
 * @param text the source
 * @param start offset of the first character
 * @param end offset after the last character
 * @param kind what stands there, such as {@code *} or {@code call}
 * @param name the variable that is given the value; empty if there is none
 */
public record Site(SourceText text, int start, int end, String kind, String name) {
  /** The place of a node, without brackets around it. */
  static Site of(SourceText text, Node node, String kind, String name) {
    int start = node instanceof Expression e ? e.getStartWithoutParens() : node.getStart();
    int end = node instanceof Expression e ? e.getFinishWithoutParens() : node.getFinish();
    return new Site(text, start, Math.max(start, end), kind, name);
  }

  /** The name of the source. */
  public String source() {
    return text.name();
  }

  /** The line, from 1. */
  public int line() {
    return text.line(start);
  }

  /** The column, from 1. */
  public int column() {
    return text.column(start);
  }

  /** The source text of the expression. */
  public String snippet() {
    return text.content().substring(start, end);
  }
}
