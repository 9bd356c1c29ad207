package ad4j.compiler.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Doubles that go along with an argument: adjoints or tangents, of its shape. */
final class Shadow {
  private Shadow() {}

  /** Zeros of the shape of an argument. */
  static Object zeros(Object model) {
    return with(model, java.util.stream.Stream.generate(() -> 0.0).iterator());
  }

  /** These numbers in the shape of an argument. */
  static Object with(Object model, Iterator<Double> numbers) {
    return switch (model) {
      case double[] row -> fill(row.length, numbers);
      case double[][] rows ->
          Arrays.stream(rows).map(row -> fill(row.length, numbers)).toArray(double[][]::new);
      default -> numbers.next();
    };
  }

  private static double[] fill(int length, Iterator<Double> numbers) {
    double[] row = new double[length];
    for (int k = 0; k < length; k++) {
      row[k] = numbers.next();
    }
    return row;
  }

  /** Tangents for all inputs: one object for each, with these numbers, but zeros for outputs. */
  static List<Object> of(ReadCall read, List<Object> arguments, double[] numbers) {
    Iterator<Double> rest = Arrays.stream(numbers).iterator();
    List<Object> all = new ArrayList<>();
    for (int input : read.inputs()) {
      Object model = arguments.get(input);
      all.add(read.isOutput(input) ? zeros(model) : with(model, rest));
    }
    return all;
  }

  /** The numbers of one shadow. */
  static void flatten(Object shadow, List<Double> numbers) {
    switch (shadow) {
      case double[] row -> Arrays.stream(row).forEach(numbers::add);
      case double[][] rows ->
          Arrays.stream(rows).flatMapToDouble(Arrays::stream).forEach(numbers::add);
      default -> numbers.add((Double) shadow);
    }
  }

  static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
