package ad4j.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be explained, and in which names. Immutable: each method gives changed options.
 *
 * {@snippet :
 * ExplainOptions.of("y", "w", "x", "b").output(0, "C").wrt("w");
 * }
 *
 * @param inputs names of the inputs; none: x1, x2, ...
 * @param output the number of the result, from 0
 * @param outputName its name; may be empty
 * @param labels names of operations, by their index in the graph; an operation without one is
 *     called by the variable that its value is given to in the source, but by its number if the
 *     label is empty
 * @param prefix of the names of numbered nodes; empty: {@code w}, but inputs x1, x2, x3 go on with
 *     x4
 * @param wrt names of inputs whose paths to the result are wanted
 * @param maxPaths how many paths an input to show
 * @param digits digits of numbers: after the point for numbers near 1; {@link #FULL} for all digits
 */
public record ExplainOptions(
    List<String> inputs,
    int output,
    String outputName,
    Map<Integer, String> labels,
    String prefix,
    List<String> wrt,
    int maxPaths,
    int digits) {
  /** {@link #digits} for numbers as exact as a double is. */
  public static final int FULL = 17;

  /** Copies lists and map. */
  public ExplainOptions {
    inputs = List.copyOf(inputs);
    labels = Map.copyOf(labels);
    wrt = List.copyOf(wrt);
  }

  /** The usual options for inputs of these names. */
  public static ExplainOptions of(String... inputs) {
    return of(List.of(inputs));
  }

  /** The usual options for inputs of these names. */
  public static ExplainOptions of(List<String> inputs) {
    return new ExplainOptions(inputs, 0, "", Map.of(), "", List.of(), 20, 6);
  }

  /** With this result, from 0, under this name, which may be empty. */
  public ExplainOptions output(int index, String name) {
    return new ExplainOptions(inputs, index, name, labels, prefix, wrt, maxPaths, digits);
  }

  /** With this name for the operation of this index in the graph. */
  public ExplainOptions label(int index, String name) {
    Map<Integer, String> more = new LinkedHashMap<>(labels);
    more.put(index, name);
    return labels(more);
  }

  /** With these names for operations, by their index in the graph. */
  public ExplainOptions labels(Map<Integer, String> names) {
    return new ExplainOptions(inputs, output, outputName, names, prefix, wrt, maxPaths, digits);
  }

  /** With names of nodes that begin with this. */
  public ExplainOptions prefix(String start) {
    return new ExplainOptions(inputs, output, outputName, labels, start, wrt, maxPaths, digits);
  }

  /** With the paths from these inputs. */
  public ExplainOptions wrt(String... names) {
    return wrt(List.of(names), maxPaths);
  }

  /** With the paths from these inputs, at most so many each. */
  public ExplainOptions wrt(List<String> names, int most) {
    return new ExplainOptions(inputs, output, outputName, labels, prefix, names, most, digits);
  }

  /** With so many digits, or {@link #FULL}. */
  public ExplainOptions digits(int count) {
    return new ExplainOptions(inputs, output, outputName, labels, prefix, wrt, maxPaths, count);
  }
}
