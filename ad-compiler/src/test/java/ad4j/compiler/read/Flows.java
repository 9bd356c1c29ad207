package ad4j.compiler.read;

/** Methods with all kinds of control flow. */
final class Flows {
  private Flows() {}

  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - x[i] * x[i];
      sum += a * a + 100 * b * b;
    }
    return sum;
  }

  static double whileLoop(double x) {
    double y = Math.abs(x) + 1;
    int steps = 0;
    while (y > 1e-3 && steps < 40) {
      y *= 0.7;
      steps++;
    }
    return y + steps;
  }

  static double doLoop(int n) {
    double y = 0;
    int i = n & 1023;
    do {
      y += 1.0 / (i * i + 1);
      i--;
    } while (i > -3);
    return y;
  }

  static double nested(double[] x) {
    double sum = 0;
    outer:
    for (int i = 0; i < x.length; i++) {
      for (int j = x.length - 1; j >= 0; j--) {
        if (x[j] > 2) {
          continue outer;
        }
        if (x[i] * x[j] < -2) {
          break outer;
        }
        if (i == j) {
          continue;
        }
        sum += x[i] * x[j];
      }
      sum *= 1.5;
    }
    return sum;
  }

  static double enhanced(double[] x) {
    double product = 1;
    for (double each : x) {
      product *= each;
    }
    return product;
  }

  static double early(double[] x) {
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0) {
        return x[i] * i;
      }
    }
    return x.length == 0 ? 7 : x[0];
  }

  static double forever(double x) {
    double y = x;
    for (int i = 0; ; i++) {
      y = y / 2 + i;
      if (i > 5) {
        return y;
      }
    }
  }

  static double ternaries(double x, double y, int i) {
    double z = (x > y ? x : y) * (i > 0 ? x > 0 ? 1 : 2 : y < 0 ? 3 : x);
    return Math.pow(2, i > 1 ? x : y) + ((x > 0 && y > 0) || i == 0 ? z : -z);
  }

  @SuppressWarnings("fallthrough") // that is the point
  static double oldSwitch(double x, int i) {
    double y = 0;
    switch (i) {
      case 0:
        y = x;
      case 1:
        y += 1;
        break;
      case 2:
      case 3:
        y = x * x;
        break;
      case 1000:
        return 5;
      default:
        y = -1;
    }
    return y + i;
  }

  static double newSwitch(double x, int i) {
    double y =
        switch (i) {
          case 0, 1 -> x;
          case 2 -> {
            double t = x * 2;
            yield t * t;
          }
          case -100000 -> 1;
          default -> x > 0 ? -x : 9;
        };
    return y * 2;
  }

  static double slotReuse(double x, boolean flag) {
    double y;
    if (flag) {
      int i = (int) x;
      y = i * 2;
    } else {
      double[] a = {x, 1};
      y = a[0] + a.length;
    }
    for (int k = 0; k < 3; k++) {
      y += k;
    }
    for (double z = 0; z < 2; z += 0.5) {
      y += z;
    }
    return y;
  }

  static double late(double[] x) {
    double[] sums = null;
    for (int i = 0; i < x.length; i++) {
      if (sums == null) {
        sums = new double[2];
      }
      sums[i & 1] += x[i];
    }
    return sums == null ? -1 : sums[0] - 2 * sums[1];
  }

  static double unreachable(double x) {
    if (Numeric.HALF > 1) {
      return StrictMath.random();
    }
    return x;
  }

  static double swapped(double x, double y, int n) {
    double a = x;
    double b = y;
    for (int i = 0; i < n; i++) {
      double t = a;
      a = b;
      b = t + i;
    }
    return a - 3 * b;
  }

  static double thrown(double x) {
    if (x < 0) {
      throw new IllegalArgumentException("negative: " + x + String.format("%d", 3));
    }
    return Math.sqrt(x);
  }

  static double thrownByHelper(double x) {
    return x > 0 ? x : negative("x is " + x);
  }

  private static double negative(String message) {
    IllegalStateException failure = new IllegalStateException(message);
    throw failure;
  }

  static double required(double x) {
    require(x < 2, "x = " + x);
    return x * x;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  static double cleansUp(double x) {
    double[] a = new double[1];
    try {
      a[0] = x;
    } finally {
      a[0] += 1;
    }
    return a[0];
  }
}
