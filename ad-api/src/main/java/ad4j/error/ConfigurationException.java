package ad4j.error;

import java.util.List;

/** Providers of operators or engines do not fit together; all problems are reported at once. */
public final class ConfigurationException extends AdException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * @param problems one sentence a problem, each naming the provider
   */
  public ConfigurationException(List<String> problems) {
    super("AD-CONFIGURATION", String.join("; ", problems), "", null);
    this.problems = List.copyOf(problems);
  }

  /** One sentence a problem. */
  public List<String> problems() {
    return problems;
  }
}
