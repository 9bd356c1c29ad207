package ad4j.op;

/** How numbers are written in messages. */
final class Numbers {
  private Numbers() {}

  static String text(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
  }
}
