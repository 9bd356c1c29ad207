package ad4j;

import ad4j.engine.RealFunction;
import ad4j.explain.Explanation;
import ad4j.op.Operator;
import ad4j.op.Real;

/**
 * Automatic differentiation. Makes functions {@link Differentiable} with the operators and engines
 * that are {@linkplain Installation#standard() installed}.
 *
 * {@snippet :
 * Operator sin = Ad.operator("sin");
 * var f = Ad.multivariate(x -> sin.of(x[0].times(x[1])));
 * double[] gradient = f.gradient(2, 3);
 * }
 */
@SuppressWarnings("overloads") // method references and lambdas with types choose among them
public final class Ad {
  private Ad() {}

  /** A function of one variable, written on {@link Real}. */
  public static Differentiable univariate(RealToReal f) {
    Arguments.function(f);
    return differentiable(
        x -> {
          Arguments.requireCount("the function has", 1, "input", x.length, "");
          return new Real[] {f.at(x[0])};
        });
  }

  /** A function of several variables, written on {@link Real}. */
  public static Differentiable multivariate(RealsToReal f) {
    Arguments.function(f);
    return differentiable(x -> new Real[] {f.at(x)});
  }

  /** A function of several variables with several results, written on {@link Real}. */
  public static Differentiable vectorValued(RealsToReals f) {
    return differentiable(Arguments.function(f)::at);
  }

  /**
   * A function of an array, in plain Java: its class file is read.
   *
   * @throws ad4j.error.NotDifferentiableException with the place in the source, if it does what
   *     cannot be differentiated
   */
  public static Differentiable function(JavaFunction.OfArray f) {
    return JavaFunctions.array(Arguments.function(f), x -> new double[] {f.at(x)});
  }

  /** A function of an array that returns an array, in plain Java. */
  public static Differentiable function(JavaFunction.Mapping f) {
    return JavaFunctions.array(Arguments.function(f), f::at);
  }

  /** A function in plain Java that writes {@code results} numbers to its second argument. */
  public static Differentiable function(JavaFunction.Writing f, int results) {
    Arguments.require(results >= 0, "a function cannot have " + results + " results");
    return JavaFunctions.writing(
        Arguments.function(f),
        results,
        x -> {
          double[] y = new double[results];
          f.at(x, y);
          return y;
        });
  }

  /** A function of one double, in plain Java. */
  public static Differentiable function(JavaFunction.Of1 f) {
    return JavaFunctions.numbers(Arguments.function(f), 1, x -> new double[] {f.at(x[0])});
  }

  /** A function of 2 doubles, in plain Java. */
  public static Differentiable function(JavaFunction.Of2 f) {
    return JavaFunctions.numbers(Arguments.function(f), 2, x -> new double[] {f.at(x[0], x[1])});
  }

  /** A function of 3 doubles, in plain Java. */
  public static Differentiable function(JavaFunction.Of3 f) {
    return JavaFunctions.numbers(
        Arguments.function(f), 3, x -> new double[] {f.at(x[0], x[1], x[2])});
  }

  /** A function of 4 doubles, in plain Java. */
  public static Differentiable function(JavaFunction.Of4 f) {
    return JavaFunctions.numbers(
        Arguments.function(f), 4, x -> new double[] {f.at(x[0], x[1], x[2], x[3])});
  }

  /** A function of 5 doubles, in plain Java. */
  public static Differentiable function(JavaFunction.Of5 f) {
    return JavaFunctions.numbers(
        Arguments.function(f), 5, x -> new double[] {f.at(x[0], x[1], x[2], x[3], x[4])});
  }

  /** A function of 6 doubles, in plain Java. */
  public static Differentiable function(JavaFunction.Of6 f) {
    return JavaFunctions.numbers(
        Arguments.function(f), 6, x -> new double[] {f.at(x[0], x[1], x[2], x[3], x[4], x[5])});
  }

  /** A function of 7 doubles, in plain Java. */
  public static Differentiable function(JavaFunction.Of7 f) {
    return JavaFunctions.numbers(
        Arguments.function(f),
        7,
        x -> new double[] {f.at(x[0], x[1], x[2], x[3], x[4], x[5], x[6])});
  }

  /** A function of 8 doubles, in plain Java. */
  public static Differentiable function(JavaFunction.Of8 f) {
    return JavaFunctions.numbers(
        Arguments.function(f),
        8,
        x -> new double[] {f.at(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7])});
  }

  /**
   * A function of one argument of any kind, in plain Java, by those with these indices, or by all.
   */
  public static <A> MixedFunction function(JavaFunction.Mixed1<A> f, int... wrt) {
    return JavaFunctions.mixed(Arguments.function(f), 1, wrt);
  }

  /**
   * A function of 2 arguments of any kind, in plain Java, by those with these indices, or by all.
   */
  public static <A, B> MixedFunction function(JavaFunction.Mixed2<A, B> f, int... wrt) {
    return JavaFunctions.mixed(Arguments.function(f), 2, wrt);
  }

  /**
   * A function of 3 arguments of any kind, in plain Java, by those with these indices, or by all.
   */
  public static <A, B, C> MixedFunction function(JavaFunction.Mixed3<A, B, C> f, int... wrt) {
    return JavaFunctions.mixed(Arguments.function(f), 3, wrt);
  }

  /**
   * A function of 4 arguments of any kind, in plain Java, by those with these indices, or by all.
   */
  public static <A, B, C, D> MixedFunction function(JavaFunction.Mixed4<A, B, C, D> f, int... wrt) {
    return JavaFunctions.mixed(Arguments.function(f), 4, wrt);
  }

  /**
   * A function of 5 arguments of any kind, in plain Java, by those with these indices, or by all.
   */
  public static <A, B, C, D, E> MixedFunction function(
      JavaFunction.Mixed5<A, B, C, D, E> f, int... wrt) {
    return JavaFunctions.mixed(Arguments.function(f), 5, wrt);
  }

  /**
   * A function of 6 arguments of any kind, in plain Java, by those with these indices, or by all.
   */
  public static <A, B, C, D, E, F> MixedFunction function(
      JavaFunction.Mixed6<A, B, C, D, E, F> f, int... wrt) {
    return JavaFunctions.mixed(Arguments.function(f), 6, wrt);
  }

  /** How the result of {@code f} and its derivatives come about at {@code x}. */
  public static Explanation explain(Differentiable f, double... x) {
    return Arguments.function(f).explain(x);
  }

  /**
   * The installed operator with this name.
   *
   * @throws ad4j.error.UnknownOperatorException if there is none
   */
  public static Operator operator(String name) {
    Arguments.some("name", name, "`ad ops` lists the operators");
    return Installation.standard().operators().named(name);
  }

  private static Differentiable differentiable(RealFunction f) {
    return new Differentiable(f, Installation.standard().differentiator());
  }
}
