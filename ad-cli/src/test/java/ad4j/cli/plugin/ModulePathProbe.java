package ad4j.cli.plugin;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.Installation;
import ad4j.engine.Mode;

/** Runs in a JVM of its own, where ad4j and the plugin are on the module path. */
public final class ModulePathProbe {
  private ModulePathProbe() {}

  /** Prints what the test compares. */
  @SuppressWarnings("SystemOut") // the test reads it
  public static void main(String[] args) {
    Differentiable f =
        Ad.multivariate(x -> Ad.operator("logcosh").of(x[0].times(Ad.operator("sin").of(x[1]))));
    System.out.println(Installation.class.getModule().getName());
    System.out.println(Ad.operator("logcosh").getClass().getModule().getName());
    for (Mode mode : Mode.values()) {
      System.out.println(f.in(mode).gradient(2, 0.5)[1] + " " + f.in(mode).hessian(2, 0.5)[0][1]);
    }
  }
}
