package ad4j.cli.start;

import ad4j.cli.Main;

/**
 * Runs typical commands, so that the JVM can keep what it loaded for them. The launcher runs it
 * once, to make the start-up cache.
 */
public final class Training {
  private Training() {}

  private static String[][] commands() {
    return new String[][] {
      {"--help"},
      {"grad", "--help"},
      {"eval", "x*y", "--at", "2,3"},
      {"grad", "Math.sin(x*y) + Math.cos(x*y)", "--at", "x=2,y=3"},
      {"grad", "(x, y) => x**2 + Math.log(y)", "--at", "2,3", "--format", "json"},
      {"grad", "Math.tanh(x)", "--at", "0.5", "--order", "3", "--format", "csv"},
      {"grad", "x > 0 ? x*y : Math.PI * y", "--at", "2,3"},
      {
        "grad",
        "(x, y) => { let s = 0; for (let i = 0; i < 3; i++) s += x*y; return s; }",
        "--at",
        "2,3"
      },
      {"jacobian", "[x*y, x/y]", "--at", "2,3", "--format", "plain"},
      {"hessian", "v => v[0]*v[0]*v[1]", "--at", "2,3", "--precision", "6"},
      {"hvp", "x*x*y", "--at", "2,3", "--dir", "1,0"},
      {"explain", "x*y + Math.exp(x)", "--at", "2,3", "--wrt", "x"},
      {"graph", "x*y", "--at", "2,3"},
      {"explain", "([x, y]) => x*y + Math.exp(x)", "--at", "2,3"},
      {"check", "x*y", "--at", "2,3"},
      {"grad", "ad4j.cli.start.Training#sample", "--at", "2,3"},
      {"explain", "ad4j.cli.start.Training#sample", "--at", "2,3"},
      {"ir", "ad4j.cli.start.Training#sample"},
      {"ops"},
      {"ops", "sin"},
      {"grad", "x +", "--at", "1"},
      {"grad", "Math.log(x)", "--at", "-1"},
      {"doctor"},
      {"repl"}
    };
  }

  /** What Java methods do. */
  static double sample(double x, double y) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += Math.sin(x * y) + Math.exp(x);
    }
    return sum;
  }

  /** Runs the commands; what they write does not matter. */
  public static void main(String[] arguments) {
    for (String[] command : commands()) {
      Main.run(command);
    }
  }
}
