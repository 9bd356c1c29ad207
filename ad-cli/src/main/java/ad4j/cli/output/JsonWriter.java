package ad4j.cli.output;

import ad4j.cli.output.Quantity.Matrix;
import ad4j.cli.output.Quantity.Scalar;
import ad4j.cli.output.Quantity.Vector;
import ad4j.error.AdException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes one JSON object with the schema {@code ad/1}. */
final class JsonWriter implements AnswerWriter {
  private final Sink out;
  private final JsonText text;

  JsonWriter(Sink out, NumberStyle style) {
    this.out = out;
    this.text = new JsonText(style);
  }

  @Override
  public void write(Answer answer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("variables", answer.variables());
    object.putAll(fields(answer));
    write(object);
  }

  /** Writes this object with the schema before it. */
  void write(Map<String, Object> fields) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("schema", "ad/1");
    object.putAll(fields);
    out.print(text.text(object) + "\n");
  }

  private static Map<String, Object> fields(Answer answer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("at", answer.at());
    for (Quantity quantity : answer.quantities()) {
      object.put(
          quantity.key(),
          switch (quantity) {
            case Scalar scalar -> (Object) scalar.value();
            case Vector vector -> vector.values();
            case Matrix matrix -> matrix.values();
          });
    }
    return object;
  }

  @Override
  public Rows rows() {
    List<Object> points = new ArrayList<>();
    Map<String, Object> object = new LinkedHashMap<>();
    return new Rows() {
      @Override
      public void add(Answer answer) {
        object.put("variables", answer.variables());
        points.add(fields(answer));
      }

      @Override
      public void addFailure(List<String> variables, double[] at, AdException failure) {
        object.put("variables", variables);
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("at", at);
        point.put("error", failure.code());
        points.add(point);
      }

      @Override
      public void end() {
        object.put("points", points);
        write(object);
      }
    };
  }

  @Override
  public void write(Listing listing) {
    List<Object> things = new ArrayList<>();
    for (List<Object> row : listing.rows()) {
      Map<String, Object> thing = new LinkedHashMap<>();
      for (int j = 0; j < row.size(); j++) {
        thing.put(listing.columns().get(j), row.get(j));
      }
      things.add(thing);
    }
    Map<String, Object> object = new LinkedHashMap<>(listing.facts());
    object.put(listing.key(), things);
    write(object);
  }
}
