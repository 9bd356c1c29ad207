package ad4j.script.rewrite;

import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.Node;
import java.util.Set;

/** One rewriting of one source: what the parts of the walk share. */
final class Pass {
  static final String RESERVED = "ad$";

  private final SourceText text;
  private final SourceKind kind;
  private final TextWriter writer;
  private final SiteTable sites;
  private final Set<String> operators;
  private final Statements statements = new Statements(this);
  private final Expressions expressions = new Expressions(this);
  private final Assignments assignments = new Assignments(this);
  private final Calls calls = new Calls(this);
  private final Variables variables = new Variables();
  private Scope scope;

  /**
   * What is known of the code around a node.
   *
   * @param strict whether the code is strict
   * @param function whether the code is in a function
   * @param output whether the value only becomes text that is shown
   */
  record Scope(boolean strict, boolean function, boolean output) {
    Scope inFunction(boolean strictFunction) {
      return new Scope(strict || strictFunction, true, false);
    }

    Scope withOutput(boolean shown) {
      return new Scope(strict, function, shown);
    }

    Scope inClass() {
      return new Scope(true, function, false);
    }
  }

  Pass(
      SourceText text, SourceKind kind, TextWriter writer, SiteTable sites, Set<String> operators) {
    this.text = text;
    this.kind = kind;
    this.writer = writer;
    this.sites = sites;
    this.operators = operators;
    this.scope = new Scope(kind == SourceKind.MODULE, false, false);
  }

  SourceText text() {
    return text;
  }

  SourceKind kind() {
    return kind;
  }

  TextWriter writer() {
    return writer;
  }

  Statements statements() {
    return statements;
  }

  Expressions expressions() {
    return expressions;
  }

  Assignments assignments() {
    return assignments;
  }

  Calls calls() {
    return calls;
  }

  Variables variables() {
    return variables;
  }

  Scope scope() {
    return scope;
  }

  /** Runs a walk with another scope. */
  void within(Scope inner, Runnable walk) {
    Scope outer = scope;
    scope = inner;
    walk.run();
    scope = outer;
  }

  boolean isOperator(String name) {
    return operators.contains(name);
  }

  /** Registers the site of a node. */
  int site(Node node, String kindOfSite) {
    return sites.add(Site.of(text, node, kindOfSite, variables.of(node)));
  }

  /** Opens a call of a runtime function: {@code ad$name(site,}. */
  void open(String name, Node node, String kindOfSite) {
    writer.insert(RESERVED + name + "(" + site(node, kindOfSite) + ",");
  }

  SourceException refused(Node node, String problem) {
    int start = node instanceof Expression e ? e.getStartWithoutParens() : node.getStart();
    return new SourceException(problem, text, start, false);
  }
}
