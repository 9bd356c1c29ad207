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
          """,
          // An element that nobody needs is not there.
          """
          double none = x[x.length];
          return x[0] * x[1];
          """,
          // The last element that a loop reads, which gives nothing, is not there.
          """
          double none = 0;
          for (int i = 0; i <= x.length; i++) {
            none = none + x[i];
          }
          return x[0] * x[1];
          """,
          // Nor is the last that is read downwards, two at a time, in an inner loop.
          """
          double none = 0;
          for (int i = 0; i < 3; i++) {
            for (int j = 3; j > 0; j = j - 2) {
              none = none + x[j - 2] * i;
            }
          }
          return x[0] * x[1];
          """,
          // A remainder by zero that nobody needs, in a loop.
          """
          int n = x.length - x.length;
          int none = 0;
          for (int i = 0; i < x.length; i++) {
            none = i % n;
          }
          return x[0] * x[1];
          """,
          // An array of negative length that nobody needs but for its length.
          """
          double[] none = new double[-x.length];
          return x[0] * x[1] + none.length;
          """,
          // No array, of which nobody needs the length.
          """
          double[] none = x.length > 1 ? null : x;
          int n = none.length;
          return x[0] * x[1];
          """,
          // The outcome of a comparison changes nothing, but there is no such element.
          """
          if (x[x.length + 1] > 0) {
          }
          return x[0] * x[1];
          """,
          // Some turns read what is not there.
          """
          double none = 0;
          for (int i = 0; i < 4; i++) {
            if (i > 2) {
              none = none + x[i * x.length];
            }
          }
          return x[0] * x[1];
          """,
          // Rows that are shorter than others, and what nobody needs of them.
          """
          double[][] rows = {x, new double[1]};
          double none = 0;
          for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[0].length; j++) {
              none = none + rows[i][j];
            }
          }
          return x[0] * x[1];
          """,
          // What nobody needs is all there, as far as loops turn.
          """
          double[] some = x[0] > 90 ? null : x;
          double none = 0;
          for (int i = 0; i < 2; i++) {
            none = none + some[i];
          }
          for (int i = 7; i < x.length; i++) {
            none = none + some[i + 3];
          }
          return x[0] * x[1];
          """,
          // The same row several times, stored to.
          """
          double[] row = {x[0], x[1]};
          double[][] rows = {row, row, x.clone()};
          double s = 0;
          for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
              rows[i][j] = rows[i][j] * rows[(i + 1) % 3][1 - j];
              s = s + rows[0][j];
            }
            if (i == 1) {
              rows[2] = rows[0];
            }
          }
          return s;
          """,
          // A sum that is given another value on one way.
          """
          double s = x[1];
          for (int i = 0; i < 4; i++) {
            double t = Math.sin(x[0] * i);
            if (i == 2) {
              s = t * x[1];
            } else {
              s += t;
            }
          }
          return 2 * s;
          """,
          // What a loop has summed is stored to afterwards.
          """
          double[] y = {x[0] * x[0], x[1]};
          double s = 0;
          for (int i = 0; i < 2; i++) {
            s += y[i] * y[i];
          }
          y[0] = x[1] * x[1];
          return s + y[0] * x[0];
          """,
          // A work array of which each turn fills a part only.
          """
          double[] w = new double[3];
          double s = 0;
          for (int i = 0; i < 4; i++) {
            for (int j = 1; j < 3; j++) {
              w[j] = x[0] * i + w[0] * x[1];
            }
            w[0] = 0.5 * w[0] + w[2];
            s += w[0] * w[1];
          }
          return s;
          """,
          // Ranges that do not begin at the beginning.
          """
          double[] y = {x[0], x[1], x[0] * x[1], 2};
          double[] z = new double[5];
          System.arraycopy(y, 1, z, 2, 2);
          System.arraycopy(z, 2, z, 1, 3);
          return z[1] * z[2] + Math.sin(z[3]) + z[4];
          """,
          // Neighbours.
          """
          double[] y = {x[0], x[1], x[0] * x[1], x[1] * x[1]};
          double s = 0;
          for (int i = 0; i + 1 < y.length; i++) {
            s += y[i] * y[i + 1] * y[i];
          }
          return s;
          """,
          // Quotients with the same denominator.
          """
          double d = x[0] * x[0] + 3;
          return x[0] / d * x[1] + x[1] / d * x[0] + Math.sin(x[1]) / d;
          """,
          // Counters at the end of the ints.
          """
          double s = x[0];
          for (int i = Integer.MAX_VALUE - 2; i > 0; i++) {
            s = Math.sin(s * x[1]) + 1e-9 * i;
          }
          for (int i = 1; i < Integer.MIN_VALUE + x.length - x.length; i++) {
            s = Math.sin(s * x[0]);
          }
          for (int i = x.length - 4; i + 5 < x.length + 2; i += 2) {
            s = Math.sin(s * x[1]) + i;
          }
          return s;
          """,
          // Each element once, but for the first and the last.
          """
          double s = 0;
          for (int i = 1; i < x.length - 1; i++) {
            s += x[i] * x[i];
          }
          return s;
          """,
          // Each element once in one loop, and once more in another.
          """
          double s = 0;
          for (int i = 0; i < x.length; i++) {
            s += x[i] * x[i];
          }
          for (int i = 0; i < x.length; i++) {
            s += Math.sin(x[i]);
          }
          return s;
          """,
          // Neighbours, from the last one down.
          """
          double s = 1;
          for (int i = x.length - 1; i > 0; i--) {
            s += x[i] * x[i - 1] * 0.5;
          }
          return s;
          """,
          // Two turns later, and once more after the loop.
          """
          double s = 0;
          for (int i = 0; i < x.length - 2; i++) {
            s += x[i] * x[i] * x[i + 2];
          }
          return s * x[1];
          """,
          // No turn, or none at all.
          """
          if (x[0] > 1e9) {
            return x[1];
          }
          double s = x[1];
          for (int i = 0; i < x.length - x.length; i++) {
            s += x[i] * x[i + 1];
          }
          return s;
          """,
          // One element in all turns, of an array that stays and of one that does not.
          """
          double[] y = x.clone();
          double[] z = new double[x.length];
          for (int i = 0; i < x.length; i++) {
            z[i] = x[1] * y[0] + z[0];
            y[i] = Math.sin(z[i] * x[0]);
          }
          return z[1] * y[1] + z[0];
          """,
          // One that is not there, in no turn.
          """
          double[] y = new double[x.length];
          double s = x[0];
          for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i - 2; j++) {
              y[j] = x[x.length] * s;
            }
            for (int j = 0; j < i; j++) {
              y[j] = x[i - 1] * s + y[j];
              s = s + x[i - 1];
            }
          }
          return s * y[0] + y[1];
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
