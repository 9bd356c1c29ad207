package ad4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Everything that ad4j refuses or that fails within it. The message reads {@code CODE: what failed
 * (at file:line:column); what would work}.
 */
public abstract sealed class AdException extends RuntimeException
    permits AccessException,
        CancelledException,
        ConfigurationException,
        EscapedException,
        LimitException,
        NotDifferentiableException,
        NotFiniteException,
        OperatorException,
        ProgramException,
        ResultException,
        ScriptException,
        ShapeException,
        SyntaxException,
        ThrownException,
        TrackedNumberException,
        UnknownOperatorException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String what;
  private final String remedy;
  private final transient @Nullable Origin origin;

  AdException(String code, String what, String remedy, @Nullable Origin origin) {
    this(code, what, remedy, origin, null);
  }

  AdException(
      String code, String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super(compose(code, what, remedy, origin), cause);
    this.code = code;
    this.what = what;
    this.remedy = remedy;
    this.origin = origin;
  }

  /** The stable code of this kind of failure, such as {@code AD-UNKNOWN-OPERATOR}. */
  public final String code() {
    return code;
  }

  /** What failed, without code, place and remedy. */
  public final String what() {
    return what;
  }

  /** What would work; empty where nothing is known to. */
  public final String remedy() {
    return remedy;
  }

  /** Where in the user's source it failed, if that is known. */
  public final @Nullable Origin origin() {
    return origin;
  }

  private static String compose(String code, String what, String remedy, @Nullable Origin origin) {
    String place = origin == null ? "" : " (at " + origin + ")";
    return code + ": " + what + place + (remedy.isEmpty() ? "" : "; " + remedy);
  }
}
