package ad4j.script.rewrite;

/** Source text that cannot be parsed, or that holds a construct which is refused. */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String source;
  private final int line;
  private final int column;
  private final String excerpt;
  private final boolean incomplete;

  SourceException(String problem, SourceText text, int offset, boolean incomplete) {
    super(text.position(offset) + ": " + problem + "\n" + text.pointAt(offset));
    this.problem = problem;
    this.source = text.name();
    this.line = text.line(offset);
    this.column = text.column(offset);
    this.excerpt = text.pointAt(offset);
    this.incomplete = incomplete;
  }

  /** Returns what is wrong, without the position. */
  public String problem() {
    return problem;
  }

  /** Returns the name of the source. */
  public String source() {
    return source;
  }

  /** Returns the line, from 1. */
  public int line() {
    return line;
  }

  /** Returns the column, from 1. */
  public int column() {
    return column;
  }

  /** Returns the source line with a caret below the place. */
  public String excerpt() {
    return excerpt;
  }

  /** Returns whether more text could complete the source: a prompt then reads on. */
  public boolean isIncomplete() {
    return incomplete;
  }
}
