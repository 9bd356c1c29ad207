package ad4j;

import java.io.Serializable;

/**
 * Java code that {@link Ad#function} differentiates: a lambda expression or a method reference of
 * one of these shapes. Serializable, because such an object says which method it is.
 */
public sealed interface JavaFunction extends Serializable {
  /** {@code double f(double[])}. */
  @FunctionalInterface
  non-sealed interface OfArray extends JavaFunction {
    /** The value at {@code x}. */
    double at(double[] x);
  }

  /** {@code double[] f(double[])}. */
  @FunctionalInterface
  non-sealed interface Mapping extends JavaFunction {
    /** The values at {@code x}. */
    double[] at(double[] x);
  }

  /** {@code void f(double[], double[])}, which writes its values to the second array. */
  @FunctionalInterface
  non-sealed interface Writing extends JavaFunction {
    /** Writes the values at {@code x} to {@code y}. */
    void at(double[] x, double[] y);
  }

  /** {@code double f(double)}. */
  @FunctionalInterface
  non-sealed interface Of1 extends JavaFunction {
    /** The value at {@code x}. */
    double at(double x);
  }

  /** A function of 2 doubles. */
  @FunctionalInterface
  non-sealed interface Of2 extends JavaFunction {
    /** The value. */
    double at(double a, double b);
  }

  /** A function of 3 doubles. */
  @FunctionalInterface
  non-sealed interface Of3 extends JavaFunction {
    /** The value. */
    double at(double a, double b, double c);
  }

  /** A function of 4 doubles. */
  @FunctionalInterface
  non-sealed interface Of4 extends JavaFunction {
    /** The value. */
    double at(double a, double b, double c, double d);
  }

  /** A function of 5 doubles. */
  @FunctionalInterface
  non-sealed interface Of5 extends JavaFunction {
    /** The value. */
    double at(double a, double b, double c, double d, double e);
  }

  /** A function of 6 doubles. */
  @FunctionalInterface
  non-sealed interface Of6 extends JavaFunction {
    /** The value. */
    double at(double a, double b, double c, double d, double e, double f);
  }

  /** A function of 7 doubles. */
  @FunctionalInterface
  non-sealed interface Of7 extends JavaFunction {
    /** The value. */
    double at(double a, double b, double c, double d, double e, double f, double g);
  }

  /** A function of 8 doubles. */
  @FunctionalInterface
  non-sealed interface Of8 extends JavaFunction {
    /** The value. */
    double at(double a, double b, double c, double d, double e, double f, double g, double h);
  }

  /** A function of one argument of any kind: numbers, arrays, records of these. */
  @FunctionalInterface
  non-sealed interface Mixed1<A> extends JavaFunction {
    /** The value. */
    double at(A a);
  }

  /** A function of 2 arguments of any kind: numbers, arrays, records of these. */
  @FunctionalInterface
  non-sealed interface Mixed2<A, B> extends JavaFunction {
    /** The value. */
    double at(A a, B b);
  }

  /** A function of 3 arguments of any kind: numbers, arrays, records of these. */
  @FunctionalInterface
  non-sealed interface Mixed3<A, B, C> extends JavaFunction {
    /** The value. */
    double at(A a, B b, C c);
  }

  /** A function of 4 arguments of any kind: numbers, arrays, records of these. */
  @FunctionalInterface
  non-sealed interface Mixed4<A, B, C, D> extends JavaFunction {
    /** The value. */
    double at(A a, B b, C c, D d);
  }

  /** A function of 5 arguments of any kind: numbers, arrays, records of these. */
  @FunctionalInterface
  non-sealed interface Mixed5<A, B, C, D, E> extends JavaFunction {
    /** The value. */
    double at(A a, B b, C c, D d, E e);
  }

  /** A function of 6 arguments of any kind: numbers, arrays, records of these. */
  @FunctionalInterface
  non-sealed interface Mixed6<A, B, C, D, E, F> extends JavaFunction {
    /** The value. */
    double at(A a, B b, C c, D d, E e, F f);
  }
}
