package ad4j.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Draws a method whose loop works in arrays that were made before it: filled, added to in
 * triangles, read, each turn anew or nearly so. What holds in every turn but one makes the
 * difference between an array that can be taken for cleared, or kept once a turn, and one that
 * cannot.
 */
final class WorkArrays {
  private final Dice dice;

  private WorkArrays(Dice dice) {
    this.dice = dice;
  }

  /** The program of a seed. */
  static Program generate(long seed, int release) {
    Kind kind = Kind.GRADIENT;
    Statement method = new WorkArrays(new Dice(seed)).method(kind.signature());
    Statement tree =
        Statement.of(
            "public final class " + Program.simpleName(seed, kind) + " {\n\t@\n}",
            List.of(),
            List.of(List.of(method)));
    return new Program(seed, kind, release, tree, Set.of());
  }

  private Statement method(String signature) {
    List<Statement> body = new ArrayList<>();
    body.add(Statement.of("double s = x[0];"));
    body.add(Statement.of("int n = " + dice.of("x.length", "3", "2", "x.length - 1") + ";"));
    Statement turns = block("for (int c = 0; c < " + dice.of("n", "3", "4") + "; c++)", turn());
    boolean outer = dice.chance(50);
    List<Statement> around = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      boolean within = outer && dice.chance(20);
      (within ? around : body).add(Statement.of("double[] " + name + " = new double[n];"));
    }
    around.add(turns);
    if (dice.chance(30)) {
      around.add(Statement.of("s += a[0] * b[n - 1];"));
    }
    if (outer) {
      body.add(block("for (int t = 0; t < 2; t++)", around));
    } else {
      body.addAll(around);
    }
    body.add(Statement.of("return s;"));
    return block("public static " + signature, body);
  }

  private List<Statement> turn() {
    List<Statement> turn = new ArrayList<>();
    if (dice.chance(30)) {
      turn.add(step(true));
    }
    for (String name : List.of("a", "b")) {
      if (dice.chance(95)) {
        turn.add(overAll(name + "[j] = " + number(name.equals("a") ? "" : "a[j]") + ";"));
      }
    }
    int count = dice.below(3);
    for (int k = 0; k < count; k++) {
      turn.add(step(true));
    }
    for (String name : List.of("a", "b")) {
      if (dice.chance(90)) {
        turn.add(overAll("s += 0.3 * " + name + "[j] * " + number(name + "[j]") + ";"));
      }
    }
    if (dice.chance(30)) {
      turn.add(step(true));
    }
    return turn;
  }

  private Statement step(boolean nests) {
    String own = dice.of("a", "b");
    String other = own.equals("a") ? "b" : "a";
    return switch (dice.below(nests ? 11 : 6)) {
      case 0 -> overAll(own + "[j] = " + number(other + "[j]") + ";");
      case 1 -> overAll(own + "[j] += " + number(own + "[j]") + ";");
      case 2 -> Statement.of(own + "[c % n] = " + number(other + "[0]").replace("j", "c") + ";");
      case 3 -> Statement.of("s += 0.1 * " + own + "[(c + 1) % n] * x[0];");
      case 4 -> overAll("s += " + own + "[j] * " + number(other + "[n - 1 - j]") + ";");
      case 5 -> Statement.of(own + "[" + dice.of("0", "n - 1") + "] *= 0.5 * x[1];");
      case 6 -> block("if (" + dice.of("c % 2 == 0", "s > 1.5", "c > 0") + ")", step(false));
      case 7 ->
          block(
              "if (c == 1)",
              Statement.of(dice.of("continue;", "break;", "s += x[1];", "return s;")));
      case 8 -> // an element that is not there, in a loop that never turns
          block(
              "for (int j = 0; j < c - 9; j++)",
              Statement.of(own + "[j] += " + other + "[n] * x[0];"));
      default -> triangle(own, other);
    };
  }

  private Statement triangle(String own, String other) {
    String inner = dice.of("for (int q = p + 1; q < n; q++)", "for (int q = 0; q < p; q++)");
    Statement sum = Statement.of(own + "[q] += 0.3 * x[k % x.length] * " + other + "[p];");
    return block(
        "",
        Statement.of("int k = c;"),
        block("for (int p = 0; p < n; p++)", block(inner, sum, Statement.of("k++;"))));
  }

  /** A loop over all elements, or over nearly all. */
  private Statement overAll(String statement) {
    String header =
        switch (dice.below(24)) {
          case 0 -> "for (int j = 1; j < n; j++)";
          case 1 -> "for (int j = 0; j + 1 < n; j++)";
          case 2 -> "for (int j = 0; j < n; j += 2)";
          case 3, 4 -> "for (int j = n - 1; j >= 0; j--)";
          case 5, 6 -> "for (int j = 0; j < a.length; j++)";
          default -> "for (int j = 0; j < n; j++)";
        };
    return block(header, Statement.of(statement));
  }

  /** A number in a loop over {@code j}. */
  private String number(String read) {
    String drawn =
        dice.of(
            "x[j % x.length]",
            "Math.sin(x[0] + 0.1 * j)",
            "0.3 * (c + 1) * x[1]",
            "0.2 * s",
            "1.5",
            "(j == 1 ? x[0] : x[1])");
    return read.isEmpty() || dice.chance(40) ? drawn : drawn + " * " + read;
  }

  private static Statement block(String header, Statement... statements) {
    return block(header, List.of(statements));
  }

  private static Statement block(String header, List<Statement> statements) {
    return Statement.of(header + " {\n\t@\n}", List.of(), List.of(statements));
  }
}
