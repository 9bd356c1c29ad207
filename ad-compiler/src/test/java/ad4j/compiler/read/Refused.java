package ad4j.compiler.read;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Methods that are refused. */
final class Refused {
  static final double[] TABLE = {1, 2};
  static double changing = 1;
  static final Row ROW = new Row(new double[] {1});
  double field;

  record Row(double[] numbers) {}

  enum Side {
    LEFT(1) {
      @Override
      double of(double x) {
        return -x;
      }
    },
    RIGHT(2) {
      @Override
      double of(double x) {
        return x;
      }
    };

    private final double width;

    Side(double width) {
      this.width = width;
    }

    abstract double of(double x);
  }

  static double random(double x, Random random) {
    return x * random.nextDouble();
  }

  static double mathRandom(double x) {
    return x * Math.random();
  }

  static double time(double x) {
    return x * System.nanoTime();
  }

  static double stream(double[] x) {
    return Arrays.stream(x).sum();
  }

  static double sorted(double[] x) {
    Arrays.sort(x);
    return x[0];
  }

  static double decimal(double x) {
    return new BigDecimal(x).doubleValue();
  }

  static double text(double x) {
    return x + "three".length();
  }

  static double printed(double x) {
    System.out.println(x);
    return x;
  }

  static float floats(float x) {
    return x * 2;
  }

  static double floatInside(double x) {
    float y = (float) x;
    return y * y;
  }

  static double caught(double x) {
    try {
      return Math.floorDiv(1, (int) x);
    } catch (ArithmeticException e) {
      return 0;
    }
  }

  static double locked(double[] x) {
    synchronized (x) {
      return x[0];
    }
  }

  static synchronized double locksAll(double x) {
    return x;
  }

  static double callsLocked(double x) {
    return locksAll(x) + 1;
  }

  static double writesStatic(double x) {
    changing = x;
    return x;
  }

  static double readsStatic(double x) {
    return x * changing;
  }

  static double readsRow(double x) {
    return x * ROW.numbers()[0];
  }

  static double readsTable(double x) {
    return x * TABLE[1];
  }

  double readsField(double x) {
    return x * field;
  }

  double writesField(double x) {
    field = x;
    return x;
  }

  static double makesObject(double x) {
    Refused object = new Refused();
    return x + object.readsField(x);
  }

  static double takesList(List<Double> x) {
    return x.get(0);
  }

  static List<Double> returnsList(double x) {
    return List.of(x);
  }

  static double takesFunction(DoubleUnaryOperator f) {
    return f.applyAsDouble(1);
  }

  static double choosesFunction(double x) {
    DoubleUnaryOperator f = x > 0 ? t -> t : t -> -t;
    return f.applyAsDouble(x);
  }

  static double characters(double x) {
    char[] letters = {'a', 'b'};
    return x * letters.length;
  }

  static double objects(double x) {
    Composites.Complex[] all = {new Composites.Complex(x, 1)};
    return all[0].re();
  }

  static long bits(double x) {
    return Double.doubleToLongBits(x);
  }

  static double enumOfItsOwn(double x, Side side) {
    return side.of(x);
  }

  static double enumField(double x, Side side) {
    return x * side.width;
  }

  static double enumConstants(double x) {
    return x * Side.values().length;
  }

  @SuppressWarnings("NullAway") // that is the point
  static double enumOrNothing(double x) {
    Side side = x > 0 ? Side.LEFT : null;
    return side == Side.LEFT ? x : 1;
  }

  static double enumOrNull(double x, Side side) {
    return switch (side) {
      case LEFT -> x;
      case null, default -> 1;
    };
  }

  static double switchesOverText(double x, boolean flag) {
    return switch (flag ? "yes" : "no") {
      case "yes" -> x;
      default -> 1;
    };
  }

  static double patterns(double x) {
    Object shape = new Composites.Circle(x);
    return switch (shape) {
      case Composites.Circle circle -> circle.radius();
      default -> 0;
    };
  }

  static boolean equalRecords(double x) {
    return new Composites.Circle(x).equals(new Composites.Circle(1));
  }

  @SuppressWarnings("NullAway") // that is the point
  static double maybeNull(double x) {
    Composites.Circle circle = x > 0 ? new Composites.Circle(x) : null;
    return circle.radius();
  }

  static double endless(double x) {
    return around(t -> t, x);
  }

  @SuppressWarnings("InfiniteRecursion") // that is the point
  private static double around(DoubleUnaryOperator f, double x) {
    return around(t -> f.applyAsDouble(t) + 1, x);
  }

  static native double elsewhere(double x);

  static double callsNative(double x) {
    return elsewhere(x);
  }
}
