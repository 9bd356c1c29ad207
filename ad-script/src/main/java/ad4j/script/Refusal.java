package ad4j.script;

import java.util.Map;

/** A use of a tracked number that would lose its derivative. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("mixed", "a tracked number beside an object or a big integer; use numbers"),
          Map.entry(
              "text",
              "text made of a tracked number loses its derivative; console.log prints it,"
                  + " stopGradient(x) gives the plain number"),
          Map.entry(
              "key",
              "a tracked number as a property key, index or text; use Math.trunc on plain"
                  + " numbers, or stopGradient(x) to index by its value"),
          Map.entry(
              "conversion",
              "a built-in function would turn a tracked number into a plain one;"
                  + " stopGradient(x) does so on purpose"),
          Map.entry("bitwise", "bitwise operators have no derivative; use Math.trunc(x) for x | 0"),
          Map.entry("length", "a tracked number as an array length; use stopGradient(x)"),
          Map.entry("buffer", "the buffer of a Float64Array is not available; copy its elements"),
          Map.entry("eval", "code made from text is not supported; write a function"),
          Map.entry("boxed", "a tracked number cannot be boxed; leave out 'new'"),
          Map.entry("parseInt", "parseInt of a tracked number; use Math.trunc(x)"),
          Map.entry("mapKey", "a tracked number as a key of a Map or Set; use stopGradient(x)"),
          Map.entry("fround", "Math.fround rounds to single precision; it has no derivative here"));

  private final int site;

  Refusal(int site, String reason) {
    super(REASONS.getOrDefault(reason, "Math." + reason + " has no derivative"));
    this.site = site;
  }

  /** Returns the number of the site; 0 if the place is only known from the stack. */
  public int site() {
    return site;
  }
}
