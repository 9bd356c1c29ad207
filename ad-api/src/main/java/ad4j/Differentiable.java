package ad4j;

import ad4j.engine.Differentiator;
import ad4j.engine.Graph;
import ad4j.engine.Mode;
import ad4j.engine.RealFunction;
import ad4j.engine.Recording;
import ad4j.error.NotDifferentiableException;
import ad4j.error.ShapeException;
import ad4j.explain.ExplainOptions;
import ad4j.explain.Explanation;
import ad4j.op.Real;
import ad4j.program.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function together with its derivatives. Immutable; thread-safe if the function is. Every method
 * runs the function anew, so it sees what the function captured as it is now; {@link #compile} is
 * the exception.
 */
public final class Differentiable {
  private static final String ALONG =
      "use taylor(x, direction, n) for one result along a direction";

  private final RealFunction f;
  private final Differentiator differentiator;
  private final @Nullable CompiledCalls compiled;

  /** A function, differentiated by this differentiator. */
  public Differentiable(RealFunction f, Differentiator differentiator) {
    this(f, differentiator, null);
  }

  /** A function that was read as a Program. */
  Differentiable(CompiledCalls compiled, Differentiator differentiator) {
    this(compiled.function(), differentiator, compiled);
  }

  private Differentiable(
      RealFunction f, Differentiator differentiator, @Nullable CompiledCalls compiled) {
    this.f = f;
    this.differentiator = differentiator;
    this.compiled = compiled;
  }

  /** The same function, differentiated in this mode. */
  public Differentiable in(Mode mode) {
    Arguments.some("mode", mode, "give Mode.AUTO, Mode.FORWARD or Mode.REVERSE");
    CompiledCalls calls = compiled;
    return calls == null
        ? new Differentiable(f, differentiator.in(mode))
        : new Differentiable(calls.in(mode), differentiator.in(mode));
  }

  /**
   * The same function, with sums in compiled code rounded so. What is not compiled is {@link
   * Rounding#STRICT} always.
   */
  public Differentiable rounding(Rounding rounding) {
    Arguments.rounding(rounding);
    return compiled == null
        ? this
        : new Differentiable(compiled.rounding(rounding), differentiator);
  }

  /** The function itself. */
  public RealFunction function() {
    return compiled == null ? f : compiled.function();
  }

  /** How it is run where its derivatives are asked for, and why. */
  public Plan plan() {
    return compiled == null
        ? Plan.recorded("it is written on Real, or is a script")
        : compiled.plan();
  }

  /**
   * The Program that it was read as, and the Program of its derivative.
   *
   * @return empty if it was not read from a class file
   */
  public List<Program> programs() {
    return compiled == null ? List.of() : compiled.programs();
  }

  /**
   * The Program that it was read as, or one that is made of it.
   *
   * @throws ad4j.error.NotDifferentiableException if it was not read from a class file, or has
   *     several results where one is needed
   */
  public Program program(Transform transform) {
    Arguments.some("transform", transform, "give one of Transform");
    CompiledCalls calls = compiled;
    if (calls == null) {
      throw new NotDifferentiableException(
          "there is no Program: the function " + plan().reason(), "give a Java method");
    }
    return calls.program(transform);
  }

  /** What differentiates it. */
  public Differentiator differentiator() {
    return differentiator;
  }

  /**
   * The value of a function with one result: exactly that which every derivative comes with, unless
   * the {@link #rounding} is fast.
   */
  public double value(double... x) {
    double[] all = values(x);
    Arguments.requireOneResult("a value", all.length, "ask for its values");
    return all[0];
  }

  /** The results at {@code x}. */
  public double[] values(double... x) {
    Arguments.requireSome("point", x);
    return compiled != null ? compiled.values(x) : Real.values(f.apply(Real.constants(x)));
  }

  /** The gradient of a function with one result: as long as {@code x}. */
  public double[] gradient(double... x) {
    Arguments.requireSome("point", x);
    double[] quick = compiled == null ? null : compiled.gradient(x);
    if (quick != null) {
      return quick;
    }
    return Matrices.unsigned(differentiator.gradient(function(), x).gradient());
  }

  /** Value and gradient of a function with one result. */
  public ValueAndGradient valueAndGradient(double... x) {
    Arguments.requireSome("point", x);
    if (compiled != null) {
      double[] gradient = new double[x.length];
      return new ValueAndGradient(valueAndGradient(x, gradient), gradient);
    }
    Differentiator.Gradient result = differentiator.gradient(function(), x);
    return new ValueAndGradient(result.value(), Matrices.unsigned(result.gradient()));
  }

  /**
   * The value and, into the caller's array, the gradient. A compiled function allocates nothing but
   * what the function itself does.
   *
   * @param gradient as long as {@code x}; overwritten, with NaN if the compiled function throws
   */
  public double valueAndGradient(double[] x, double[] gradient) {
    Arguments.requireSome("point", x);
    Arguments.requireSome("gradient", gradient);
    Arguments.requireCount(
        "the gradient needs", x.length, "element", gradient.length, "give one for each input");
    if (gradient == x || (compiled != null && compiled.captures(gradient))) {
      ValueAndGradient apart = valueAndGradient(x);
      System.arraycopy(apart.gradient(), 0, gradient, 0, x.length);
      return apart.value();
    }
    if (compiled != null) {
      double value = compiled.valueAndGradient(x, gradient);
      if (!Double.isNaN(value) || (x.length > 0 && !Matrices.hasNaN(gradient))) {
        return value;
      }
    }
    Differentiator.Gradient result = differentiator.gradient(function(), x);
    System.arraycopy(Matrices.unsigned(result.gradient()), 0, gradient, 0, x.length);
    return result.value();
  }

  /**
   * The gradient as reals, inside a function that is itself differentiated.
   *
   * @param x reals of the enclosing differentiation
   */
  public Real[] gradient(Real... x) {
    Arguments.some("point", x, "give reals");
    return differentiator.gradient(function(), x).adjoint();
  }

  /** The derivative of order {@code n} of a function of one variable with one result. */
  public double derivative(int n, double x) {
    return derivatives(n, x)[n];
  }

  /** The value and derivatives 1 to {@code n} of a function of one variable with one result. */
  public double[] derivatives(int n, double x) {
    Real[][] all = differentiator.derivatives(ofOneInput(), Real.constant(x), n);
    double[] derivatives = new double[n + 1];
    for (int k = 0; k <= n; k++) {
      Arguments.requireOneResult("a derivative of order n", all[k].length, ALONG);
      derivatives[k] = k == 0 ? all[k][0].primal() : all[k][0].primal() + 0.0;
    }
    return derivatives;
  }

  /** The derivative of order {@code n}, inside a function that is itself differentiated. */
  public Real derivative(int n, Real x) {
    Arguments.some("point", x, "give a real");
    Real[] all = differentiator.derivatives(ofOneInput(), x, n)[n];
    Arguments.requireOneResult("a derivative of order n", all.length, ALONG);
    return all[0];
  }

  /** This function, where it can have one input only. */
  private RealFunction ofOneInput() {
    RealFunction one = function();
    if (compiled != null) {
      compiled.requireInputs(1);
    }
    return x -> {
      try {
        return one.apply(x);
      } catch (IndexOutOfBoundsException e) {
        throw new ShapeException(
            "a derivative of order n needs a function of one input; given one, this one throws "
                + e,
            ALONG,
            null,
            e);
      }
    };
  }

  /** Results and directional derivatives. */
  public ValueAndTangent valueAndJvp(double[] x, double[] direction) {
    Arguments.requireSome("point", x);
    Arguments.requireSome("direction", direction);
    ValueAndTangent quick = compiled == null ? null : compiled.jvp(x, direction);
    if (quick != null) {
      return quick;
    }
    Differentiator.Jvp result =
        differentiator.jvp(function(), Real.constants(x), Real.constants(direction));
    return new ValueAndTangent(Real.values(result.value()), Matrices.values(result.tangent()));
  }

  /** The Jacobian times {@code direction}: one directional derivative a result. */
  public double[] jvp(double[] x, double[] direction) {
    return valueAndJvp(x, direction).tangent();
  }

  /** Results, and {@code weights} times the Jacobian. */
  public ValueAndAdjoint valueAndVjp(double[] x, double[] weights) {
    Arguments.requireSome("point", x);
    Arguments.requireSome("array of weights", weights);
    ValueAndAdjoint quick = compiled == null ? null : compiled.vjp(x, weights);
    if (quick != null) {
      return quick;
    }
    Differentiator.Vjp result =
        differentiator.vjp(function(), Real.constants(x), Real.constants(weights));
    return new ValueAndAdjoint(Real.values(result.value()), Matrices.values(result.adjoint()));
  }

  /** {@code weights} times the Jacobian: one adjoint an input. */
  public double[] vjp(double[] x, double[] weights) {
    return valueAndVjp(x, weights).adjoint();
  }

  /** Results and Jacobian. */
  public ValueAndJacobian valueAndJacobian(double... x) {
    Arguments.requireSome("point", x);
    ValueAndJacobian quick = compiled == null ? null : compiled.jacobian(x);
    if (quick != null) {
      return quick;
    }
    Differentiator.Jacobian result = differentiator.jacobian(function(), Real.constants(x));
    return new ValueAndJacobian(Real.values(result.value()), Matrices.values(result.partials()));
  }

  /** The Jacobian: one row a result, one column an input. */
  public double[][] jacobian(double... x) {
    return valueAndJacobian(x).jacobian();
  }

  /** Value, gradient and Hessian of a function with one result. */
  public ValueGradientHessian valueGradientHessian(double... x) {
    Arguments.requireSome("point", x);
    ValueGradientHessian quick = compiled == null ? null : compiled.hessian(x);
    if (quick != null) {
      return quick;
    }
    Differentiator.Hessian result = differentiator.hessian(function(), Real.constants(x));
    return new ValueGradientHessian(
        result.value().primal(),
        Matrices.values(result.gradient()),
        Matrices.values(result.partials()));
  }

  /** The Hessian of a function with one result: as many rows and columns as inputs. */
  public double[][] hessian(double... x) {
    Arguments.requireSome("point", x);
    double[][] quick = compiled == null ? null : compiled.second(x);
    if (quick != null) {
      return quick;
    }
    return valueGradientHessian(x).hessian();
  }

  /** Value and gradient of a function with one result, and its Hessian times {@code direction}. */
  public ValueGradientProduct valueAndHvp(double[] x, double[] direction) {
    Arguments.requireSome("point", x);
    Arguments.requireSome("direction", direction);
    ValueGradientProduct quick = compiled == null ? null : compiled.hvp(x, direction);
    if (quick != null) {
      return quick;
    }
    Differentiator.Hvp result =
        differentiator.hvp(function(), Real.constants(x), Real.constants(direction));
    return new ValueGradientProduct(
        result.value().primal(),
        Matrices.values(result.gradient()),
        Matrices.values(result.product()));
  }

  /** The Hessian of a function with one result, times {@code direction}. */
  public double[] hvp(double[] x, double[] direction) {
    Arguments.requireSome("point", x);
    Arguments.requireSome("direction", direction);
    double[] quick = compiled == null ? null : compiled.product(x, direction);
    if (quick != null) {
      return quick;
    }
    return valueAndHvp(x, direction).product();
  }

  /**
   * Taylor coefficients of {@code t -> f(x + t * direction)}, from {@code t^0} to {@code t^order};
   * for a function with one result.
   */
  public double[] taylor(double[] x, double[] direction, int order) {
    Arguments.requireSome("point", x);
    Arguments.requireSome("direction", direction);
    Real[][] all =
        differentiator.taylor(function(), Real.constants(x), Real.constants(direction), order);
    double[] coefficients = new double[order + 1];
    for (int k = 0; k <= order; k++) {
      Arguments.requireOneResult("a Taylor series", all[k].length, "take one of its results");
      coefficients[k] = all[k][0].primal();
    }
    return coefficients;
  }

  /** One execution at {@code x}, recorded. */
  public Recording record(double... x) {
    Arguments.requireSome("point", x);
    return differentiator.record(function(), Real.constants(x));
  }

  /** The computational graph at {@code x}: values and partials. */
  public Graph graph(double... x) {
    return record(x).graph();
  }

  /** How the first result and its derivatives come about at {@code x}. */
  public Explanation explain(double... x) {
    return explain(ExplainOptions.of(), x);
  }

  /** How a result and its derivatives come about at {@code x}, in the names that are asked for. */
  public Explanation explain(ExplainOptions options, double... x) {
    Arguments.some("set of options", options, "begin with ExplainOptions.of()");
    return Explanation.of(graph(x), options);
  }

  /**
   * This function with its execution frozen: the first call records it, later calls replay the
   * recording on plain doubles and record anew only where a comparison comes out otherwise. What
   * the function captured keeps the value that it had when recorded.
   */
  public CompiledFunction compile() {
    return new CompiledFunction(this);
  }
}
