package ad4j.compiler.facade;

/** Methods whose loops have turns that depend on each other in sums only, or nearly so. */
final class IndependentTurns {
  private IndependentTurns() {}

  static double squares(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i];
    }
    return sum;
  }

  static double neighbours(double[] x) {
    double sum = x[0];
    for (int i = 0; i + 1 < x.length; i++) {
      sum -= Math.sin(x[i]) * x[i + 1];
    }
    return sum / x.length;
  }

  static double twoSums(double[] x) {
    double first = 0;
    double second = 1;
    for (double v : x) {
      first += v * v;
      second = Math.fma(v, v * v, second);
    }
    return 3 * first - second * 0.5;
  }

  static double sometimes(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] > 0) {
        sum += Math.exp(x[i]);
      } else if (i % 2 == 0) {
        sum = sum - x[i] * x[i];
      }
    }
    return sum;
  }

  static double pairs(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += x[i] * x[j];
      }
    }
    return -sum;
  }

  static double oneAfterTheOther(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i] * x[i];
    }
    for (int i = 1; i < x.length; i++) {
      sum += x[i] * x[i - 1];
    }
    return sum;
  }

  static double variance(double[] x) {
    double mean = 0;
    for (double v : x) {
      mean += v;
    }
    mean /= x.length;
    double sum = 0;
    for (double v : x) {
      sum += (v - mean) * (v - mean) * v;
    }
    return sum / (x.length - 1);
  }

  static double scratch(double[] x) {
    int n = x.length;
    double[] powers = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        powers[j] = x[i] * x[j];
      }
      for (int j = 1; j < n; j++) {
        powers[j] += powers[j - 1] * x[j];
      }
      sum += Math.log(1 + powers[n - 1] * powers[n - 1]);
    }
    return sum;
  }

  static double made(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double[] own = new double[3];
      own[1] = x[i];
      own[2] = own[1] * x[0];
      own[0] = own[2] * own[1];
      sum += own[0] * own[2];
    }
    return sum;
  }

  /** Half of the work array is from the turn before. */
  static double halfScratch(double[] x) {
    int n = x.length;
    double[] work = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 1; j < n; j++) {
        work[j] = x[i] * x[j] + work[0];
      }
      work[0] += work[n - 1];
      sum += work[0] * work[1];
    }
    return sum;
  }

  static double storedAfterwards(double[] x) {
    double[] y = x.clone();
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += y[i] * y[i];
    }
    y[0] = sum * x[1];
    y[1] = 2;
    return sum + y[0] * y[2];
  }

  static double storedAfterwardsOnly(double[] x) {
    double[] y = x.clone();
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += y[i] * y[i];
    }
    y[0] = x[1] * x[2];
    return sum + y[0] * y[2];
  }

  static double readAfterwards(double[] x) {
    double[] y = new double[x.length];
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i] * x[i];
      sum += y[i] * x[0];
    }
    return sum + y[1];
  }

  static double swapped(double[] x) {
    double a = 1;
    double b = 0;
    for (double v : x) {
      double c = a + v * v;
      a = b;
      b = c;
    }
    return 2 * a + b;
  }

  static double ofEachOther(double[] x) {
    double a = 1;
    double b = 0;
    for (double v : x) {
      a += v * v;
      b += a;
    }
    return a - 2 * b;
  }

  static double twice(double[] x) {
    double sum = 1;
    for (double v : x) {
      sum = sum + v * v + sum;
    }
    return sum;
  }

  static double decided(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return sum > 3 ? 2 * sum : -sum;
  }

  static double decidedBefore(double[] x) {
    double sum = 0;
    double scale = x[0] > 1 ? x[0] : 3 * x[1];
    if (x.length > 2) {
      for (double v : x) {
        sum += v * v;
      }
    }
    return sum * scale;
  }

  static double bent(double[] x) {
    double sum = 1;
    for (double v : x) {
      sum += v * v;
    }
    return Math.log(sum) + sum;
  }

  static double broken(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
      if (sum > 4) {
        break;
      }
    }
    return sum;
  }

  static double faded(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum = 0.5 * sum + v * v;
    }
    return sum;
  }

  static double untilEnough(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length && sum < 4; i++) {
      sum += x[i] * x[i];
    }
    return sum;
  }

  static double largest(double[] x) {
    double sum = 0;
    double best = x[0];
    for (double v : x) {
      sum += v * v;
      best = Math.max(best, v * 2);
    }
    return sum * 2 + best;
  }

  static double counted(double[] x) {
    int[] signs = new int[2];
    int[] order = new int[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      signs[x[i] > 0 ? 1 : 0]++;
      order[i] = signs[1];
      sum += x[i] * x[i] * order[i] * signs[0];
    }
    return sum + order[1];
  }

  static double rows(double[] x) {
    double[][] a = {x.clone(), {1, 2, 3, 4}, x};
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < 4; j++) {
        sum += a[i][j] * a[i][j] * x[j];
      }
    }
    return sum;
  }

  /** At the point of the tests, the derivative by the first element is 0 in sum. */
  static double rowsMade(double[] x) {
    double[][] a = new double[3][];
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      a[i] = new double[] {x[i] * x[0], x[i + 1]};
      sum += a[i][0] * a[i][1];
    }
    return sum + a[1][0];
  }

  static double inMemory(double[] x) {
    double[] sums = new double[2];
    double all = 0;
    for (int i = 0; i < x.length; i++) {
      sums[i % 2] += x[i] * x[i];
      all += sums[0] * x[i];
    }
    return all + sums[1];
  }

  static double guarded(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] > 1e6) {
        throw new IllegalArgumentException("too large");
      }
      sum += x[i] * Math.cos(x[i]);
    }
    return sum;
  }

  static double downwards(double[] x) {
    double sum = 0;
    int i = x.length - 1;
    double previous = 3;
    while (i > 0) {
      sum += x[i] * x[i - 1] * previous;
      previous = i * 0.5;
      i--;
    }
    return sum + x[0];
  }

  static double outside(double[] x) {
    double total = 0;
    for (int k = 0; k < 3; k++) {
      double sum = 0;
      for (double v : x) {
        sum += v * v * (k + 1);
      }
      total = total * x[0] + sum;
    }
    return total;
  }
}
