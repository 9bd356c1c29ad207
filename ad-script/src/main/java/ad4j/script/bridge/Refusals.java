package ad4j.script.bridge;

import ad4j.error.AdException;
import ad4j.error.OperatorException;
import ad4j.error.Origin;
import ad4j.error.TrackedNumberException;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * What was refused. A refusal inside a differentiated function is remembered, so that a script
 * which catches it and goes on does not end in a wrong derivative.
 */
public final class Refusals {
  private record Reason(String what, String remedy) {}

  private static final String PLAIN = "stopGradient(x) gives the plain number";
  private static final Map<String, Reason> REASONS =
      Map.ofEntries(
          reason("mixed", "a tracked number beside an object or a big integer", "use numbers"),
          reason("text", "text made of a tracked number", "console.log(x) prints it; " + PLAIN),
          reason("key", "a tracked number as an index, property key or text", PLAIN),
          reason("conversion", "a built-in function that needs a plain number", PLAIN),
          reason(
              "bitwise", "a bitwise operator on a tracked number", "use Math.trunc(x) for x | 0"),
          reason("xor", "a bitwise operator on a tracked number", "for a power write x ** 2"),
          reason("length", "a tracked number as an array length", PLAIN),
          reason("buffer", "the buffer of a Float64Array", "copy its elements"),
          reason("eval", "code made from text", "write a function"),
          reason("boxed", "an object made of a tracked number", "leave out 'new'"),
          reason("parseInt", "parseInt of a tracked number", "use Math.trunc(x)"),
          reason("mapKey", "a tracked number as a key of a Map or Set", PLAIN));

  private final Interpreter interpreter;
  private final Places places;
  private @Nullable AdException pending;
  private int depth;

  /** Finds places by these. */
  public Refusals(Interpreter interpreter, Places places) {
    this.interpreter = interpreter;
    this.places = places;
  }

  private static Map.Entry<String, Reason> reason(String key, String what, String remedy) {
    return Map.entry(key, new Reason(what, remedy));
  }

  /**
   * The refusal of a use of a tracked number, for this reason or because of a lack of this name.
   */
  AdException refused(int site, String reason) {
    Reason known = REASONS.get(reason);
    String what = known == null ? "no operator '" + reason + "' is installed" : known.what();
    String remedy = known == null ? "`ad ops` lists the operators" : known.remedy();
    return remembered(new TrackedNumberException(what + " is refused", remedy), site);
  }

  /** The failure at a site, or where the script is now; remembered inside a differentiation. */
  AdException remembered(AdException e, int site) {
    Origin origin = site > 0 ? places.line(site) : e.origin() == null ? interpreter.here() : null;
    AdException located = Relocation.at(e, origin);
    if (depth > 0 && pending == null) {
      pending = located;
    }
    return located;
  }

  /** What the value of an operator threw, which may be a stranger's: it names the operator. */
  RuntimeException failed(OperatorHandle handle, RuntimeException e, int site) {
    if (e instanceof AdException || e instanceof PolyglotException) {
      return e;
    }
    return remembered(
        new OperatorException(
            "the value of operator '" + handle.name() + "' failed: " + e, "", null, e),
        site);
  }

  /** The text of a function as it was written; null if unknown. */
  @Nullable String written(Value function) {
    return interpreter.written(function.getSourceLocation());
  }

  /** Whether a differentiated function runs. */
  boolean inside() {
    return depth > 0;
  }

  /** A differentiated function is called. */
  void enter() {
    if (depth++ == 0) {
      pending = null;
    }
  }

  /** A differentiated function has returned: fails if something was refused in it. */
  void check() {
    if (pending != null) {
      throw pending;
    }
  }

  /** A differentiated function has returned or failed. */
  void leave() {
    depth--;
  }
}
