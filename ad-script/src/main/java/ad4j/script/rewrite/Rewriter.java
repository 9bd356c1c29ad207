package ad4j.script.rewrite;

import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.Statement;
import java.util.List;
import java.util.Set;

/**
 * Rewrites JavaScript so that every operator that may meet a tracked number becomes a call which
 * carries its site: {@code a * b} becomes {@code ad$mul(7,a , b)}.
 *
 * <p>Only the text at operators changes; comments, line ends and all else stay. Confined to the
 * thread of its table.
 */
public final class Rewriter {
  private final SiteTable sites;
  private final Set<String> operators;

  /**
   * Creates a rewriter.
   *
   * @param operators names of the functions whose calls are to have a site, such as {@code sin}
   */
  public Rewriter(SiteTable sites, Set<String> operators) {
    this.sites = sites;
    this.operators = Set.copyOf(operators);
  }

  /**
   * Returns the rewritten text.
   *
   * @throws SourceException if the text cannot be parsed or holds a construct which is refused
   */
  public Rewritten rewrite(String name, String content, SourceKind kind) {
    SourceText text = new SourceText(name, content);
    try {
      return rewrite(text, kind);
    } catch (StackOverflowError e) {
      throw tooDeep(text);
    }
  }

  private Rewritten rewrite(SourceText text, SourceKind kind) {
    FunctionNode program = JsParser.parse(text, kind);
    TextWriter writer = new TextWriter(text, TaggedTemplates.closing(program, text));
    new Pass(text, kind, writer, sites, operators).statements().program(program);
    return writer.finish();
  }

  private static SourceException tooDeep(SourceText text) {
    String problem = "an expression is nested too deeply: split it into several statements";
    return new SourceException(problem, text, Nesting.in(text).offset(), false);
  }

  /**
   * Returns the names that an input at the prompt declares.
   *
   * @throws SourceException if the text cannot be parsed
   */
  public static Declared declared(String name, String content) {
    SourceText text = new SourceText(name, content);
    try {
      return Declared.in(JsParser.parse(text, SourceKind.REPL));
    } catch (StackOverflowError e) {
      throw tooDeep(text);
    }
  }

  /**
   * Returns the rewritten text of an expression or a function; an expression with free variables
   * becomes a function of them.
   *
   * @param known names that are no free variables: those of the language and of the session, but
   *     for those of the module {@code ad}
   * @throws SourceException as above
   */
  public Inline inline(String name, String expression, Set<String> known) {
    SourceText text = SourceText.inBrackets(name, expression);
    try {
      return inline(text, known);
    } catch (StackOverflowError e) {
      throw tooDeep(text);
    }
  }

  private Inline inline(SourceText text, Set<String> known) {
    FunctionNode program = JsParser.parse(text, SourceKind.SCRIPT);
    Statement only = program.getBody().getLastStatement();
    boolean function =
        only instanceof ExpressionStatement s && s.getExpression() instanceof FunctionNode;
    Vocabulary vocabulary = new Vocabulary(known, operators, Set.of());
    List<String> variables = function ? List.of() : FreeNames.in(program).variables(vocabulary);
    TextWriter writer = new TextWriter(text, TaggedTemplates.closing(program, text));
    if (!variables.isEmpty()) {
      writer.insert("(" + String.join(",", variables) + ")=>");
    }
    new Pass(text, SourceKind.SCRIPT, writer, sites, operators).statements().program(program);
    return new Inline(writer.finish(), variables);
  }
}
