package ad4j.compiler.random;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices that depend on the seed only. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 1);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  double unit() {
    return random.nextDouble();
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** A literal that no value meets by accident. */
  Expression literal() {
    return Expression.of(Type.DOUBLE, Double.toString((between(50, 1950) * 10 + 3) / 1e4));
  }

  Expression integer(int first, int last) {
    return Expression.of(Type.INT, Integer.toString(between(first, last)));
  }
}
