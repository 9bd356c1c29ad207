package ad4j.bench;

import ad4j.Ad;
import ad4j.CompiledFunction;
import ad4j.Differentiable;
import ad4j.engine.Mode;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.finmath.montecarlo.automaticdifferentiation.RandomVariableDifferentiable;
import net.finmath.montecarlo.automaticdifferentiation.backward.RandomVariableDifferentiableAADFactory;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.SparseGradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The gradient of {@link Rosenbrock}: every method returns it in full, but for the primal. */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RosenbrockBenchmark {
  /** How many inputs. */
  @Param({"10", "1000"})
  public int n;

  private final Differentiable function = Ad.multivariate(Rosenbrock::value);
  private final Differentiable reverse = function.in(Mode.REVERSE);
  private final Differentiable forward = function.in(Mode.FORWARD);
  private final CompiledFunction compiled = function.compile();
  private double[] x = {};

  /** Draws the point. */
  @Setup
  public void draw() {
    x = new Random(1).doubles(n, -1, 1).toArray();
  }

  /** The function itself on plain doubles. */
  @Benchmark
  public double primal() {
    return Rosenbrock.value(x);
  }

  /** The adjoint as a person would write it. */
  @Benchmark
  public double[] handWritten() {
    return Rosenbrock.gradient(x);
  }

  /** ad4j: one recording through the handles, one sweep. */
  @Benchmark
  public double[] ad4jReverse() {
    return reverse.gradient(x);
  }

  /** ad4j: a recording replayed, one sweep. */
  @Benchmark
  public double[] ad4jReplay() {
    return compiled.gradient(x);
  }

  /** ad4j: dual numbers that carry up to 64 directions a pass. */
  @Benchmark
  public double[] ad4jForward() {
    return forward.gradient(x);
  }

  /** Hipparchus, dense forward gradients. */
  @Benchmark
  public double[] hipparchusGradient() {
    Gradient[] variables = new Gradient[n];
    for (int i = 0; i < n; i++) {
      variables[i] = Gradient.variable(n, i, x[i]);
    }
    return Rosenbrock.value(variables).getGradient();
  }

  /** Hipparchus, sparse forward gradients. */
  @Benchmark
  public double[] hipparchusSparse() {
    SparseGradient[] variables = new SparseGradient[n];
    for (int i = 0; i < n; i++) {
      variables[i] = SparseGradient.createVariable(i, x[i]);
    }
    SparseGradient result = Rosenbrock.value(variables);
    double[] gradient = new double[n];
    for (int i = 0; i < n; i++) {
      gradient[i] = result.getDerivative(i);
    }
    return gradient;
  }

  /** finmath, adjoint automatic differentiation. */
  @Benchmark
  public double[] finmathAad() {
    RandomVariableDifferentiableAADFactory factory = new RandomVariableDifferentiableAADFactory();
    RandomVariableDifferentiable[] variables = new RandomVariableDifferentiable[n];
    for (int i = 0; i < n; i++) {
      variables[i] = factory.createRandomVariable(0, x[i]);
    }
    var partials = ((RandomVariableDifferentiable) Rosenbrock.value(variables)).getGradient();
    double[] gradient = new double[n];
    for (int i = 0; i < n; i++) {
      gradient[i] = Objects.requireNonNull(partials.get(variables[i].getID())).getAverage();
    }
    return gradient;
  }
}
