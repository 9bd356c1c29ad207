package ad4j.cli.output;

import ad4j.error.AdException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Writes comma-separated values: a header, then one line a point or thing. */
final class CsvWriter implements AnswerWriter {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private final Sink out;
  private final NumberStyle style;

  CsvWriter(Sink out, NumberStyle style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public void write(Answer answer) {
    Rows rows = rows();
    rows.add(answer);
    rows.end();
  }

  @Override
  public void write(Listing listing) {
    line(listing.columns());
    listing.rows().forEach(this::line);
  }

  private void line(List<?> cells) {
    Object[] texts =
        cells.stream().map(cell -> cell instanceof Double x ? style.text(x) : cell).toArray();
    out.print(FORMAT.format(texts) + "\n");
  }

  @Override
  public Rows rows() {
    return new CsvRows();
  }

  /** Holds back the points without an answer that come before the header is known. */
  private final class CsvRows implements Rows {
    private final List<Answer> early = new ArrayList<>();
    private int width = -1;

    @Override
    public void add(Answer answer) {
      FlatRow row = FlatRow.of(answer);
      begin(row.names());
      line(row.numbers());
    }

    @Override
    public void addFailure(List<String> variables, double[] at, AdException failure) {
      early.add(new Answer(variables, at, List.of()));
      if (width >= 0) {
        flush();
      }
    }

    @Override
    public void end() {
      if (!early.isEmpty()) {
        begin(early.getFirst().variables());
      }
    }

    private void begin(List<String> names) {
      if (width < 0) {
        width = names.size();
        line(names);
        flush();
      }
    }

    private void flush() {
      for (Answer answer : early) {
        List<Object> cells = new ArrayList<>(FlatRow.of(answer).numbers());
        while (cells.size() < width) {
          cells.add("");
        }
        line(cells);
      }
      early.clear();
    }
  }
}
