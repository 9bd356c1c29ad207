package ad4j;

import ad4j.engine.Differentiator;
import ad4j.engine.Mode;
import ad4j.engine.RealFunction;
import ad4j.program.Interpreter;
import ad4j.program.Kernel;
import ad4j.program.Program;
import ad4j.program.ProgramCompiler;
import ad4j.program.Raised;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of Java code by kernels. Where there is none, or where a derivative comes out as NaN,
 * the answer is null, and the function is recorded instead: that way knows the strong zero.
 */
final class CompiledCalls {
  private final VectorProgram source;
  private final Compiled compiled;
  private final Differentiator differentiator;
  private final ProgramCompiler compiler;
  private final Rounding rounding;
  private final Interpreter interpreter;
  private final Object[] bound;
  private final CompiledHessian second;
  private final Sharing sharing;

  private final boolean usesReverse;

  /** Whether the function stores to what it captured. */
  private final boolean storesToCaptured;

  CompiledCalls(VectorProgram source, Differentiator differentiator, ProgramCompiler compiler) {
    this(source, differentiator, compiler, Rounding.STRICT);
  }

  @SuppressWarnings("NullAway") // what a lambda captured may be null
  private CompiledCalls(
      VectorProgram source,
      Differentiator differentiator,
      ProgramCompiler compiler,
      Rounding rounding) {
    this.source = source;
    this.differentiator = differentiator;
    this.compiler = compiler;
    this.rounding = rounding;
    this.compiled = new Compiled(source, differentiator.engines(), rounding.of(compiler));
    this.interpreter = new Interpreter(source.program());
    this.bound = source.bound().toArray();
    this.second = new CompiledHessian(this, compiled);
    this.sharing = new Sharing(source.program());
    usesReverse = differentiator.mode() != Mode.FORWARD;
    boolean stores = false;
    for (int i = 0; i < bound.length; i++) {
      stores |= sharing.stores(1 + i);
    }
    storesToCaptured = stores;
  }

  /**
   * What the function captured, for one run of derivative code; copies of what it stores to. So
   * derivatives are those of one call from what is there now, in however many runs, and change
   * nothing.
   */
  @SuppressWarnings("NullAway") // what a lambda captured may be null
  Object[] bound() {
    if (!storesToCaptured) {
      return bound;
    }
    Object[] own = bound.clone();
    for (int i = 0; i < own.length; i++) {
      if (sharing.stores(1 + i)) {
        own[i] = Leaves.copy(own[i]);
      }
    }
    return own;
  }

  CompiledCalls in(Mode mode) {
    return new CompiledCalls(source, differentiator.in(mode), compiler, rounding);
  }

  CompiledCalls rounding(Rounding other) {
    return new CompiledCalls(source, differentiator, compiler, other);
  }

  /** The function for one call. */
  RealFunction function() {
    return new ProgramFunction(source, interpreter, sharing);
  }

  Plan plan() {
    Compiled.Derivative main = isScalar() ? compiled.gradient() : compiled.adjoint();
    return main.kernel() != null ? Plan.compiled(rounding) : Plan.recorded(main.obstacle());
  }

  List<Program> programs() {
    return isScalar()
        ? List.of(source.program(), program(Transform.GRADIENT))
        : List.of(source.program());
  }

  Program program(Transform transform) {
    return rounding.of(compiled.program(transform));
  }

  private boolean isScalar() {
    return !source.program().results().getFirst().isArray();
  }

  private void require(double[] x) {
    requireInputs(x);
    sharing.requireDistinct(source.bound(), 1);
  }

  private void requireInputs(double[] x) {
    requireInputs(x.length);
  }

  /** Asks whether the function takes so many inputs. */
  void requireInputs(int given) {
    int inputs = source.inputs();
    if (inputs >= 0) {
      Arguments.requireCount("the function has", inputs, "input", given, "");
    }
  }

  double[] values(double[] x) {
    requireInputs(x);
    boolean strict = rounding == Rounding.STRICT;
    Object[] results = strict ? null : run(compiled.primal(), given(x, bound, List.of()));
    double[] values = results == null ? source.original().at(x.clone()) : vector(results[0]);
    Arguments.requireSome("result of the function", values);
    return values;
  }

  /** Whether the function captured this array, or an array that holds it. */
  boolean captures(double[] array) {
    for (Object one : bound) {
      if (one == array || (one instanceof double[][] rows && Arrays.asList(rows).contains(array))) {
        return true;
      }
    }
    return false;
  }

  /**
   * A copy of the point if the function captured it, too: what it stores there is not the point.
   */
  double[] apart(double[] x) {
    return bound.length > 0 && captures(x) ? x.clone() : x;
  }

  /** Value and gradient; both are NaN where the exact way has to be taken. */
  double valueAndGradient(double[] x, double[] gradient) {
    require(x);
    Compiled.Derivative derivative = compiled.gradient();
    Kernel kernel = usesReverse ? derivative.kernel() : null;
    try {
      double value = kernel == null ? Double.NaN : kernel.run(apart(x), gradient, bound());
      if (kernel != null && isGood(derivative, value, gradient)) {
        return value;
      }
    } catch (RuntimeException | StackOverflowError e) {
      Arrays.fill(gradient, Double.NaN);
      again(x, e);
    }
    Arrays.fill(gradient, Double.NaN);
    return Double.NaN;
  }

  private boolean isGood(Compiled.Derivative derivative, double result, double[] derivatives) {
    return derivative.watches() ? !Double.isNaN(result) : !Matrices.hasNaN(derivatives);
  }

  /**
   * The values where compiled code failed: the original code is run, so that its own exception
   * comes out. Where it throws none, compiled code was careful: the exact way has to be taken; as
   * it has at once where another run would store to what was captured.
   */
  private double[] again(double[] x, Throwable failure) {
    if (failure instanceof Raised || InterpretedMethod.isOfJava(failure)) {
      return storesToCaptured ? new double[] {Double.NaN} : source.original().at(x.clone());
    }
    throw (RuntimeException) failure;
  }

  double @Nullable [] gradient(double[] x) {
    require(x);
    Kernel kernel = usesReverse ? compiled.gradientAlone().kernel() : null;
    if (kernel == null) {
      return null;
    }
    double[] gradient = new double[x.length];
    try {
      double result = kernel.run(apart(x), gradient, bound());
      return isGood(compiled.gradientAlone(), result, gradient) ? gradient : null;
    } catch (RuntimeException | StackOverflowError e) {
      again(x, e);
      return null;
    }
  }

  @Nullable ValueAndTangent jvp(double[] x, double[] direction) {
    requireDirection(x, direction);
    Object[] results = run(compiled.tangents(1), given(x, List.of(direction)));
    if (results == null) {
      return null;
    }
    double[] tangent = vector(results[1]);
    return Matrices.hasNaN(tangent)
        ? null
        : new ValueAndTangent(vector(results[0]), Matrices.unsigned(tangent));
  }

  @Nullable ValueAndAdjoint vjp(double[] x, double[] weights) {
    require(x);
    double[] adjoint = new double[x.length];
    Object seed = isScalar() ? weights.length == 1 ? weights[0] : null : weights;
    Kernel kernel = compiled.adjoint().kernel();
    double[] values = kernel == null || isScalar() ? weights : valuesApart(x);
    if (kernel == null || seed == null || values == null || values.length != weights.length) {
      return null; // the exact way says what is wrong
    }
    Object[] results = run(compiled.adjoint(), given(x, List.of(adjoint, seed)));
    return results == null || Matrices.hasNaN(adjoint)
        ? null
        : new ValueAndAdjoint(vector(results[0]), Matrices.unsigned(adjoint));
  }

  @Nullable ValueAndJacobian jacobian(double[] x) {
    require(x);
    double[] values = valuesApart(x);
    if (values == null) {
      return null;
    }
    return values.length < x.length ? byRows(x, values) : byColumns(x, values);
  }

  /** The values, without a trace in what was captured; or null where the exact way is to go. */
  private double @Nullable [] valuesApart(double[] x) {
    if (!storesToCaptured) {
      return values(x);
    }
    Object[] results = run(compiled.primal(), given(x, List.of()));
    return results == null ? null : vector(results[0]);
  }

  private @Nullable ValueAndJacobian byRows(double[] x, double[] values) {
    double[][] rows = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      double[] weights = new double[values.length];
      weights[i] = 1;
      ValueAndAdjoint row = vjp(x, weights);
      if (row == null) {
        return null;
      }
      rows[i] = row.adjoint();
    }
    return new ValueAndJacobian(values, rows);
  }

  private @Nullable ValueAndJacobian byColumns(double[] x, double[] values) {
    double[][] rows = new double[values.length][x.length];
    for (int pass = 0; pass < Compiled.passes(x.length); pass++) {
      int from = Compiled.from(x.length, pass);
      int count = Compiled.from(x.length, pass + 1) - from;
      Object[] results = run(compiled.tangents(count), given(x, units(x.length, from, count)));
      if (results == null) {
        return null;
      }
      for (int k = 0; k < count; k++) {
        double[] tangent = vector(results[1 + k]);
        if (Matrices.hasNaN(tangent)) {
          return null;
        }
        for (int i = 0; i < values.length; i++) {
          rows[i][from + k] = tangent[i] + 0.0;
        }
      }
    }
    return new ValueAndJacobian(values, rows);
  }

  @Nullable ValueGradientHessian hessian(double[] x) {
    double[][] hessian = second(x);
    double[] gradient = new double[x.length];
    double value = hessian == null ? Double.NaN : valueAndGradient(x, gradient);
    return hessian == null || Matrices.hasNaN(gradient)
        ? null
        : new ValueGradientHessian(value, Matrices.unsigned(gradient), hessian);
  }

  /** The Hessian alone. */
  double @Nullable [][] second(double[] x) {
    require(x);
    return hasGradient() ? second.hessian(x) : null;
  }

  /** The Hessian times a direction alone. */
  double @Nullable [] product(double[] x, double[] direction) {
    require(x);
    requireDirection(x, direction);
    return hasGradient() ? second.product(x, direction) : null;
  }

  @Nullable ValueGradientProduct hvp(double[] x, double[] direction) {
    require(x);
    requireDirection(x, direction);
    return hasGradient() ? second.valueAndProduct(x, direction) : null;
  }

  private boolean hasGradient() {
    return isScalar() && usesReverse;
  }

  /** What a kernel is asked for, at the point or a copy of it. */
  @FunctionalInterface
  interface KernelRun {
    double at(double[] point);
  }

  /** What a kernel gives, or null where the exact way has to be taken. */
  @Nullable Double run(double[] x, KernelRun run) {
    require(x);
    try {
      return run.at(apart(x));
    } catch (RuntimeException | StackOverflowError e) {
      again(x, e);
      return null;
    }
  }

  private Object @Nullable [] run(Compiled.Derivative derivative, Object[] arguments) {
    Kernel kernel = derivative.kernel();
    if (kernel == null) {
      return null;
    }
    try {
      return kernel.run(arguments);
    } catch (RuntimeException | StackOverflowError e) {
      again((double[]) arguments[0], e);
      return null;
    }
  }

  private Object[] given(double[] x, List<?> more) {
    return given(x, bound(), more);
  }

  private Object[] given(double[] x, Object[] captured, List<?> more) {
    require(x);
    List<Object> arguments = new ArrayList<>(List.of(apart(x)));
    arguments.addAll(Arrays.asList(captured));
    arguments.addAll(more);
    return arguments.toArray();
  }

  private static List<double[]> units(int length, int from, int count) {
    List<double[]> units = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double[] unit = new double[length];
      unit[from + k] = 1;
      units.add(unit);
    }
    return units;
  }

  private static double[] vector(Object result) {
    return result instanceof double[] array ? array : new double[] {(Double) result};
  }

  private static void requireDirection(double[] x, double[] direction) {
    Arguments.requireCount(
        "the direction needs", x.length, "element", direction.length, "give one for each input");
  }
}
