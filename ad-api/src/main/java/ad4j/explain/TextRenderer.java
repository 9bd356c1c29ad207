package ad4j.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows an explanation as plain text for a terminal: tables, passes, paths. */
public final class TextRenderer implements Renderer {
  /** A part of the text. */
  public enum Section {
    /** The table of nodes: name, formula, value, adjoint. */
    NODES,
    /** The table of edges: partials in names and numbers. */
    EDGES,
    /** The forward pass step by step. */
    FORWARD,
    /** The backward pass step by step. */
    BACKWARD,
    /** Products along paths, for chosen inputs. */
    PATHS,
    /** The gradient, what each mode costs, and where numbers are not finite. */
    SUMMARY
  }

  /** A longer section is cut. */
  private static final int MOST_LINES = 1000;

  private final Set<Section> sections;

  /** Shows all sections. */
  public TextRenderer() {
    this(EnumSet.allOf(Section.class));
  }

  /** Shows these sections, in the order in which they are declared. */
  public TextRenderer(Set<Section> sections) {
    this.sections = Set.copyOf(sections);
  }

  @Override
  public String render(Explanation explanation) {
    return Stream.of(Section.values())
        .filter(sections::contains)
        .map(section -> section(section, new TextLines(explanation)))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String section(Section section, TextLines lines) {
    return switch (section) {
      case NODES -> titled("Nodes", table(lines.nodes()));
      case EDGES -> titled("Partials", lines.edges());
      case FORWARD -> titled("Forward pass", lines.forward());
      case BACKWARD -> titled("Backward pass", lines.backward());
      case PATHS ->
          lines.paths().stream().map(TextRenderer::titled).collect(Collectors.joining("\n"));
      case SUMMARY -> titled("Summary", lines.summary());
    };
  }

  private static String titled(List<String> titleAndLines) {
    return titled(titleAndLines.getFirst(), titleAndLines.subList(1, titleAndLines.size()));
  }

  private static String titled(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return "";
    }
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(MOST_LINES, lines.size())));
    if (lines.size() > MOST_LINES) {
      shown.add("... and " + (lines.size() - MOST_LINES) + " more");
    }
    return shown.stream()
        .map(line -> "  " + line + "\n")
        .collect(Collectors.joining("", title + "\n", ""));
  }

  /** Rows of equal length as lines; columns after the second are flush right. */
  private static List<String> table(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (int c = 0; c < columns; c++) {
      int column = c;
      widths[c] =
          rows.stream()
              .map(row -> Bar.width(row.get(column)))
              .max(Comparator.naturalOrder())
              .orElse(0);
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String padding = " ".repeat(widths[c] - Bar.width(row.get(c)));
      boolean right = c == 2 || c == 3;
      line.append(c == 0 ? "" : "  ")
          .append(right ? padding : "")
          .append(row.get(c))
          .append(right ? "" : padding);
    }
    return line.toString().stripTrailing();
  }
}
