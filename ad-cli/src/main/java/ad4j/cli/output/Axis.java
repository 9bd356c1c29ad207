package ad4j.cli.output;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the entries of a quantity stand for.
 *
 * @param title in the singular, such as {@code variable}
 * @param labels one an entry
 */
public record Axis(String title, List<String> labels) {
  /** Copies the labels. */
  public Axis {
    labels = List.copyOf(labels);
  }

  /** The variables of a function. */
  public static Axis variables(List<String> names) {
    return new Axis("variable", names);
  }

  /** The results of a function. */
  public static Axis results(int count) {
    return new Axis("result", IntStream.range(0, count).mapToObj(i -> "f[" + i + "]").toList());
  }

  /** Orders of derivatives, from 1. */
  public static Axis orders(int highest) {
    return orders(1, highest);
  }

  /** Orders of coefficients or derivatives. */
  public static Axis orders(int lowest, int highest) {
    return new Axis(
        "order", IntStream.rangeClosed(lowest, highest).mapToObj(Integer::toString).toList());
  }
}
