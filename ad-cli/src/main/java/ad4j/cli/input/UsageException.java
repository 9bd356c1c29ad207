package ad4j.cli.input;

/** The command was not given what it needs. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param message what is wrong
   * @param remedy what would work; may be empty
   */
  public UsageException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** What is wrong. */
  public String what() {
    return String.valueOf(getMessage());
  }

  /** What would work; may be empty. */
  public String remedy() {
    return remedy;
  }
}
