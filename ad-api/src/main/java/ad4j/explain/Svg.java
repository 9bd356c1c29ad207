package ad4j.explain;

/** The parts of every SVG picture: its opening with styles, and texts. */
final class Svg {
  private static final String STYLE =
      """
      <style>
      .ad4j-paper{fill:#ffffff}
      .ad4j-node{fill:#f6f8fa;stroke:#8c959f}
      .ad4j-input{fill:#eaf3fb;stroke:#6a8caf}
      .ad4j-result{fill:#eef7ee;stroke:#3f7d4b;stroke-width:2}
      .ad4j-edge{fill:none;stroke:#7a828b;stroke-width:1.3}
      .ad4j-arrow{fill:#7a828b}
      .ad4j-text{font:13px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;fill:#1b1f24}
      .ad4j-name{font-weight:bold}
      .ad4j-value{fill:#1b4f8f}
      .ad4j-adjoint{fill:#8a3b00}
      .ad4j-partial{font-size:12px;fill:#32383f;text-anchor:middle}
      .ad4j-title{font:bold 16px system-ui,'DejaVu Sans',sans-serif;fill:#1b1f24}
      .ad4j-legend{font:12px system-ui,'DejaVu Sans',sans-serif;fill:#57606a}
      @media (prefers-color-scheme: dark){
      .ad4j-paper{fill:#15181c}
      .ad4j-node{fill:#22272e;stroke:#768390}
      .ad4j-input{fill:#1c2b3a;stroke:#6a9bd1}
      .ad4j-result{fill:#1d3124;stroke:#57ab5a}
      .ad4j-edge{stroke:#8b949e}
      .ad4j-arrow{fill:#8b949e}
      .ad4j-text,.ad4j-title{fill:#e6edf3}
      .ad4j-value{fill:#8cc1ff}
      .ad4j-adjoint{fill:#ffb477}
      .ad4j-partial{fill:#d0d7de}
      .ad4j-legend{fill:#9ea7b1}
      }
      </style>
      <defs><marker id="ad4j-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" \
      markerHeight="8" orient="auto"><path class="ad4j-arrow" d="M0 0L8 4L0 8z"/></marker></defs>
      """;

  private Svg() {}

  static String opening(String title, String description, double width, double height) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" \
    viewBox="0 0 %1$s %2$s" role="img">
    <title>%3$s</title>
    <desc>%4$s</desc>
    """
            .formatted(number(width), number(height), escaped(title), escaped(description))
        + STYLE
        + "<rect class=\"ad4j-paper\" width=\"100%\" height=\"100%\"/>\n";
  }

  static String box(String style, Layout.Box box, int radius) {
    return "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>\n"
        .formatted(
            style,
            number(box.left()),
            number(box.top()),
            number(box.width()),
            number(box.height()),
            radius);
  }

  static String text(String style, double x, double y, String text) {
    return "<text class=\"%s\" x=\"%s\" y=\"%s\" xml:space=\"preserve\">%s</text>\n"
        .formatted(style, number(x), number(y), escaped(text));
  }

  static String number(double x) {
    return new Digits(ExplainOptions.FULL).text(Math.rint(x * 10) / 10);
  }

  /** Text that XML may hold: no markup, no control characters. */
  private static String escaped(String text) {
    return text.replaceAll("\\p{Cntrl}", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
