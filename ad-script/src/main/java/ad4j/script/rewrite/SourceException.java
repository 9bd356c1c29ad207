package ad4j.script.rewrite;

/** Source text that cannot be parsed, or that holds a construct which is refused. */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SourceText text;
  private final String problem;
  private final int offset;
  private final boolean incomplete;

  SourceException(String problem, SourceText text, int offset, boolean incomplete) {
    super(text.position(offset) + ": " + problem);
    this.problem = problem;
    this.text = text;
    this.offset = offset;
    this.incomplete = incomplete;
  }

  /** Returns what is wrong, without the position. */
  public String problem() {
    return problem;
  }

  /** Returns the source. */
  public SourceText text() {
    return text;
  }

  /** Returns where in the source it is wrong. */
  public int offset() {
    return offset;
  }

  /** Returns whether more text could complete the source: a prompt then reads on. */
  public boolean isIncomplete() {
    return incomplete;
  }
}
