package ad4j.cli.operators;

import ad4j.Installation;
import ad4j.cli.output.Listing;
import ad4j.cli.output.NumberStyle;
import ad4j.cli.output.Output;
import ad4j.op.Edge;
import ad4j.op.Kink;
import ad4j.op.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All that one operator declares. */
final class OperatorDetails {
  private static final NumberStyle STYLE = new NumberStyle(NumberStyle.FULL);

  private final Operator operator;
  private final Installation installation;

  OperatorDetails(Operator operator, Installation installation) {
    this.operator = operator;
    this.installation = installation;
  }

  /** How many arguments it takes. */
  static String arity(Operator operator) {
    return operator.arity() == Operator.VARIADIC ? "any" : Integer.toString(operator.arity());
  }

  void write(Output output) {
    switch (output.format()) {
      case TABLE -> output.text(text());
      case JSON -> output.json(Map.of("operator", fields()));
      case CSV, PLAIN -> output.listing(new Listing("facts", List.of("fact", "text"), facts()));
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (List<Object> fact : facts()) {
      text.append(String.valueOf(fact.getFirst()).concat(" ".repeat(10)), 0, 10)
          .append(fact.getLast())
          .append('\n');
    }
    return text.toString();
  }

  private List<List<Object>> facts() {
    List<List<Object>> facts = new ArrayList<>();
    String arguments = String.join(", ", DomainText.arguments(operator));
    boolean variadic = operator.arity() == Operator.VARIADIC;
    facts.add(fact("operator", operator.name() + "(" + arguments + (variadic ? ", ...)" : ")")));
    facts.add(fact("doc", operator.doc()));
    SlopeText slopes = new SlopeText(operator, installation.operators());
    slopes.partials().forEach((partial, rule) -> facts.add(fact("slope", partial + " = " + rule)));
    slopes.helpers().forEach((name, doc) -> facts.add(fact("where", name + ": " + doc)));
    facts.add(fact("domain", new DomainText(operator).text()));
    for (Kink kink : operator.kinks()) {
      facts.add(fact("kink", kink.where()));
    }
    for (Edge edge : operator.edges()) {
      facts.add(fact("edge", text(edge)));
    }
    facts.add(fact("provider", installation.operators().provider(operator.name())));
    return facts;
  }

  private static List<Object> fact(String name, String text) {
    return List.of(name, text);
  }

  private static String text(Edge edge) {
    return "at "
        + numbers(edge.at())
        + ": value "
        + STYLE.text(edge.value())
        + ", slope "
        + numbers(edge.slopes());
  }

  private static String numbers(List<Double> numbers) {
    return numbers.stream().map(STYLE::text).collect(Collectors.joining(", "));
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", operator.name());
    fields.put("arity", arity(operator));
    fields.put("doc", operator.doc());
    fields.put("slopes", new SlopeText(operator, installation.operators()).partials());
    fields.put("domain", new DomainText(operator).text());
    fields.put("kinks", operator.kinks().stream().map(Kink::where).toList());
    fields.put("edges", operator.edges().stream().map(OperatorDetails::fields).toList());
    fields.put("provider", installation.operators().provider(operator.name()));
    return fields;
  }

  private static Map<String, Object> fields(Edge edge) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", edge.at());
    fields.put("value", edge.value());
    fields.put("slopes", edge.slopes());
    return fields;
  }
}
