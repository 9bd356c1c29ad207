package ad4j.script.bridge;

import ad4j.error.AdException;
import java.util.function.UnaryOperator;
import org.graalvm.polyglot.HostAccess;

/** What scripts read. */
public final class FileCalls {
  private final UnaryOperator<String> reader;
  private final Refusals refusals;

  /** Reads by this function from path to text. */
  public FileCalls(UnaryOperator<String> reader, Refusals refusals) {
    this.reader = reader;
    this.refusals = refusals;
  }

  /** The text of a file below a permitted folder. */
  @HostAccess.Export
  public String readText(String path) {
    try {
      return reader.apply(path);
    } catch (AdException e) {
      throw refusals.remembered(e, 0);
    }
  }
}
