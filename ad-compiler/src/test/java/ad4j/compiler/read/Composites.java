package ad4j.compiler.read;

/** Methods with records and other classes of values. */
final class Composites {
  private Composites() {}

  record Complex(double re, double im) {
    static final Complex ONE = new Complex(1, 0);

    Complex plus(Complex other) {
      return new Complex(re + other.re, im + other.im);
    }

    Complex times(Complex other) {
      return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    double norm() {
      return Math.hypot(re, im());
    }
  }

  record Interval(double low, double high) {
    Interval {
      if (low > high) {
        double t = low;
        low = high;
        high = t;
      }
    }

    Interval(double at) {
      this(at, at + 1);
    }

    @Override
    public double low() {
      return low - 0.25;
    }
  }

  record Positive(double value) {
    Positive(double value) {
      if (!(value > 0)) {
        throw new IllegalArgumentException("not positive: " + value);
      }
      this.value = value > 100 ? 100 : value;
    }
  }

  record Model(double[] weights, Complex shift, int degree, boolean flag) {}

  interface Shape {
    double area();

    default double twice() {
      return 2 * area();
    }
  }

  record Circle(double radius) implements Shape {
    @Override
    public double area() {
      return Math.PI * radius * radius;
    }
  }

  record Square(double side) implements Shape {
    @Override
    public double area() {
      return side * side;
    }
  }

  record Pair<T>(T first, T second) {}

  static final class Point {
    private final double x;
    private final double y;

    Point(double x, double y) {
      this.x = x;
      this.y = y + this.x;
    }

    double sum() {
      return x + y;
    }
  }

  static double power(Complex z, int n) {
    Complex result = new Complex(1, 0);
    for (int i = 0; i < (n & 3); i++) {
      result = result.times(z).plus(new Complex(0.5, i));
    }
    return result.norm();
  }

  static Complex squared(Complex z) {
    return z.re() > 0 ? z.times(z) : z;
  }

  static double interval(double x, double y) {
    Interval i = new Interval(x, y);
    Interval j = new Interval(y);
    return i.low() + 2 * i.high() + j.high();
  }

  static double positive(double x) {
    return new Positive(x).value();
  }

  static double model(Model model, double x) {
    double sum = model.shift().re() * (model.flag() ? 2 : 3);
    for (int i = 0; i < model.weights().length; i++) {
      sum = sum * x + model.weights[i];
    }
    model.weights()[0] = sum;
    return sum * model.degree;
  }

  static double shapes(double x) {
    Shape circle = new Circle(x);
    Square square = new Square(x + 1);
    return circle.area() + square.twice() + area(square) + area(circle);
  }

  private static double area(Shape shape) {
    return shape instanceof Circle circle ? circle.radius() : shape.area();
  }

  static double generic(double x, double y) {
    Pair<Double> pair = new Pair<>(x, y);
    Pair<Complex> complex = new Pair<>(new Complex(x, 1), new Complex(y, 2));
    return pair.first() - pair.second() + complex.second().re() * complex.first().im();
  }

  static double chosen(double x) {
    Complex z = new Complex(x > 0 ? x : 2 * x, x > 1 ? 1 : 2);
    return z.re() * z.im();
  }

  static double finalClass(double x) {
    return new Point(x, 2).sum();
  }

  static double deconstructed(double x) {
    Complex z = new Complex(x, 2 * x);
    if (z instanceof Complex(double re, double im)) {
      return re * im;
    }
    return 0;
  }
}
