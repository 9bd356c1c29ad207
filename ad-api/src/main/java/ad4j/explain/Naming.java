package ad4j.explain;

import ad4j.error.ShapeException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private final String prefix;
  private final boolean sequence;

  Naming(ExplainOptions options, int inputCount) {
    this.options = options;
    inputs = inputs(options.inputs(), inputCount);
    String start = inputs.getFirst().replaceFirst("1$", "");
    sequence =
        options.labels().isEmpty()
            && (options.prefix().isEmpty() || options.prefix().equals(start))
            && start.matches("[A-Za-z]+")
            && inputs.equals(numbered(start, inputCount));
    prefix = sequence ? start : options.prefix().isEmpty() ? free() : options.prefix();
  }

  private static List<String> inputs(List<String> given, int count) {
    List<String> names = given.isEmpty() ? numbered("x", count) : given;
    if (names.size() != count) {
      throw new ShapeException(
          "there are " + names.size() + " names for " + count + " inputs", "name all or none");
    }
    if (new HashSet<>(names).size() < count) {
      throw new ShapeException("two inputs have the same name in " + names, "name them apart");
    }
    return names;
  }

  private static List<String> numbered(String start, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> start + i).toList();
  }

  /** The first prefix that makes no name which is already in use. */
  private String free() {
    return PREFIXES.stream().filter(this::unused).findFirst().orElse("node_");
  }

  private boolean unused(String start) {
    return Stream.of(inputs, options.labels().values(), List.of(options.outputName()))
        .flatMap(names -> names.stream())
        .noneMatch(name -> name.matches(start + "\\d+"));
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
    String[] names = new String[reduction.size()];
    Set<String> taken = new HashSet<>(inputs);
    for (int i = 0; i < names.length; i++) {
      names[i] =
          i < inputs.size() ? input(reduction, i) : operation(reduction, i, i == result, taken);
    }
    return names;
  }

  /** The other name of an input that is numbered; empty if it has none. */
  String alias(Reduction reduction, int position, String name) {
    if (position < inputs.size()) {
      String own = inputs.get(reduction.original(position));
      return own.equals(name) ? "" : own;
    }
    return "";
  }

  private String input(Reduction reduction, int position) {
    boolean own = sequence || !options.labels().isEmpty();
    return own ? inputs.get(reduction.original(position)) : prefix + (position + 1);
  }

  private String operation(Reduction reduction, int position, boolean result, Set<String> taken) {
    String label = reduction.label(position);
    if (label.isEmpty() && result && !options.labels().isEmpty()) {
      label = options.outputName();
    }
    if (label.isEmpty()) {
      return prefix + (position + 1);
    }
    String name = label;
    for (int k = 2; !taken.add(name); k++) {
      name = label + "_" + k;
    }
    return name;
  }
}
