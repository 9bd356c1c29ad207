package ad4j.cli.output;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** A named part of an answer: what {@code --format json} has under its key. */
public sealed interface Quantity {
  /** Its name in all formats. */
  String key();

  /** All its numbers, row by row. */
  DoubleStream numbers();

  /**
   * One number.
   *
   * @param key its name
   * @param value itself
   */
  record Scalar(String key, double value) implements Quantity {
    @Override
    public DoubleStream numbers() {
      return DoubleStream.of(value);
    }
  }

  /**
   * A row of numbers; handed over, not copied.
   *
   * @param key its name
   * @param axis what each number is for
   * @param values the numbers
   */
  record Vector(String key, Axis axis, double[] values) implements Quantity {
    @Override
    public DoubleStream numbers() {
      return Arrays.stream(values);
    }
  }

  /**
   * Rows of numbers; handed over, not copied.
   *
   * @param key its name
   * @param rows what each row is for
   * @param columns what each column is for
   * @param values the numbers by row
   */
  record Matrix(String key, Axis rows, Axis columns, double[][] values) implements Quantity {
    @Override
    public DoubleStream numbers() {
      return Arrays.stream(values).flatMapToDouble(Arrays::stream);
    }
  }
}
