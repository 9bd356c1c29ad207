package ad4j.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Programs written by hand: what random ones come to too seldom. */
final class Traps {
  private static final long FIRST = 900_000_000;

  private Traps() {}

  private static final List<String> BODIES =
      List.of(
          // What is needed of the turn in which the inner loop is left.
          """
          double s = 0.5;
          for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 9; j++) {
              double t = Math.sin(s * x[0] + i);
              s = s + Math.exp(t) * x[1];
              if (s > 1.2 + i) {
                double u = Math.cos(s) * x[1];
                s = s * u * u + Math.exp(-u);
                break;
              }
            }
          }
          return s;
          """,
          // What the header of an inner loop computes is needed when the loop is left, too.
          """
          double s = x[0];
          for (int i = 0; i < 3; i++) {
            int n = 0;
            while ((s = 0.5 * Math.exp(s * x[1])) < 1.5 + i && n < 5) {
              s = Math.sin(s) + x[1];
              n++;
            }
            s = s * 0.25 + x[0] * i;
          }
          return s;
          """,
          // A return from within.
          """
          double s = 1;
          for (int i = 0; i < 4; i++) {
            s = s + x[0] * i;
            for (int j = 0; j <= i; j++) {
              double t = Math.exp(-s) * x[1];
              s = s + t * t;
              if (j == 2) {
                return Math.sin(s) * t;
              }
            }
          }
          return s;
          """,
          // What may fail is guarded, in a loop.
          """
          int n = x.length - x.length;
          double s = x[0];
          for (int i = 0; i < 4; i++) {
            if (n > 0) {
              s = s + x[1] * (7 / n) + x[1] * (7 % n);
            }
            s = s * 1.25;
          }
          return s * x[1];
          """,
          // An array that need not be there, in a loop.
          """
          double[] none = x[0] > 90 ? x : null;
          double s = x[0];
          for (int i = 0; i < 4; i++) {
            if (none != null) {
              s = s + none.length * x[1];
            }
            s = s * x[1];
          }
          return s;
          """,
          // Comparisons with what is not a number.
          """
          double none = Math.sqrt(-x[0]);
          double s = x[0] * x[1];
          if (none < 1) {
            s = s + 1;
          }
          if (none > 1) {
            s = s + 2;
          }
          if (!(none <= 1)) {
            s = s + 4 * x[0];
          }
          if (!(none >= 1)) {
            s = s + 8 * x[1];
          }
          return none == none ? 3 : s;
          """,
          // Values that trade places.
          """
          double a = x[0];
          double b = x[1];
          double c = 1.5;
          int p = 1;
          int q = 2;
          for (int i = 0; i < 5; i++) {
            double t = a;
            a = b;
            b = c;
            c = t * x[0];
            int r = p;
            p = q;
            q = r + i;
          }
          return a * p + b * q + c;
          """,
          // The only use of constants that overwrite what was active.
          """
          double[] b = x.clone();
          double[] c = new double[b.length];
          System.arraycopy(b, 0, c, 0, b.length);
          double s = c[0] * c[1];
          System.arraycopy(new double[] {3, 4}, 0, c, 0, 2);
          s = s * c[0] + c[1] * x[1];
          c[1] = s;
          c[0] = s * x[0];
          System.arraycopy(c, 0, b, 1, 2);
          return b[1] * b[1] + b[2] * b[0];
          """,
          // A counter that others read on the way to the next turn.
          """
          int i = 0;
          int before = 0;
          int twice = 1;
          double s = x[0];
          while (i < 6) {
            s = s * 0.5 + before * x[1] + twice;
            before = i * 3;
            twice = i + i;
            i++;
          }
          return s;
          """,
          // Up to and with the bound.
          """
          int n = x.length;
          double s = 0;
          int i = n;
          while (true) {
            if (i > 2 * n) {
              break;
            }
            s = s * x[0] + Math.sin(s) + x[1];
            i += 1;
          }
          boolean even = i >= n && n <= i;
          for (int k = n; k >= -n; k--) {
            s = even && k <= n - 1 ? s * x[1] + k : s + Math.cos(s);
          }
          return s;
          """,
          // Loads in more loops than the stores.
          """
          double[] b = {0.5, 1.5};
          double s = 0;
          for (int i = 0; i < 3; i++) {
            b[0] = b[0] * x[0] + i;
            b[1] = Math.sin(b[0]) * x[1];
            for (int j = 0; j < 4; j++) {
              s = s * 0.5 + b[j % 2] * b[j % 2];
            }
          }
          return s;
          """,
          // Signs upon signs.
          """
          double s = -(-(x[0] * x[1]));
          double t = -(x[1] - (-s));
          for (int i = 0; i < 3; i++) {
            t = -(t - x[0] * -s) / -(2 + s * s);
          }
          return -t - -(s / t);
          """);

  /** All of them. */
  static List<Program> all() {
    List<Program> programs = new ArrayList<>();
    for (String body : BODIES) {
      long seed = FIRST + programs.size();
      String text =
          "public final class "
              + Program.simpleName(seed, Kind.GRADIENT)
              + " {\n  public static double f(double[] x) {\n"
              + body.indent(4)
              + "  }\n}";
      programs.add(
          new Program(
              seed, Kind.GRADIENT, Runtime.version().feature(), Statement.of(text), Set.of()));
    }
    return programs;
  }
}
