package ad4j.check;

import ad4j.Differentiable;
import ad4j.differences.Differences;
import ad4j.differences.Slopes;
import ad4j.engine.Engine;
import ad4j.engine.ForwardEngine;
import ad4j.engine.Mode;
import ad4j.engine.ReverseEngine;
import ad4j.error.CancelledException;
import ad4j.error.LimitException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks a function at one point. */
final class PointCheck {
  private final Differentiable f;
  private final List<String> names;
  private final double[] x;
  private final double[] values;
  private final double[][] forward;
  private final double[][] reverse;

  PointCheck(Differentiable f, List<String> names, double[] x) {
    this.f = f;
    this.names = names;
    this.x = x.clone();
    values = f.values(this.x);
    forward = jacobian(Mode.FORWARD, ForwardEngine.class);
    reverse = jacobian(Mode.REVERSE, ReverseEngine.class);
  }

  /** The Jacobian in this mode; NaN throughout if no engine is there for it. */
  private double[][] jacobian(Mode mode, Class<? extends Engine> kind) {
    if (has(kind)) {
      return f.in(mode).jacobian(x);
    }
    double[][] unknown = new double[values.length][x.length];
    Arrays.stream(unknown).forEach(row -> Arrays.fill(row, Double.NaN));
    return unknown;
  }

  private boolean has(Class<? extends Engine> kind) {
    return f.differentiator().engines().all().stream().anyMatch(kind::isInstance);
  }

  CheckReport report() {
    double[] noise = new Noise(f).at(x, values);
    PartialCheck[][] checks = new PartialCheck[values.length][x.length];
    for (int j = 0; j < x.length; j++) {
      Differences differences = differences(j, noise);
      for (int i = 0; i < values.length; i++) {
        checks[i][j] = check(i, j, differences);
      }
    }
    List<PartialCheck> all = new ArrayList<>();
    Arrays.stream(checks).forEach(row -> all.addAll(List.of(row)));
    return new CheckReport(x, all);
  }

  private Differences differences(int j, double[] noise) {
    double reach = Math.max(1, Math.abs(x[j])) / 8;
    return new Differences(at -> results(j, at), x[j], values, noise, reach);
  }

  /** The results beside the point, which the user's function may refuse. */
  private double[] results(int j, double at) {
    double[] moved = x.clone();
    moved[j] = at;
    try {
      return Arrays.copyOf(f.values(moved), values.length);
    } catch (CancelledException | LimitException e) {
      throw e;
    } catch (RuntimeException e) {
      double[] none = new double[values.length];
      Arrays.fill(none, Double.NaN);
      return none;
    }
  }

  private PartialCheck check(int i, int j, Differences differences) {
    boolean both = has(ForwardEngine.class) && has(ReverseEngine.class);
    double analytic = has(ReverseEngine.class) ? reverse[i][j] : forward[i][j];
    Judgement judgement =
        both && contradict(forward[i][j], reverse[i][j])
            ? new Judgement(Verdict.DISAGREES, "the modes contradict each other")
            : new Judge(analytic, values[i], differences.slopes(i)).judgement();
    Slopes slopes = differences.slopes(i);
    return new PartialCheck(
        i,
        j,
        forward[i][j],
        reverse[i][j],
        slopes.best().slope(),
        slopes.best().error(),
        slopes.left().slope(),
        slopes.right().slope(),
        judgement.verdict(),
        message(i, j, both, judgement));
  }

  private static boolean contradict(double a, double b) {
    if (Double.isNaN(a) || Double.isNaN(b) || Double.isInfinite(a) || Double.isInfinite(b)) {
      return Double.compare(a, b) != 0;
    }
    return Math.abs(a - b) > Judge.TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
  }

  private String message(int i, int j, boolean both, Judgement judgement) {
    String one = has(ReverseEngine.class) ? reverse[i][j] + " reverse" : forward[i][j] + " forward";
    String modes = both ? forward[i][j] + " forward, " + one : one;
    String result = values.length == 1 ? "f" : "f[" + i + "]";
    return "∂%s/∂%s at %s = %s: %s; by ad4j: %s"
        .formatted(result, names.get(j), names.get(j), x[j], judgement.words(), modes);
  }
}
