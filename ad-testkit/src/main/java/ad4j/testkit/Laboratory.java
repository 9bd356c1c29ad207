package ad4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import ad4j.Differentiable;
import ad4j.engine.Differentiator;
import ad4j.engine.Engine;
import ad4j.engine.Engines;
import ad4j.engine.ForwardEngine;
import ad4j.engine.Mode;
import ad4j.engine.RealFunction;
import ad4j.engine.ReverseEngine;
import ad4j.op.Real;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The engines that are tried, and how closely their numbers must agree with the expected ones.
 *
 * @param engines what differentiates
 * @param tolerance allowed relative error
 */
record Laboratory(Engines engines, double tolerance) {
  /** A function of one real. */
  @FunctionalInterface
  interface Univariate {
    Real at(Real x);
  }

  /** The modes that these engines support, and {@link Mode#AUTO}. */
  List<Mode> modes() {
    List<Mode> modes = new ArrayList<>(List.of(Mode.AUTO));
    if (has(ForwardEngine.class)) {
      modes.add(Mode.FORWARD);
    }
    if (has(ReverseEngine.class)) {
      modes.add(Mode.REVERSE);
    }
    return modes;
  }

  boolean has(Class<? extends Engine> kind) {
    return engines.all().stream().anyMatch(kind::isInstance);
  }

  Differentiable differentiable(RealFunction f, Mode mode) {
    return new Differentiable(f, new Differentiator(engines, mode));
  }

  /** A function of one variable with one result. */
  Differentiable scalar(Univariate f, Mode mode) {
    return differentiable(x -> new Real[] {f.at(x[0])}, mode);
  }

  /** The derivative of a function of one variable at a real of an enclosing differentiation. */
  Real slope(Univariate f, Mode mode, Real x) {
    return scalar(f, mode).gradient(x)[0];
  }

  /** All sequences of {@code depth} modes. */
  List<List<Mode>> sequences(int depth) {
    List<List<Mode>> all = List.of(List.of());
    for (int i = 0; i < depth; i++) {
      List<List<Mode>> longer = new ArrayList<>();
      for (List<Mode> sequence : all) {
        for (Mode mode : modes()) {
          List<Mode> extended = new ArrayList<>(sequence);
          extended.add(mode);
          longer.add(extended);
        }
      }
      all = longer;
    }
    return all;
  }

  void requireClose(double expected, double found, String what) {
    boolean close =
        Double.isFinite(expected)
            ? Math.abs(found - expected) <= tolerance * Math.max(1, Math.abs(expected))
            : Double.compare(expected, found) == 0;
    if (!close) {
      fail(what + ": expected " + expected + ", found " + found);
    }
  }

  void requireClose(double[] expected, double[] found, String what) {
    assertEquals(expected.length, found.length, what + ": length");
    for (int i = 0; i < expected.length; i++) {
      requireClose(expected[i], found[i], what + " [" + i + "]");
    }
  }

  void requireClose(double[][] expected, double[][] found, String what) {
    assertEquals(expected.length, found.length, what + ": rows");
    for (int i = 0; i < expected.length; i++) {
      requireClose(expected[i], found[i], what + " [" + i + "]");
    }
  }

  static void requireEqualBits(double[] expected, double[] found, String what) {
    assertEquals(expected.length, found.length, what + ": length");
    for (int i = 0; i < expected.length; i++) {
      if (Double.doubleToLongBits(expected[i]) != Double.doubleToLongBits(found[i])) {
        fail(what + " [" + i + "]: expected " + expected[i] + ", found " + found[i]);
      }
    }
  }

  static String text(Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  static String text(List<Mode> modes) {
    return modes.stream().map(Laboratory::text).toList().toString();
  }

  static String text(double[] x) {
    return Arrays.toString(x);
  }
}
