package ad4j.script.bridge;

import ad4j.Differentiable;
import ad4j.explain.ExplainOptions;
import ad4j.explain.Renderer;
import org.graalvm.polyglot.Value;

/** Explanations as text. */
final class Explaining {
  private Explaining() {}

  static String text(Differentiable f, Value x, Value names, Renderer renderer) {
    ExplainOptions options = ExplainOptions.of(Flat.strings(names));
    return renderer.render(f.explain(options, Flat.doubles(x)));
  }
}
