package ad4j.cli.input;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Points from comma-separated values, read as they are asked for. */
public final class PointTable implements AutoCloseable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreSurroundingSpaces(true)
          .setIgnoreEmptyLines(true)
          .setCommentMarker('#')
          .get();

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String source;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;
  private List<String> pending;
  private long line;

  /**
   * Reads the header, if there is one.
   *
   * @param source the file's name, for messages
   * @throws UsageException if there is nothing, or it is no table
   */
  public PointTable(String source, Reader reader) throws IOException {
    this.source = source;
    parser = FORMAT.parse(withoutMark(reader));
    records = parser.iterator();
    List<String> first = record();
    if (first.isEmpty()) {
      throw new UsageException(source + " holds no points", "give one point a line: 2,3");
    }
    boolean named = first.stream().noneMatch(NumberText::isNumber);
    header = named ? first : List.of();
    pending = named ? List.of() : first;
  }

  /** Spreadsheets write a mark of the byte order before UTF-8. */
  private static Reader withoutMark(Reader reader) throws IOException {
    PushbackReader text = new PushbackReader(reader);
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return text;
  }

  /** The names in the first line; empty if it holds a point. */
  public List<String> header() {
    return header;
  }

  /** The next point as it stands in the file; null at the end. */
  public @org.jspecify.annotations.Nullable GivenPoint next() {
    List<String> cells = pending.isEmpty() ? record() : pending;
    pending = List.of();
    if (cells.isEmpty()) {
      return null;
    }
    if (!header.isEmpty() && cells.size() != header.size()) {
      throw new UsageException(
          place() + ": there are " + cells.size() + " cells, but " + header.size() + " names", "");
    }
    List<Double> numbers = new ArrayList<>();
    for (String cell : cells) {
      numbers.add(number(cell));
    }
    return new GivenPoint(header, numbers);
  }

  private double number(String cell) {
    try {
      return NumberText.number(cell);
    } catch (UsageException e) {
      throw new UsageException(place() + ": " + e.what(), e.remedy());
    }
  }

  /** File and line of the last point. */
  public String place() {
    return source + ":" + line;
  }

  private List<String> record() {
    try {
      if (!records.hasNext()) {
        return List.of();
      }
      line = parser.getCurrentLineNumber();
      return records.next().toList();
    } catch (java.io.UncheckedIOException | IllegalStateException e) {
      throw new UsageException(source + " cannot be read as CSV: " + e.getMessage(), "");
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
