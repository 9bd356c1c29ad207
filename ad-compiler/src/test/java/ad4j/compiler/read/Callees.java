package ad4j.compiler.read;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/** Methods that call others, and lambdas. */
final class Callees {
  private Callees() {}

  @FunctionalInterface
  interface Field {
    double at(double x, double y);

    default Field plus(Field other) {
      return (x, y) -> at(x, y) + other.at(x, y);
    }
  }

  static double helpers(double x) {
    return square(x) + square(x + 1) - sum(new double[] {x, 2, 3});
  }

  private static double square(double x) {
    return x * x;
  }

  private static double sum(double... all) {
    double sum = 0;
    for (double each : all) {
      sum += each;
    }
    return sum;
  }

  static double fibonacci(int n) {
    return n < 2 || n > 20 ? n + 0.5 : fibonacci(n - 1) + fibonacci(n - 2);
  }

  static double mutual(int n, double x) {
    return even(n & 31, x);
  }

  private static double even(int n, double x) {
    return n <= 0 ? x : odd(n - 1, x * 1.5);
  }

  private static double odd(int n, double x) {
    return n <= 0 ? -x : even(n - 1, x + 1);
  }

  static double recursiveRecord(int n, double x) {
    return raised(new Composites.Complex(x, 1), n & 7).re();
  }

  private static Composites.Complex raised(Composites.Complex z, int n) {
    return n == 0 ? new Composites.Complex(1, 0) : raised(z, n - 1).times(z);
  }

  static double recursiveLambda(int n, double x) {
    return repeated(y -> y * x, n & 7, 1);
  }

  private static double repeated(DoubleUnaryOperator f, int n, double x) {
    return n == 0 ? x : f.applyAsDouble(repeated(f, n - 1, x));
  }

  static double lambdas(double x, double y) {
    double k = x * 3;
    DoubleUnaryOperator scale = t -> t * k;
    DoubleBinaryOperator add = Double::sum;
    DoubleUnaryOperator both = scale.andThen(Math::sin).compose(t -> t + 1);
    return add.applyAsDouble(scale.applyAsDouble(x), both.applyAsDouble(y));
  }

  static double higherOrder(double x) {
    return integral(t -> Math.exp(-t * t) * x, 0, 1, 8) + integral(Callees::square, 0, x, 5);
  }

  private static double integral(DoubleUnaryOperator f, double from, double to, int steps) {
    double h = (to - from) / steps;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += f.applyAsDouble(from + (i + 0.5) * h);
    }
    return sum * h;
  }

  static double returned(double x) {
    DoubleUnaryOperator line = line(2, x);
    return line.applyAsDouble(3) + line.applyAsDouble(4);
  }

  private static DoubleUnaryOperator line(double a, double b) {
    return t -> a * t + b;
  }

  static double boxedFunctions(double x, int n) {
    Function<Double, Double> twice = t -> t * 2;
    Function<Integer, Double> root = Math::sqrt;
    Supplier<Composites.Complex> made = () -> new Composites.Complex(x, 2);
    IntToDoubleFunction widened = Callees::next;
    return twice.apply(x) + root.apply(n) + made.get().norm() + widened.applyAsDouble(n);
  }

  private static int next(int n) {
    return n + 1;
  }

  static double references(double x) {
    DoubleBinaryOperator max = Math::max;
    Function<Composites.Complex, Double> norm = Composites.Complex::norm;
    java.util.function.BiFunction<Double, Double, Composites.Complex> make =
        Composites.Complex::new;
    Supplier<Double> bound = make.apply(x, 2.0)::norm;
    return max.applyAsDouble(x, 1) + norm.apply(make.apply(1.0, x)) + bound.get();
  }

  static double ownInterface(double x, double y) {
    Field f = (a, b) -> a * b;
    Field g = (a, b) -> a - b;
    return f.plus(g).at(x, y);
  }

  static double loopOfLambdas(double x) {
    double y = x;
    for (int i = 0; i < 3; i++) {
      double k = i + y;
      DoubleUnaryOperator f = t -> t / (k + 10);
      y = f.applyAsDouble(y);
    }
    return y;
  }

  static double voids(double x) {
    double[] target = new double[2];
    write(target, x);
    Runnable again = () -> write(target, 2 * x);
    again.run();
    return target[0] + target[1];
  }

  private static void write(double[] target, double x) {
    target[1] = target[0];
    target[0] = x;
  }

  static double deep(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += early(x, i) * early(x, i + 1);
    }
    return sum;
  }

  private static double early(double[] x, int from) {
    for (int i = from; i < x.length; i++) {
      if (x[i] > 0) {
        return x[i];
      }
    }
    return -1;
  }
}
