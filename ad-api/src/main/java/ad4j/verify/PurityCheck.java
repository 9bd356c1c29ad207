package ad4j.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Evaluates an operator again, in several threads at once, and watches its arguments. */
final class PurityCheck implements Check {
  private static final int THREADS = 4;

  @Override
  public void examine(Subject subject, Findings findings) {
    List<double[]> points = subject.points().all();
    for (double[] x : points) {
      double[] given = x.clone();
      subject.operator().value(given);
      if (!Arrays.equals(given, x)) {
        findings.add(x, "its value changes its arguments to " + Arrays.toString(given));
      }
    }
    double[] first = results(subject, points);
    requireEqual(points, first, results(subject, points), "evaluated again, it gives", findings);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<double[]>> others = new ArrayList<>();
      for (int k = 0; k < THREADS; k++) {
        others.add(threads.submit(() -> results(subject, points)));
      }
      for (Future<double[]> other : others) {
        requireEqual(points, first, finished(other), "in several threads, it gives", findings);
      }
    }
  }

  /** The value and the partials at every point, one after the other. */
  private static double[] results(Subject subject, List<double[]> points) {
    List<Double> results = new ArrayList<>();
    for (double[] x : points) {
      results.add(subject.value(x));
      for (int i = 0; i < x.length; i++) {
        results.add(subject.partial(i, x));
      }
    }
    return results.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void requireEqual(
      List<double[]> points, double[] first, double[] other, String when, Findings findings) {
    int k = 0;
    for (double[] x : points) {
      for (int i = -1; i < x.length; i++, k++) {
        if (Double.doubleToLongBits(first[k]) != Double.doubleToLongBits(other[k])) {
          String what = i < 0 ? "as its value" : "as its slope by argument " + (i + 1);
          findings.add(x, "%s %s %s instead of %s".formatted(when, what, other[k], first[k]));
        }
      }
    }
  }

  private static double[] finished(Future<double[]> results) {
    try {
      return results.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new double[0];
    } catch (ExecutionException e) {
      throw new java.util.concurrent.CompletionException(e.getCause());
    }
  }
}
