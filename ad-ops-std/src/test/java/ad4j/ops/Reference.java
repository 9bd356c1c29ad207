package ad4j.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A row of reference values of a smooth operator.
 *
 * @param operator its name
 * @param at the arguments
 * @param expected the value, then the derivatives in the order of {@link #DERIVATIVES}
 */
record Reference(String operator, double[] at, double[] expected) {
  /** Per number of arguments, which partials the columns hold, by indices of arguments. */
  static final List<List<int[]>> DERIVATIVES =
      List.of(
          List.of(),
          List.of(new int[] {}, new int[] {0}, new int[] {0, 0}, new int[] {0, 0, 0}),
          List.of(
              new int[] {},
              new int[] {0},
              new int[] {1},
              new int[] {0, 0},
              new int[] {0, 1},
              new int[] {1, 1}));

  static List<Reference> read(String file, int arity) {
    return lines(file).stream().skip(1).map(line -> of(line.split(",", -1), arity)).toList();
  }

  static List<String> lines(String file) {
    try (InputStream in = Reference.class.getResourceAsStream("/conformance/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reference of(String[] cells, int arity) {
    double[] numbers = Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
    return new Reference(
        cells[0],
        Arrays.copyOf(numbers, arity),
        Arrays.copyOfRange(numbers, arity, numbers.length));
  }

  List<int[]> derivatives() {
    return DERIVATIVES.get(at.length);
  }

  /**
   * The error of {@code actual} in column {@code i}, relative, but to no less than 1e-8 of the row.
   */
  double error(int i, double actual) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    double error = Math.abs(actual - expected[i]);
    double scale = Math.max(Math.abs(expected[i]), 1e-8 * largest);
    return actual == expected[i]
        ? 0
        : Double.isNaN(error) ? Double.POSITIVE_INFINITY : error / scale;
  }
}
