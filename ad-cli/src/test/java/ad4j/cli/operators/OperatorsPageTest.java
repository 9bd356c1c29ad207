package ad4j.cli.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.Installation;
import ad4j.cli.output.NumberStyle;
import ad4j.op.Edge;
import ad4j.op.Kink;
import ad4j.op.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page {@code docs/operators.md} says what the declarations say. */
final class OperatorsPageTest {
  private static final NumberStyle STYLE = new NumberStyle(NumberStyle.FULL);
  private static final Path PAGE = Path.of("..", "docs", "operators.md");
  private static final Path GENERATED = Path.of("target", "operators.md");

  private final Installation installation = Installation.standard();

  @Test
  void thePageIsWhatTheDeclarationsGive() throws IOException {
    String page = page();
    Files.createDirectories(GENERATED.getParent());
    Files.writeString(GENERATED, page);
    assertEquals(
        page,
        Files.readString(PAGE),
        "docs/operators.md is out of date: copy ad-cli/target/operators.md over it");
  }

  private String page() {
    StringBuilder page = new StringBuilder();
    page.append("# Operators\n\n")
        .append("Generated from the declarations: do not edit. How accurate they are is in\n")
        .append("[accuracy.md](accuracy.md). A slope may have parts that are no operators of\n")
        .append("their own; they stand below.\n\n")
        .append("| operator | what it is | slopes | domain | special points |\n")
        .append("|---|---|---|---|---|\n");
    for (Operator operator : installation.operators().all()) {
      page.append(row(operator)).append('\n');
    }
    page.append("\n## Parts of slopes\n\n| name | what it is |\n|---|---|\n");
    helpers().forEach((name, doc) -> page.append("| " + code(name) + " | " + doc + " |\n"));
    return page.toString();
  }

  private Map<String, String> helpers() {
    Map<String, String> helpers = new TreeMap<>();
    for (Operator operator : installation.operators().all()) {
      helpers.putAll(new SlopeText(operator, installation.operators()).helpers());
    }
    return helpers;
  }

  private String row(Operator operator) {
    String more = operator.arity() == Operator.VARIADIC ? ", ..." : "";
    String arguments = String.join(", ", DomainText.arguments(operator)) + more;
    String slopes =
        new SlopeText(operator, installation.operators())
            .partials().entrySet().stream()
                .map(slope -> code(slope.getKey() + " = " + slope.getValue()))
                .collect(Collectors.joining("<br>"));
    return "| "
        + String.join(
            " | ",
            code(operator.name() + "(" + arguments + ")"),
            operator.doc().replace("|", "\\|"),
            slopes,
            new DomainText(operator).text(),
            String.join("<br>", points(operator)))
        + " |";
  }

  private static List<String> points(Operator operator) {
    List<String> points = new ArrayList<>();
    for (Kink kink : operator.kinks()) {
      points.add("kink where " + kink.where());
    }
    for (Edge edge : operator.edges()) {
      points.add(
          "at %s: value %s, slope %s"
              .formatted(numbers(edge.at()), STYLE.text(edge.value()), numbers(edge.slopes())));
    }
    return points;
  }

  private static String numbers(List<Double> numbers) {
    return numbers.stream().map(STYLE::text).collect(Collectors.joining(", "));
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }
}
