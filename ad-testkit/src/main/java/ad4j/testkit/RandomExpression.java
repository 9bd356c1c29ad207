package ad4j.testkit;

import ad4j.op.Real;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * A function as a straight line of operations on inputs, numbers and earlier results; the last
 * result is its value. Made from a seed, and made smaller when something fails.
 *
 * @param inputs how many variables there are
 * @param steps the operations
 */
record RandomExpression(int inputs, List<Step> steps) {
  private static final double[] NUMBERS = {0, 0.5, -1.25, 2};

  /** What a step does; all are analytic, so that complex numbers can differentiate them. */
  @SuppressWarnings("ImmutableEnumChecker") // its functions keep nothing
  enum Kind {
    SUM(Real::plus, Complex::plus),
    DIFFERENCE(Real::minus, Complex::minus),
    PRODUCT(Real::times, Complex::times),
    QUOTIENT(
        (a, b) -> a.dividedBy(b.square().plus(1)),
        (a, b) -> a.dividedBy(b.times(b).plus(Complex.of(1)))),
    SINE((a, b) -> Elementary.SIN.of(a), (a, b) -> a.sin()),
    COSINE((a, b) -> Elementary.COS.of(a), (a, b) -> a.cos()),
    BELL(
        (a, b) -> Elementary.EXP.of(a.square().negate()),
        (a, b) -> Complex.of(0).minus(a.times(a)).exp()),
    SQUARES(
        (a, b) -> Elementary.SQUARES.of(a, b, a),
        (a, b) -> a.times(a).plus(b.times(b)).plus(a.times(a))),
    CHOICE(
        (a, b) -> a.lessThan(b) ? a.times(b) : a.minus(b),
        (a, b) -> a.re() < b.re() ? a.times(b) : a.minus(b));

    private final BinaryOperator<Real> onReals;
    private final BinaryOperator<Complex> onComplex;

    Kind(BinaryOperator<Real> onReals, BinaryOperator<Complex> onComplex) {
      this.onReals = onReals;
      this.onComplex = onComplex;
    }
  }

  /**
   * An operation.
   *
   * @param kind what it does
   * @param a its first operand: inputs are counted first, then numbers, then steps
   * @param b its second operand, which some kinds leave unused
   */
  record Step(Kind kind, int a, int b) {}

  /** The expression of this seed. */
  static RandomExpression of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int inputs = 1 + random.nextInt(3);
    int size = 2 + random.nextInt(20);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int earlier = inputs + NUMBERS.length + i;
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      steps.add(new Step(kind, random.nextInt(earlier), random.nextInt(earlier)));
    }
    return new RandomExpression(inputs, List.copyOf(steps));
  }

  /** A point for this seed. */
  double[] point(long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    return random.doubles(inputs, -1.5, 1.5).toArray();
  }

  Real at(Real[] x) {
    List<Real> all = new ArrayList<>(Arrays.asList(x));
    Arrays.stream(NUMBERS).mapToObj(Real::constant).forEach(all::add);
    steps.forEach(s -> all.add(s.kind.onReals.apply(all.get(s.a), all.get(s.b))));
    return all.getLast();
  }

  /** The gradient at {@code x}, by complex steps. */
  double[] gradient(double[] x) {
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      List<Complex> all = new ArrayList<>();
      for (int j = 0; j < x.length; j++) {
        all.add(new Complex(x[j], i == j ? Complex.STEP : 0));
      }
      Arrays.stream(NUMBERS).mapToObj(Complex::of).forEach(all::add);
      steps.forEach(s -> all.add(s.kind.onComplex.apply(all.get(s.a), all.get(s.b))));
      gradient[i] = all.getLast().im() / Complex.STEP;
    }
    return gradient;
  }

  /** The smallest expression that can be made of this one and still {@code fails}. */
  RandomExpression shrunk(Predicate<RandomExpression> fails) {
    for (int i = steps.size() - 1; i >= 0 && steps.size() > 1; i--) {
      for (RandomExpression smaller : List.of(without(i, true), without(i, false))) {
        if (fails.test(smaller)) {
          return smaller.shrunk(fails);
        }
      }
    }
    return this;
  }

  /** This without step {@code i}, in whose place one of its operands stands. */
  private RandomExpression without(int i, boolean first) {
    int index = inputs + NUMBERS.length + i;
    int instead = first ? steps.get(i).a : steps.get(i).b;
    List<Step> fewer = new ArrayList<>(steps.subList(0, i));
    for (Step s : steps.subList(i + 1, steps.size())) {
      fewer.add(new Step(s.kind, moved(s.a, index, instead), moved(s.b, index, instead)));
    }
    return new RandomExpression(inputs, List.copyOf(fewer));
  }

  private static int moved(int operand, int removed, int instead) {
    return operand == removed ? instead : operand > removed ? operand - 1 : operand;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      Step s = steps.get(i);
      text.append("t%d = %s(%s, %s); ".formatted(i, word(s.kind), name(s.a), name(s.b)));
    }
    return text.toString().trim();
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private String name(int operand) {
    if (operand < inputs) {
      return "x" + operand;
    }
    int number = operand - inputs;
    return number < NUMBERS.length
        ? Double.toString(NUMBERS[number])
        : "t" + (number - NUMBERS.length);
  }
}
