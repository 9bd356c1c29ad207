package ad4j.engine;

import ad4j.error.ConfigurationException;
import ad4j.error.NotDifferentiableException;
import ad4j.error.ShapeException;
import ad4j.op.Real;
import java.util.Arrays;
import java.util.List;

/**
 * Every derivative, made of the one primitive that each kind of engine owes. Works on {@link Real},
 * so that its results can be differentiated again. Immutable and thread-safe.
 *
 * <p>Where one mode's sum meets an indeterminate form (infinity minus infinity) that the other's
 * does not, the other's number is the answer; so both modes agree at every point.
 */
public final class Differentiator {
  private final Engines engines;
  private final Mode mode;

  /** Differentiates with these engines. */
  public Differentiator(Engines engines, Mode mode) {
    this.engines = engines;
    this.mode = mode;
  }

  /** The same in another mode. */
  public Differentiator in(Mode other) {
    return new Differentiator(engines, other);
  }

  /** The engines it uses. */
  public Engines engines() {
    return engines;
  }

  /** The mode it works in. */
  public Mode mode() {
    return mode;
  }

  /** The value and the derivative in a direction: one pass. */
  public Jvp jvp(RealFunction f, Real[] x, Real[] direction) {
    requireDirection(x, direction);
    return switch (pick(ForwardEngine.class)) {
      case ForwardEngine forward -> new Propagation(engines).push(forward, f, x, direction);
      case ReverseEngine reverse ->
          new Propagation(engines).pushByPulling(reverse, f, x, direction);
    };
  }

  /** The value and the adjoints of the inputs for these weights of the results. */
  public Vjp vjp(RealFunction f, Real[] x, Real[] weights) {
    return switch (pick(ReverseEngine.class)) {
      case ForwardEngine forward -> new Propagation(engines).pullByPushing(forward, f, x, weights);
      case ReverseEngine reverse -> new Propagation(engines).pull(reverse, f, x, weights);
    };
  }

  /** The value and all partials: {@code partials[i][j]} is that of result i by input j. */
  public Jacobian jacobian(RealFunction f, Real[] x) {
    boolean either =
        mode == Mode.AUTO && engines.has(ForwardEngine.class) && engines.has(ReverseEngine.class);
    return either && x.length > 1
        ? new Propagation(engines).jacobian(f, x)
        : new Propagation(engines).jacobian(pick(ForwardEngine.class), f, x);
  }

  /** The value and the gradient of a function with one result. */
  public Vjp gradient(RealFunction f, Real[] x) {
    Jacobian jacobian = jacobian(f, x);
    requireScalar(jacobian.value().length);
    return new Vjp(jacobian.value(), jacobian.partials()[0]);
  }

  /** Value and gradient at plain doubles, where nothing is boxed that the engine does not box. */
  public Gradient gradient(RealFunction f, double[] x) {
    boolean reverse = mode == Mode.AUTO && x.length > 1 && engines.has(ReverseEngine.class);
    if ((reverse ? engines.reverse() : pick(ForwardEngine.class)) instanceof ReverseEngine engine) {
      try (Pullback pullback = engine.pullback(f, x)) {
        double[] values = pullback.values();
        requireScalar(values.length);
        double[] adjoints = pullback.adjoints(new double[] {1});
        if (!anyNaN(adjoints)) {
          return new Gradient(values[0], adjoints);
        }
      }
    }
    Vjp gradient = gradient(f, Real.constants(x));
    return new Gradient(gradient.value()[0].primal(), Real.values(gradient.adjoint()));
  }

  /**
   * Value, gradient and Hessian of a function with one result: by default forward over reverse, in
   * one run of {@code f}.
   */
  public Hessian hessian(RealFunction f, Real[] x) {
    Jacobian second = outer(x.length).jacobian(gradientAndValue(f), x);
    int n = x.length;
    Real[] gradient = Arrays.copyOf(second.value(), n);
    Real[][] partials = Arrays.copyOf(second.partials(), n);
    return new Hessian(second.value()[n], gradient, partials);
  }

  /** The product of the Hessian with a direction: one pass over the gradient. */
  public Hvp hvp(RealFunction f, Real[] x, Real[] direction) {
    Jvp second = outer(1).jvp(gradientAndValue(f), x, direction);
    int n = x.length;
    return new Hvp(
        second.value()[n], Arrays.copyOf(second.value(), n), Arrays.copyOf(second.tangent(), n));
  }

  /**
   * Value and derivatives 1 to {@code order} of every result of a function of one variable: {@code
   * [k][i]} is the k-th derivative of result i.
   */
  public Real[][] derivatives(RealFunction f, Real x, int order) {
    requireOrder(order);
    return switch (pick(ForwardEngine.class)) {
      case ForwardEngine forward -> new Propagation(engines).series(forward, f, x, order);
      case ReverseEngine reverse -> new Propagation(engines).nested(reverse, f, x, order);
    };
  }

  /** The Taylor coefficients of {@code t -> f(x + t * direction)}: {@code [k][i]}. */
  public Real[][] taylor(RealFunction f, Real[] x, Real[] direction, int order) {
    requireOrder(order);
    requireDirection(x, direction);
    return engines.forward().taylor(f, x, direction, order);
  }

  /** One execution, recorded. */
  public Recording record(RealFunction f, Real[] x) {
    for (Engine engine : engines.all()) {
      if (engine instanceof ReverseEngine reverse
          && reverse.pullback(f, x) instanceof Recording recording) {
        return recording;
      }
    }
    if (engines.has(ReverseEngine.class) && Activation.running()) {
      throw new NotDifferentiableException(
          "a recording cannot be made inside a differentiation", "record outside of it");
    }
    throw new ConfigurationException(List.of("no engine is installed that records a graph"));
  }

  private RealFunction gradientAndValue(RealFunction f) {
    Differentiator inner = preferring(Mode.REVERSE, ReverseEngine.class);
    return x -> {
      Vjp gradient = inner.gradient(f, x);
      Real[] both = Arrays.copyOf(gradient.adjoint(), x.length + 1);
      both[x.length] = gradient.value()[0];
      return both;
    };
  }

  private Differentiator outer(int inputs) {
    return inputs > 0 ? preferring(Mode.FORWARD, ForwardEngine.class) : this;
  }

  /** This in the other mode, if this may choose and there is an engine for it. */
  private Differentiator preferring(Mode other, Class<? extends Engine> kind) {
    return mode == Mode.AUTO && engines.has(kind) ? in(other) : this;
  }

  private Engine pick(Class<? extends Engine> cheaper) {
    Class<? extends Engine> kind =
        switch (mode) {
          case FORWARD -> ForwardEngine.class;
          case REVERSE -> ReverseEngine.class;
          case AUTO -> engines.has(cheaper) ? cheaper : Engine.class;
        };
    return kind == ReverseEngine.class
        ? engines.reverse()
        : kind == ForwardEngine.class ? engines.forward() : engines.first();
  }

  private static boolean anyNaN(double[] values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }

  private static void requireScalar(int results) {
    if (results != 1) {
      throw new ShapeException(
          "a gradient needs a function with one result; this one has " + results,
          "ask for its jacobian");
    }
  }

  private static void requireOrder(int order) {
    if (order < 0) {
      throw new ShapeException("the order of a derivative cannot be " + order, "use 0 or more");
    }
  }

  private static void requireDirection(Real[] x, Real[] direction) {
    if (direction.length != x.length) {
      throw ShapeException.ofCount(
          "the direction needs", x.length, "element", direction.length, "give one for each input");
    }
  }

  /** A value and the derivative in a direction, each as long as the function has results. */
  @SuppressWarnings("ArrayRecordComponent") // a hand-over; the public results copy
  public record Jvp(Real[] value, Real[] tangent) {}

  /** A value, and adjoints as long as the function has inputs. */
  @SuppressWarnings("ArrayRecordComponent") // as above
  public record Vjp(Real[] value, Real[] adjoint) {}

  /** A value and its gradient, as long as the function has inputs. */
  @SuppressWarnings("ArrayRecordComponent") // as above
  public record Gradient(double value, double[] gradient) {}

  /** A value and its partials: one row a result, one column an input. */
  @SuppressWarnings("ArrayRecordComponent") // as above
  public record Jacobian(Real[] value, Real[][] partials) {}

  /** A value, its gradient, and the square matrix of second partials. */
  @SuppressWarnings("ArrayRecordComponent") // as above
  public record Hessian(Real value, Real[] gradient, Real[][] partials) {}

  /** A value, its gradient, and the Hessian times the direction. */
  @SuppressWarnings("ArrayRecordComponent") // as above
  public record Hvp(Real value, Real[] gradient, Real[] product) {}
}
