package ad4j.cli.input;

import ad4j.op.Operators.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers as given: {@code 2,3}, or {@code x=2,y=3} in any order.
 *
 * @param names one a number; empty if they are given by position
 * @param numbers the numbers
 */
public record GivenPoint(List<String> names, List<Double> numbers) {
  /** Copies the lists. */
  public GivenPoint {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
  }

  /**
   * Reads a point.
   *
   * @throws UsageException if it is none
   */
  public static GivenPoint read(String text) {
    String inner = text.strip();
    if (inner.startsWith("[") && inner.endsWith("]")) {
      inner = inner.substring(1, inner.length() - 1);
    }
    List<String> names = new ArrayList<>();
    List<Double> numbers = new ArrayList<>();
    for (String part : inner.isBlank() ? new String[0] : inner.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals >= 0) {
        names.add(part.substring(0, equals).strip());
      }
      numbers.add(NumberText.number(part.substring(equals + 1).strip()));
    }
    if (!names.isEmpty() && names.size() != numbers.size()) {
      throw new UsageException(
          "'" + text + "' names some of its numbers only", "name all of them or none: x=2,y=3");
    }
    requireOnce(names);
    return new GivenPoint(names, numbers);
  }

  private static void requireOnce(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new UsageException("variable '" + name + "' is given twice", "");
      }
    }
  }

  /**
   * The numbers in the order of these names.
   *
   * @throws UsageException if names do not fit
   */
  public double[] inOrder(List<String> variables) {
    if (names.isEmpty()) {
      return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
    requireOnce(names);
    for (String name : names) {
      if (!variables.contains(name)) {
        throw unknown(name, variables);
      }
    }
    return variables.stream().mapToDouble(this::number).toArray();
  }

  private double number(String name) {
    int i = names.indexOf(name);
    if (i < 0) {
      throw new UsageException("no number is given for variable '" + name + "'", "");
    }
    return numbers.get(i);
  }

  private static UsageException unknown(String name, List<String> variables) {
    List<String> near = Spelling.near(name, variables, 3);
    return new UsageException(
        "the function has no variable '" + name + "'",
        near.isEmpty()
            ? "its variables are " + String.join(", ", variables)
            : "did you mean '" + String.join("' or '", near) + "'?");
  }
}
