package ad4j.cli.output;

import java.util.List;
import java.util.Map;

/**
 * Things of one kind, one a row.
 *
 * @param key what they are, in the plural
 * @param columns headings
 * @param rows cells: a {@code String}, or a {@code Double}
 * @param facts about all of them, for JSON: strings, numbers, booleans, lists and maps of these
 */
public record Listing(
    String key, List<String> columns, List<List<Object>> rows, Map<String, Object> facts) {
  /** Copies rows and columns. */
  public Listing {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A listing without facts. */
  public Listing(String key, List<String> columns, List<List<Object>> rows) {
    this(key, columns, rows, Map.of());
  }
}
