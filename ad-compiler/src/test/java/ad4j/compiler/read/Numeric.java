package ad4j.compiler.read;

/** Methods on numbers: each instruction of the JVM that computes, converts or compares. */
final class Numeric {
  static final double HALF = 0.5;
  static final double[] TABLE = {1, 2};
  static final long COMPUTED = Long.parseLong("12");
  private static final boolean CHECKED = Boolean.parseBoolean("true");

  private Numeric() {}

  static double doubles(double x, double y) {
    return (x + y) * (x - y) / (x * x + 1) - -y % 1.25;
  }

  static int ints(int i, int j) {
    int k = i * 31 + j - ((i & 7) | (j ^ 5));
    k += (i << 3) - (j >> 1) + (k >>> 28) + -i;
    return k / 3 % 100;
  }

  static long longs(long i, long j) {
    long k = i * 31 + j - ((i & 7) | (j ^ 5));
    k += (i << 35) - (j >> 33) + (k >>> 60) + -i;
    return k / 3 % 1000;
  }

  static int quotient(int i, int j) {
    return i / j;
  }

  static double conversions(double x, int i, long j) {
    int narrow = (byte) (i * 77) + (short) (i * 7777) + (char) (i * 77777);
    return (int) x + (long) (x * 1e12) + i + j + (int) j + (double) (i + j) + narrow;
  }

  static double rounded(double x) {
    return (double) (float) x;
  }

  static int doubleRelations(double x, double y) {
    int k = 0;
    k = 2 * k + (x < y ? 1 : 0);
    k = 2 * k + (x <= y ? 1 : 0);
    k = 2 * k + (x > y ? 1 : 0);
    k = 2 * k + (x >= y ? 1 : 0);
    k = 2 * k + (x == y ? 1 : 0);
    k = 2 * k + (x != y ? 1 : 0);
    k = 2 * k + (!(x < y) ? 1 : 0);
    k = 2 * k + (!(x <= y) ? 1 : 0);
    k = 2 * k + (!(x > y) ? 1 : 0);
    k = 2 * k + (!(x >= y) ? 1 : 0);
    k = 2 * k + (!(x == y) ? 1 : 0);
    return k;
  }

  static boolean branchesOnDoubles(double x, double y) {
    if (x < y) {
      return x < -1;
    }
    if (x >= y + 1) {
      return !(y > 0);
    }
    boolean near = !(x > y + 0.5) && x != 0;
    return near || y <= -2;
  }

  static int longRelations(long i, long j) {
    return (i < j ? 1 : 0) + (i <= j ? 2 : 0) + (i > j ? 4 : 0) + (i == j ? 8 : 0);
  }

  static int intRelations(int i, int j) {
    int k = (i < j ? 1 : 0) + (i <= j ? 2 : 0) + (i > j ? 4 : 0) + (i >= j ? 8 : 0);
    return k + (i == j ? 16 : 0) + (i < 0 ? 32 : 0) + (i != 0 ? 64 : 0) + (j > 0 ? 128 : 0);
  }

  @SuppressWarnings("ShortCircuitBoolean") // these are what is read
  static boolean booleans(boolean a, boolean b) {
    return (a & !b) | (a ^ b);
  }

  static double constants(double x) {
    return x * Math.PI + HALF + Math.E - Integer.MAX_VALUE + Long.MIN_VALUE + COMPUTED;
  }

  static double checked(double x) {
    if (CHECKED && x > 2) {
      return x + 1;
    }
    assert x > -1000 : "far";
    return x;
  }

  static double mathematics(double x, double y) {
    double s = Math.sin(x) + Math.exp(-x * x) + Math.pow(Math.abs(x) + 1, y) + Math.atan2(y, x);
    s += Math.max(x, y) - Math.min(x, 1) + Math.hypot(x, y) + Math.abs(y) + Math.signum(x);
    s += Math.floor(x * 3) + Math.ceil(y * 5) + Math.rint(x * 7) + Math.sqrt(x) + Math.cbrt(y);
    return s + Math.fma(x, y, 2) + Math.toRadians(x) + Math.IEEEremainder(x, 0.7);
  }

  static double strictMathematics(double x, double y) {
    double s = StrictMath.sin(x) + StrictMath.exp(-x * x) + StrictMath.pow(2.5, y);
    return s + StrictMath.sqrt(x) + StrictMath.atan2(y, x) + StrictMath.max(x, y);
  }

  static double scaled(double x, int n) {
    return Math.scalb(x, n) + StrictMath.scalb(x, -n);
  }

  static double neighbours(double x, double y) {
    return Math.ulp(x) + Math.nextUp(x) * 2 - Math.nextDown(y) + Math.nextAfter(x, y);
  }

  static double strictNeighbours(double x, double y) {
    double s = StrictMath.ulp(x) + StrictMath.nextUp(x) * 2 - StrictMath.nextDown(y);
    return s + StrictMath.nextAfter(x, y);
  }

  static int exponents(double x, double y) {
    return Math.getExponent(x) + 3 * StrictMath.getExponent(y);
  }

  static double signs(double x, double y) {
    return Math.copySign(x, y);
  }

  @SuppressWarnings("CompareToZero") // all that it gives is compared
  static long integralMathematics(int i, int j, long k) {
    long s = Math.max(i, j) + Math.min(i, 3) + Math.abs(j) + Math.max(k, 5L) - Math.min(k, j);
    return s
        + Math.floorMod(i, 7)
        + Math.floorDiv(j, 4)
        + Integer.compare(i, j)
        + Integer.signum(i);
  }

  static long nearest(double x) {
    return Math.round(x);
  }

  @SuppressWarnings("CompareToZero") // all that it gives is compared
  static int order(double x, double y) {
    return Double.compare(x, y) + 10 * Double.compare(-x, x);
  }

  static boolean kinds(double x) {
    return Double.isNaN(x) || Double.isInfinite(x) || !Double.isFinite(x);
  }

  static double clamped(double x) {
    return Math.clamp(x, -1.0, 2.0);
  }

  static int exact(int i, int j) {
    return Math.addExact(Math.multiplyExact(i, 1000), j) + Math.toIntExact(j);
  }

  static double boxes(double x, int i) {
    Double boxed = x;
    Integer count = i;
    Long wide = (long) i;
    Boolean flag = x > 0;
    return flag ? boxed + count : boxed.intValue() + wide;
  }

  @SuppressWarnings("AssignmentExpression") // it needs a word to be copied
  static double stackWords(double x, int i) {
    double[] a = {x, 1, 2};
    long[] b = {1, 2};
    a[i & 1] += a[2] *= 2;
    long old = b[i & 1]++;
    int k = i;
    int j = k++ + ++k;
    double y;
    double z = y = a[0] - a[1];
    return a[0] + y * z + old + b[0] + j + k;
  }
}
