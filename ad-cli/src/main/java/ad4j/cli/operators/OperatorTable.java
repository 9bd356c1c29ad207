package ad4j.cli.operators;

import ad4j.Installation;
import ad4j.cli.input.UsageException;
import ad4j.cli.output.Format;
import ad4j.cli.output.Listing;
import ad4j.cli.output.Output;
import ad4j.op.Operator;
import ad4j.op.Operators;
import java.util.ArrayList;
import java.util.List;

/** The operators of an installation, as people see them. */
public final class OperatorTable {
  private static final int WORDS_WIDTH = 60;

  private final Installation installation;

  /** Shows these operators. */
  public OperatorTable(Installation installation) {
    this.installation = installation;
  }

  /** Writes one line an operator. */
  public void writeAll(Output output) {
    Operators operators = installation.operators();
    List<List<Object>> rows = new ArrayList<>();
    for (Operator operator : operators.all()) {
      String doc = output.format() == Format.TABLE ? shortened(operator.doc()) : operator.doc();
      rows.add(
          List.of(
              operator.name(),
              OperatorDetails.arity(operator),
              new DomainText(operator).text(),
              operators.provider(operator.name()),
              doc));
    }
    output.listing(
        new Listing("operators", List.of("name", "arity", "domain", "provider", "doc"), rows));
  }

  /** Writes all that one operator declares. */
  public void write(String name, Output output) {
    new OperatorDetails(named(name), installation).write(output);
  }

  /**
   * The operator with this name.
   *
   * @throws UsageException if there is none; names near ones
   */
  public Operator named(String name) {
    Operator operator = installation.operators().find(name);
    if (operator == null) {
      List<String> near = installation.operators().near(name);
      throw new UsageException(
          "no operator '" + name + "'",
          near.isEmpty()
              ? "`ad ops` lists them"
              : "did you mean '" + String.join("' or '", near) + "'? (`ad ops` lists them)");
    }
    return operator;
  }

  private static String shortened(String doc) {
    return doc.length() <= WORDS_WIDTH
        ? doc
        : doc.substring(0, doc.lastIndexOf(' ', WORDS_WIDTH - 3)) + "...";
  }
}
