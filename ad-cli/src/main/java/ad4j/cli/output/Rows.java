package ad4j.cli.output;

import ad4j.error.AdException;
import java.util.List;

/** Writes the answers at many points, as they come. */
public interface Rows {
  /** Writes the answer at one more point. */
  void add(Answer answer);

  /** Writes that there is no answer at this point. */
  void addFailure(List<String> variables, double[] at, AdException failure);

  /** Ends the writing. */
  void end();
}
