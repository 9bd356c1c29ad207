package ad4j.differences;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Results along one coordinate at points to both sides of a point, at ever smaller steps. Steps
 * have few bits, so that points are exact; each is about half the one before, but irregularly so:
 * else a function with a short period could look like a slow one at all of them.
 */
public final class Differences {
  /** Steps relative to powers of two; primes, for no reason but to be unlike each other. */
  private static final int[] MANTISSAS = {293, 263, 337, 281, 251, 317, 269, 347, 277, 311, 257};

  /** No mantissa has more bits. */
  private static final int BITS = 9;

  /** How often the step is halved. */
  private static final int HALVINGS = 48;

  /** Steps to stop at once the slopes are known well. */
  private static final int FEWEST = 10;

  /** Quotients that are usually so much greater than at the first step grow without bound. */
  private static final double GROWTH = 30;

  /** The results at one step to either side. */
  @SuppressWarnings("ArrayRecordComponent") // stays inside
  private record Pair(double step, double[] minus, double[] plus) {}

  private final DoubleFunction<double[]> f;
  private final double x;
  private final double[] values;
  private final double[] noise;
  private final List<Pair> pairs = new ArrayList<>();
  private int segment;

  /**
   * Takes the differences.
   *
   * @param f the results along the coordinate; NaN where there are none
   * @param x the coordinate of the point
   * @param values the results there
   * @param noise an absolute error of each result
   * @param reach the longest step
   */
  public Differences(
      DoubleFunction<double[]> f, double x, double[] values, double[] noise, double reach) {
    this.f = f;
    this.x = x;
    this.values = values.clone();
    this.noise = noise.clone();
    double size = Math.abs(x);
    if (Double.isFinite(size)) {
      halve(Math.getExponent(reach));
      if (size != 0 && size < 0x1p-30 && !known()) {
        segment = pairs.size();
        halve(Math.max(-900, Math.getExponent(size / 8)));
      }
    }
  }

  private void halve(int exponent) {
    for (int k = 0; k < HALVINGS; k++) {
      double step = Math.scalb((double) MANTISSAS[k % MANTISSAS.length], exponent - BITS - k);
      if (step <= 512 * Math.ulp(x)) {
        return;
      }
      pairs.add(new Pair(step, f.apply(x - step), f.apply(x + step)));
      if (k >= FEWEST && k % 4 == 0 && known()) {
        return;
      }
    }
  }

  private boolean known() {
    for (int i = 0; i < values.length; i++) {
      Slopes slopes = slopes(i);
      boolean exact = slopes.central().error() <= 1e-9 * Math.abs(slopes.central().slope());
      if (!exact || !slopes.left().settled() || !slopes.right().settled() || slopes.kinked()) {
        return false;
      }
    }
    return true;
  }

  /** The slopes of one result. */
  public Slopes slopes(int output) {
    double[] sizes = pairs.stream().mapToDouble(pair -> size(pair, output)).toArray();
    double first = sizes.length == 0 ? 0 : sizes[0];
    Arrays.sort(sizes);
    double median = sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    double usual = Math.max(Math.min(first, median), 1e-9 * Math.abs(values[output]));
    return new Slopes(
        estimate(output, 2, usual, this::central),
        estimate(output, 1, usual, this::left),
        estimate(output, 1, usual, this::right),
        median > GROWTH * first);
  }

  /** The larger difference quotient of both sides, 0 where there is none. */
  private double size(Pair pair, int output) {
    double left = Math.abs(left(pair, output));
    double right = Math.abs(right(pair, output));
    return Math.max(Double.isFinite(left) ? left : 0, Double.isFinite(right) ? right : 0);
  }

  private Estimate estimate(int output, int order, double usual, Quotient quotient) {
    Extrapolation extrapolation = new Extrapolation(order);
    for (int k = 0; k < pairs.size(); k++) {
      if (k == segment) {
        extrapolation.restart();
      }
      Pair pair = pairs.get(k);
      double largest = Math.max(Math.abs(pair.minus[output]), Math.abs(pair.plus[output]));
      double rounding = Math.ulp(Double.isFinite(largest) ? largest : 0);
      double error = 2 * Math.max(noise[output], rounding) / pair.step;
      extrapolation.add(pair.step, quotient.at(pair, output), size(pair, output), error);
    }
    return extrapolation.best(usual);
  }

  private double central(Pair pair, int output) {
    return (pair.plus[output] - pair.minus[output]) / (2 * pair.step);
  }

  private double left(Pair pair, int output) {
    return (values[output] - pair.minus[output]) / pair.step;
  }

  private double right(Pair pair, int output) {
    return (pair.plus[output] - values[output]) / pair.step;
  }

  @FunctionalInterface
  private interface Quotient {
    double at(Pair pair, int output);
  }
}
