package ad4j;

import ad4j.engine.Engines;
import ad4j.error.LimitException;
import ad4j.error.NotDifferentiableException;
import ad4j.program.Constant;
import ad4j.program.DeadLoops;
import ad4j.program.Inline;
import ad4j.program.Kernel;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.ProgramCompiler;
import ad4j.program.Relax;
import ad4j.program.Simplify;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Derivatives of a {@link VectorProgram} as kernels, each made when it is first asked for. */
final class Compiled {
  /** A kernel to come, or the reason why there is none. */
  static final class Derivative {
    private final Supplier<Program> program;
    private final ProgramCompiler compiler;
    private volatile @Nullable Kernel kernel;
    private volatile @Nullable String obstacle;

    Derivative(ProgramCompiler compiler, Supplier<Program> program) {
      this.compiler = compiler;
      this.program = program;
    }

    /** The kernel, or null. */
    @Nullable Kernel kernel() {
      Kernel known = kernel;
      return known != null || obstacle != null ? known : make();
    }

    private synchronized @Nullable Kernel make() {
      if (kernel == null && obstacle == null) {
        try {
          kernel = compiler.compile(finished(program.get()));
        } catch (NotDifferentiableException | LimitException e) {
          obstacle = e.what();
        }
      }
      return kernel;
    }

    /** Why there is no kernel. */
    String obstacle() {
      String reason = kernel() == null ? obstacle : null;
      return reason == null ? "" : reason;
    }
  }

  private final VectorProgram source;
  private final Engines engines;
  private final ProgramCompiler compiler;
  private final Derivative gradient;
  private final Derivative gradientAlone;
  private final Derivative product;
  private final Derivative adjoint;
  private final Derivative tangent;
  private final @Nullable Derivative[] lanes = new Derivative[LANES + 1];
  private final @Nullable Derivative[] hessianLanes = new Derivative[LANES + 1];

  /** As many directions a pass at most. */
  static final int LANES = 10;

  Compiled(VectorProgram source, Engines engines, ProgramCompiler compiler) {
    this.source = source;
    this.engines = engines;
    this.compiler = compiler;
    gradient = new Derivative(compiler, () -> seeded(true));
    gradientAlone = new Derivative(compiler, () -> seeded(false));
    product = new Derivative(compiler, () -> secondOrder(1));
    adjoint = new Derivative(compiler, () -> pullback(true));
    tangent = new Derivative(compiler, () -> pushforward(1));
    for (int k = 1; k <= LANES; k++) {
      int count = k;
      lanes[k] = new Derivative(compiler, () -> pushforward(count));
      hessianLanes[k] = new Derivative(compiler, () -> secondOrder(count));
    }
  }

  VectorProgram source() {
    return source;
  }

  /** {@code (x, adjoint of x, bound...) -> value}. */
  Derivative gradient() {
    return gradient;
  }

  /** {@code (x, adjoint of x, bound...)}, without the value. */
  Derivative gradientAlone() {
    return gradientAlone;
  }

  /** {@code (x, bound..., adjoint of x, seed) -> result}. */
  Derivative adjoint() {
    return adjoint;
  }

  /** {@code (x, bound..., tangents of x) -> result, tangents}. */
  Derivative tangents(int count) {
    Derivative all = lanes[count];
    return all == null ? tangent : all;
  }

  /** {@code (x, adjoint, bound..., tangents of x, tangents of adjoint) -> value, its tangents}. */
  Derivative products(int count) {
    Derivative all = hessianLanes[count];
    return all == null ? product : all;
  }

  /** The primal, compiled: for checks. */
  Kernel primal() {
    return compiler.compile(Simplify.simplify(source.program()));
  }

  /** The Program of the gradient, for readers. */
  Program gradientProgram() {
    return finished(seeded(true));
  }

  /** A Program as it is compiled, for readers. */
  Program program(Transform transform) {
    return switch (transform) {
      case NONE -> Simplify.simplify(source.program());
      case GRADIENT -> gradientProgram();
      case VJP -> finished(pullback(true));
      case JVP -> finished(pushforward(1));
      case HVP -> finished(secondOrder(1));
    };
  }

  private boolean isScalar() {
    return source.program().results().equals(List.of(Type.F64));
  }

  private Program pullback(boolean withValue) {
    return engines.reverse().pullback(source.program(), List.of(0), withValue);
  }

  private Program pushforward(int count) {
    return engines.forward().pushforward(source.program(), List.of(0), count);
  }

  private Program seeded(boolean withValue) {
    if (!isScalar()) {
      throw new NotDifferentiableException("a gradient needs a function with one result", "");
    }
    Program pullback = pullback(withValue);
    ProgramBuilder builder = new ProgramBuilder(pullback.name(), pullback.results());
    Parameter x = builder.parameter(Type.F64_ARRAY, "x");
    Parameter shadow = builder.parameter(Type.F64_ARRAY, "x'");
    List<Value> arguments = new ArrayList<>(List.of(x));
    for (Parameter bound : source.program().parameters().subList(1, boundEnd())) {
      arguments.add(builder.parameter(bound.type(), bound.name()));
    }
    arguments.add(shadow);
    arguments.add(Constant.ONE);
    builder.giveBack(Inline.call(pullback, builder, arguments));
    return Simplify.simplify(builder.build());
  }

  private int boundEnd() {
    return source.program().parameters().size();
  }

  private Program secondOrder(int count) {
    Program first = Simplify.simplify(seeded(true));
    Program both = engines.forward().pushforward(first, List.of(0, 1), count);
    ProgramBuilder builder = new ProgramBuilder(both.name(), first.results());
    List<Value> arguments = new ArrayList<>();
    for (Parameter parameter : both.parameters()) {
      arguments.add(builder.parameter(parameter.type(), parameter.name()));
    }
    // The value's own tangents are left out, and so is what only they need.
    builder.giveBack(Inline.call(both, builder, arguments).subList(0, first.results().size()));
    return builder.build();
  }

  private static Program finished(Program program) {
    Program simple = Simplify.simplify(program);
    return Simplify.simplify(DeadLoops.remove(Simplify.simplify(Relax.of(simple))));
  }
}
