package ad4j.cli.output;

import ad4j.cli.output.Quantity.Matrix;
import ad4j.cli.output.Quantity.Scalar;
import ad4j.cli.output.Quantity.Vector;
import ad4j.error.AdException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes for people: numbers first, then a table for each kind of index. */
final class TableWriter implements AnswerWriter {
  private final Sink out;
  private final NumberStyle style;

  TableWriter(Sink out, NumberStyle style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public void write(Answer answer) {
    List<String> blocks = new ArrayList<>();
    scalars(answer, blocks);
    vectors(answer, blocks);
    for (Quantity quantity : answer.quantities()) {
      if (quantity instanceof Matrix matrix) {
        blocks.add(text(matrix));
      }
    }
    out.print(String.join("\n", blocks));
  }

  private void scalars(Answer answer, List<String> blocks) {
    StringBuilder lines = new StringBuilder();
    for (Quantity quantity : answer.quantities()) {
      if (quantity instanceof Scalar scalar) {
        lines.append(scalar.key()).append("  ").append(style.text(scalar.value())).append('\n');
      }
    }
    if (!lines.isEmpty()) {
      blocks.add(lines.toString());
    }
  }

  private void vectors(Answer answer, List<String> blocks) {
    Map<Axis, List<Vector>> byAxis = new LinkedHashMap<>();
    for (Quantity quantity : answer.quantities()) {
      if (quantity instanceof Vector vector) {
        byAxis.computeIfAbsent(vector.axis(), axis -> new ArrayList<>()).add(vector);
      }
    }
    Axis variables = Axis.variables(answer.variables());
    byAxis.forEach(
        (axis, vectors) -> {
          if (axis.equals(variables)) {
            vectors.addFirst(new Vector("at", variables, answer.at()));
          }
          blocks.add(text(axis, vectors));
        });
  }

  private String text(Axis axis, List<Vector> vectors) {
    List<String> headings =
        Stream.concat(Stream.of(axis.title()), vectors.stream().map(Vector::key)).toList();
    TextTable table = new TextTable(style, headings);
    for (int i = 0; i < axis.labels().size(); i++) {
      List<Object> cells = new ArrayList<>();
      cells.add(axis.labels().get(i));
      for (Vector vector : vectors) {
        cells.add(vector.values()[i]);
      }
      table.add(cells);
    }
    return table.text();
  }

  private String text(Matrix matrix) {
    List<String> headings =
        Stream.concat(Stream.of(matrix.key()), matrix.columns().labels().stream()).toList();
    TextTable table = new TextTable(style, headings);
    for (int i = 0; i < matrix.values().length; i++) {
      List<Object> cells = new ArrayList<>();
      cells.add(matrix.rows().labels().get(i));
      for (double number : matrix.values()[i]) {
        cells.add(number);
      }
      table.add(cells);
    }
    return table.text();
  }

  @Override
  public Rows rows() {
    List<Answer> answers = new ArrayList<>();
    return new Rows() {
      @Override
      public void add(Answer answer) {
        answers.add(answer);
      }

      @Override
      public void addFailure(List<String> variables, double[] at, AdException failure) {
        answers.add(new Answer(variables, at, List.of()));
      }

      @Override
      public void end() {
        writeAll(answers);
      }
    };
  }

  private void writeAll(List<Answer> answers) {
    FlatRow longest = null;
    for (Answer answer : answers) {
      FlatRow row = FlatRow.of(answer);
      longest = longest == null || row.names().size() > longest.names().size() ? row : longest;
    }
    if (longest == null) {
      return;
    }
    TextTable table = new TextTable(style, longest.names());
    for (Answer answer : answers) {
      List<Object> cells = new ArrayList<>(FlatRow.of(answer).numbers());
      while (cells.size() < longest.names().size()) {
        cells.add("");
      }
      table.add(cells);
    }
    out.print(table.text());
  }

  @Override
  public void write(Listing listing) {
    TextTable table = new TextTable(style, listing.columns());
    listing.rows().forEach(table::add);
    out.print(table.text());
  }
}
