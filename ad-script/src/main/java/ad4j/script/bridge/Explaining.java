package ad4j.script.bridge;

import ad4j.Differentiable;
import ad4j.explain.ExplainOptions;
import ad4j.explain.Explanation;
import ad4j.explain.Renderer;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/** Explanations as text. */
final class Explaining {
  private Explaining() {}

  static String text(Differentiable f, Value x, Value names, Renderer renderer) {
    List<String> inputs = new ArrayList<>();
    for (long i = 0; i < names.getArraySize(); i++) {
      inputs.add(names.getArrayElement(i).asString());
    }
    return renderer.render(
        Explanation.of(f.record(Flat.doubles(x)).graph(), ExplainOptions.of(inputs)));
  }
}
