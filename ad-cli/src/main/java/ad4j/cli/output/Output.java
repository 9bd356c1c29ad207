package ad4j.cli.output;

import java.io.OutputStream;
import java.util.Map;

/** Standard output: data, and nothing but data. */
public final class Output {
  private final Format format;
  private final NumberStyle style;
  private final Sink sink;

  /** Writes to this stream. */
  public Output(OutputStream out, Format format, NumberStyle style) {
    this.format = format;
    this.style = style;
    sink = new Sink(out);
  }

  /** The format. */
  public Format format() {
    return format;
  }

  /** How numbers are written. */
  public NumberStyle style() {
    return style;
  }

  /** Writes the answer at one point. */
  public void answer(Answer answer) {
    writer().write(answer);
  }

  /** Begins to write answers at many points. */
  public Rows rows() {
    return writer().rows();
  }

  /** Writes a list of things. */
  public void listing(Listing listing) {
    writer().write(listing);
  }

  /** Writes a JSON object, with the schema before it. */
  public void json(Map<String, Object> fields) {
    new JsonWriter(sink, style).write(fields);
  }

  /** Writes text as it is. */
  public void text(String text) {
    sink.print(text);
  }

  private AnswerWriter writer() {
    return switch (format) {
      case TABLE -> new TableWriter(sink, style);
      case JSON -> new JsonWriter(sink, style);
      case CSV -> new CsvWriter(sink, style);
      case PLAIN -> new PlainWriter(sink, style);
    };
  }
}
