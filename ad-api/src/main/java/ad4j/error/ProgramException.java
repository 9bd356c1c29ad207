package ad4j.error;

/** A Program that is not well-formed: a defect of whatever built it. */
public final class ProgramException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure of a pass, a reader or a builder of Programs. */
  public ProgramException(String what) {
    super("AD-PROGRAM", what, "", null);
  }
}
