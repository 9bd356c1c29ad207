package ad4j.verify;

import ad4j.op.Domain;
import ad4j.op.Edge;
import ad4j.op.Operator;
import java.util.ArrayList;
import java.util.List;

/** Where an operator is looked at: points that follow from its declaration alone. */
final class Points {
  /** Distances from a finite end of a domain, or from 0. */
  private static final double[] AWAY = {0.0625, 0.31, 0.83, 1.37, 2.71, 5.3, 12.7};

  /** Places between two finite ends. */
  private static final double[] BETWEEN = {0.03, 0.11, 0.29, 0.47, 0.62, 0.83, 0.96};

  private static final double[] LANDMARKS = {0, 1, -1, 0.5, -0.5, 2, -2, 3, -3};

  private static final double[] EXTREMES = {
    0.0,
    -0.0,
    1,
    -1,
    2,
    -2.5,
    1e-300,
    -1e300,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  /** How many points in more than one dimension. */
  private static final int MANY = 30;

  /** How far from a kink its two sides are looked at. */
  private static final double ASIDE = 0.05;

  private final Operator operator;

  Points(Operator operator) {
    this.operator = operator;
  }

  /** How many arguments to try: the arity, or a few numbers if it takes any. */
  int[] lengths() {
    return operator.arity() == Operator.VARIADIC
        ? new int[] {1, 2, 3}
        : new int[] {operator.arity()};
  }

  /** Points inside the domain and off the kinks. */
  List<double[]> ordinary() {
    List<double[]> points = new ArrayList<>();
    for (int length : lengths()) {
      int count = length == 1 ? coordinates(operator.domain(0)).length : MANY;
      for (int k = 0; k < count && length > 0; k++) {
        addIfSmooth(points, ordinary(length, k));
      }
    }
    return points;
  }

  /** Points inside the domain and close to both sides of every kink that can be found. */
  List<double[]> besideKinks() {
    List<double[]> points = new ArrayList<>();
    for (double[] kink : landmarks()) {
      for (int i = 0; i < kink.length && operator.kinkAt(kink) != null; i++) {
        addIfSmooth(points, moved(kink, i, ASIDE));
        addIfSmooth(points, moved(kink, i, -ASIDE));
      }
    }
    return points;
  }

  /** Points where functions tend to be special, on a kink or not: small numbers, ties, edges. */
  List<double[]> landmarks() {
    List<double[]> points = grid(LANDMARKS, 81);
    for (Edge edge : operator.edges()) {
      points.add(edge.at().stream().mapToDouble(Double::doubleValue).toArray());
    }
    return points;
  }

  /** Points of all kinds, infinite ones and NaN among them. */
  List<double[]> all() {
    List<double[]> points = grid(EXTREMES, 169);
    points.addAll(landmarks());
    points.addAll(ordinary());
    return points;
  }

  /** Whether {@code x} lies in the domain and not on its border. */
  boolean inside(double[] x) {
    for (int i = 0; i < x.length; i++) {
      Domain domain = operator.domain(i);
      if (!(x[i] > domain.low() && x[i] < domain.high())) {
        return false;
      }
    }
    return true;
  }

  /** {@code x} with argument {@code i} moved by {@code step}. */
  static double[] moved(double[] x, int i, double step) {
    return with(x, i, x[i] + step);
  }

  /** {@code x} with another argument {@code i}. */
  static double[] with(double[] x, int i, double argument) {
    double[] changed = x.clone();
    changed[i] = argument;
    return changed;
  }

  private void addIfSmooth(List<double[]> points, double[] x) {
    if (inside(x) && operator.kinkAt(x) == null) {
      points.add(x);
    }
  }

  /** The k-th point: strides without a common divisor, so that no two arguments move alike. */
  private double[] ordinary(int length, int k) {
    double[] x = new double[length];
    for (int i = 0; i < length; i++) {
      double[] coordinates = coordinates(operator.domain(i));
      x[i] = coordinates[(k * (2 * i + 1) + 5 * i + k / coordinates.length) % coordinates.length];
      x[i] += i * 0.017 * (Math.abs(x[i]) < 0.1 || boundedBothWays(i) ? 0 : 1);
    }
    return x;
  }

  private boolean boundedBothWays(int i) {
    return Double.isFinite(operator.domain(i).low()) && Double.isFinite(operator.domain(i).high());
  }

  private static double[] coordinates(Domain domain) {
    boolean low = Double.isFinite(domain.low());
    boolean high = Double.isFinite(domain.high());
    List<Double> all = new ArrayList<>();
    for (int k = 0; k < AWAY.length; k++) {
      if (low && high) {
        all.add(domain.low() + BETWEEN[k] * (domain.high() - domain.low()));
      } else if (low || high) {
        all.add(low ? domain.low() + AWAY[k] : domain.high() - AWAY[k]);
      } else {
        all.add(AWAY[k]);
        all.add(-AWAY[k]);
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** All combinations of these coordinates, or in many dimensions the first so many of them. */
  private List<double[]> grid(double[] coordinates, int most) {
    List<double[]> points = new ArrayList<>();
    for (int length : lengths()) {
      double all = length == 0 ? 0 : Math.pow(coordinates.length, length);
      for (int k = 0; k < Math.min(all, most); k++) {
        points.add(combination(coordinates, length, k));
      }
      addTie(points, length);
    }
    return points;
  }

  private static double[] combination(double[] coordinates, int length, int k) {
    double[] x = new double[length];
    for (int i = 0, rest = k; i < length; i++, rest /= coordinates.length) {
      x[i] = coordinates[rest % coordinates.length];
    }
    return x;
  }

  private static void addTie(List<double[]> points, int length) {
    double[] tie = new double[length];
    java.util.Arrays.fill(tie, 1);
    points.add(tie);
  }
}
