package ad4j.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Text in aligned columns: words to the left, numbers by their decimal points. */
final class TextTable {
  private static final String GAP = "  ";

  private final NumberStyle style;
  private final List<String> headings;
  private final List<List<Object>> rows = new ArrayList<>();

  TextTable(NumberStyle style, List<String> headings) {
    this.style = style;
    this.headings = headings;
  }

  /** Adds a row of cells, each a {@code String} or a {@code Double}. */
  void add(List<Object> cells) {
    rows.add(cells);
  }

  /** The lines, each ended by a line feed. */
  String text() {
    List<List<String>> columns = new ArrayList<>();
    for (int j = 0; j < headings.size(); j++) {
      columns.add(column(j));
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= rows.size(); i++) {
      StringBuilder line = new StringBuilder();
      for (List<String> column : columns) {
        line.append(column.get(i)).append(GAP);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private List<String> column(int j) {
    List<Object> cells = rows.stream().map(row -> row.get(j)).toList();
    boolean numeric = cells.stream().anyMatch(Double.class::isInstance);
    List<String> texts = new ArrayList<>();
    int whole =
        cells.stream().mapToInt(cell -> cell instanceof Double x ? whole(x) : 0).max().orElse(0);
    for (Object cell : cells) {
      texts.add(
          cell instanceof Double x ? " ".repeat(whole - whole(x)) + style.text(x) : cell + "");
    }
    int width = texts.stream().mapToInt(TextTable::width).max().orElse(0);
    String heading = headings.get(j);
    List<String> padded = new ArrayList<>();
    int total = Math.max(width, width(heading));
    String indent = numeric ? " ".repeat(total - width) : "";
    padded.add(pad(numeric ? " ".repeat(total - width(heading)) + heading : heading, total));
    texts.forEach(text -> padded.add(pad(indent + text, total)));
    return padded;
  }

  /** How many characters stand before the decimal point. */
  private int whole(double x) {
    String text = style.text(x);
    int point = text.indexOf('.');
    int exponent = text.indexOf('e');
    return point >= 0 ? point : exponent >= 0 && Double.isFinite(x) ? exponent : text.length();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - width(text));
  }
}
