package ad4j.error;

import java.util.List;

/** No operator has the name that was asked for. */
public final class UnknownOperatorException extends AdException {
  private static final long serialVersionUID = 1L;

  /**
   * @param name the name that was asked for
   * @param near names of operators that are close to it, best first
   */
  public UnknownOperatorException(String name, List<String> near) {
    super("AD-UNKNOWN-OPERATOR", "no operator '" + name + "'", remedy(near), null);
  }

  private static String remedy(List<String> near) {
    return near.isEmpty()
        ? "`ad ops` lists them"
        : "did you mean '" + String.join("' or '", near) + "'? (`ad ops` lists them)";
  }
}
