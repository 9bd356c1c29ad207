package ad4j.cli.output;

import ad4j.cli.output.Quantity.Matrix;
import ad4j.cli.output.Quantity.Scalar;
import ad4j.cli.output.Quantity.Vector;
import ad4j.error.AdException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Writes numbers only: one line a scalar, vector or row; with many points, one line a point. */
final class PlainWriter implements AnswerWriter {
  private final Sink out;
  private final NumberStyle style;

  PlainWriter(Sink out, NumberStyle style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public void write(Answer answer) {
    for (Quantity quantity : answer.quantities()) {
      switch (quantity) {
        case Scalar scalar -> line(scalar.numbers());
        case Vector vector -> line(vector.numbers());
        case Matrix matrix ->
            Arrays.stream(matrix.values()).map(Arrays::stream).forEach(this::line);
      }
    }
  }

  private void line(DoubleStream numbers) {
    out.print(numbers.mapToObj(style::text).collect(Collectors.joining(" ")) + "\n");
  }

  @Override
  public Rows rows() {
    return new Rows() {
      @Override
      public void add(Answer answer) {
        line(answer.quantities().stream().flatMapToDouble(Quantity::numbers));
      }

      @Override
      public void addFailure(List<String> variables, double[] at, AdException failure) {
        out.print("\n");
      }

      @Override
      public void end() {}
    };
  }

  @Override
  public void write(Listing listing) {
    for (List<Object> row : listing.rows()) {
      out.print(
          row.stream()
                  .map(cell -> cell instanceof Double x ? style.text(x) : String.valueOf(cell))
                  .collect(Collectors.joining("\t"))
              + "\n");
    }
  }
}
