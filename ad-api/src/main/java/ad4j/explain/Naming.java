package ad4j.explain;

import ad4j.error.ShapeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names of nodes. Inputs called x1, x2, x3 keep their names and operations go on with x4; where
 * operations have labels, inputs keep their names, too; else all nodes are numbered w1, w2, ... and
 * the names of inputs are aliases.
 */
final class Naming {
  private static final List<String> PREFIXES = List.of("w", "v", "u", "t", "n", "node");

  private final ExplainOptions options;
  private final List<String> inputs;
  private final String start;
  private final boolean sequence;

  Naming(ExplainOptions options, int inputCount) {
    this.options = options;
    inputs = inputs(options.inputs(), inputCount);
    start = inputs.getFirst().replaceFirst("1$", "");
    sequence =
        (options.prefix().isEmpty() || options.prefix().equals(start))
            && start.matches("[A-Za-z]+")
            && inputs.equals(numbered(start, inputCount));
  }

  private static List<String> inputs(List<String> given, int count) {
    List<String> names = given.isEmpty() ? numbered("x", count) : given;
    if (names.size() != count) {
      throw ShapeException.ofCount(
          "there must be", count, "name", names.size(), "name all inputs, or none");
    }
    if (new HashSet<>(names).size() < count) {
      throw new ShapeException("two inputs have the same name in " + names, "name them apart");
    }
    return names;
  }

  private static List<String> numbered(String start, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> start + i).toList();
  }

  /** Whether inputs are shown in their own order, not in that of their use. */
  boolean keepsOrder() {
    return sequence;
  }

  /** The names of the inputs, in their own order. */
  List<String> inputs() {
    return inputs;
  }

  /** The names of all nodes of a graph. */
  String[] names(Reduction reduction, int result) {
    List<String> labels = labels(reduction, result);
    boolean own = sequence || labels.stream().anyMatch(label -> !label.isEmpty());
    String prefix = prefix(labels);
    Numbering numbering = new Numbering(inputs, labels);
    String[] names = new String[reduction.size()];
    for (int i = 0; i < names.length; i++) {
      String known =
          i >= inputs.size()
              ? numbering.name(labels.get(i))
              : own ? inputs.get(reduction.original(i)) : "";
      names[i] = known.isEmpty() ? prefix + (i + 1) : known;
    }
    return names;
  }

  /** The labels of operations; where there are any, the result has at least the output's name. */
  private List<String> labels(Reduction reduction, int result) {
    List<String> labels = new ArrayList<>(reduction.labels());
    labels.subList(0, inputs.size()).replaceAll(label -> "");
    boolean any = labels.stream().anyMatch(label -> !label.isEmpty());
    if (any && result >= inputs.size() && labels.get(result).isEmpty()) {
      labels.set(result, options.outputName());
    }
    return labels;
  }

  private String prefix(List<String> labels) {
    if (!options.prefix().isEmpty()) {
      return options.prefix();
    }
    boolean goesOn = sequence && labels.stream().noneMatch(label -> label.matches(start + "\\d*"));
    return goesOn ? start : free(labels);
  }

  /** The first prefix that makes no name which is already in use. */
  private String free(List<String> labels) {
    List<String> names = Stream.concat(inputs.stream(), Stream.of(options.outputName())).toList();
    return PREFIXES.stream()
        .filter(prefix -> names.stream().noneMatch(name -> name.matches(prefix + "\\d+")))
        .filter(prefix -> labels.stream().noneMatch(label -> label.matches(prefix + "\\d*")))
        .findFirst()
        .orElse("node_");
  }

  /** The other name of an input that is numbered; empty if it has none. */
  String alias(Reduction reduction, int position, String name) {
    if (position < inputs.size()) {
      String own = inputs.get(reduction.original(position));
      return own.equals(name) ? "" : own;
    }
    return "";
  }
}
