package ad4j.script.rewrite;

import com.oracle.js.parser.ir.FunctionNode;
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
    FunctionNode program = JsParser.parse(text, kind);
    TextWriter writer = new TextWriter(text);
    new Pass(text, kind, writer, sites, operators).statements().program(program);
    return writer.finish();
  }
}
