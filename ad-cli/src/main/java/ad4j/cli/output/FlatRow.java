package ad4j.cli.output;

import ad4j.cli.output.Quantity.Matrix;
import ad4j.cli.output.Quantity.Scalar;
import ad4j.cli.output.Quantity.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer as one row of numbers.
 *
 * @param names one a number: {@code x}, {@code value}, {@code gradient.x}, {@code hessian.x.y}
 * @param numbers the point, then all quantities
 */
record FlatRow(List<String> names, List<Double> numbers) {
  static FlatRow of(Answer answer) {
    FlatRow row = new FlatRow(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < answer.at().length; i++) {
      row.add(answer.variables().get(i), answer.at()[i]);
    }
    answer.quantities().forEach(row::add);
    return row;
  }

  private void add(Quantity quantity) {
    switch (quantity) {
      case Scalar scalar -> add(scalar.key(), scalar.value());
      case Vector vector -> add(vector.key(), vector.axis(), vector.values());
      case Matrix matrix -> {
        for (int i = 0; i < matrix.values().length; i++) {
          String row = matrix.key() + "." + matrix.rows().labels().get(i);
          add(row, matrix.columns(), matrix.values()[i]);
        }
      }
    }
  }

  private void add(String name, Axis axis, double[] values) {
    for (int j = 0; j < values.length; j++) {
      add(name + "." + axis.labels().get(j), values[j]);
    }
  }

  private void add(String name, double number) {
    names.add(name);
    numbers.add(number);
  }
}
