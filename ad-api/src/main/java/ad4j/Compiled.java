package ad4j;

import ad4j.engine.Engines;
import ad4j.error.LimitException;
import ad4j.error.NotDifferentiableException;
import ad4j.program.Kernel;
import ad4j.program.NanWatch;
import ad4j.program.Program;
import ad4j.program.ProgramCompiler;
import ad4j.program.SmallArrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Derivatives of a {@link VectorProgram} as kernels, each made when it is first asked for. */
final class Compiled {
  /** A kernel to come, or the reason why there is none. */
  static final class Derivative {
    private final Supplier<Program> program;
    private final ProgramCompiler compiler;
    private boolean watches;
    private volatile @Nullable Kernel kernel;
    private volatile @Nullable String obstacle;

    /** The parameter that holds the derivatives, if it can be watched; else -1. */
    private final int result;

    Derivative(ProgramCompiler compiler, Supplier<Program> program) {
      this(compiler, -1, program);
    }

    Derivative(ProgramCompiler compiler, int result, Supplier<Program> program) {
      this.compiler = compiler;
      this.result = result;
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
          Program plain = program.get();
          Program made = result < 0 ? plain : NanWatch.of(plain, result);
          watches = made != plain;
          kernel = compiler.compile(made);
        } catch (NotDifferentiableException | LimitException e) {
          obstacle = e.what();
        }
      }
      return kernel;
    }

    /** Whether the result of the kernel is NaN where a derivative is, see {@link NanWatch}. */
    boolean watches() {
      return watches;
    }

    /** Why there is no kernel. */
    String obstacle() {
      String reason = kernel() == null ? obstacle : null;
      return reason == null ? "" : reason;
    }
  }

  /** Kernels for several directions at a time, by how many they are. */
  private static final class Lanes {
    private final Derivative[] all = new Derivative[LANES];

    Lanes(ProgramCompiler compiler, IntFunction<Program> program) {
      for (int i = 0; i < LANES; i++) {
        int count = i + 1;
        all[i] = new Derivative(compiler, () -> program.apply(count));
      }
    }

    Derivative of(int count) {
      return all[count - 1];
    }
  }

  private final DerivativePrograms programs;
  private final Derivative primal;
  private final Derivative gradient;
  private final Derivative gradientAlone;
  private final Derivative product;
  private final Derivative valueAndProduct;
  private final Derivative adjoint;
  private final Lanes tangents;
  private final Lanes products;
  private final Derivative[] columns;
  private final ProgramCompiler compiler;

  /** By how many inputs there are. */
  private final AtomicReferenceArray<@Nullable Derivative> hessians =
      new AtomicReferenceArray<>(FEW + 1);

  /** With so many inputs at most, a Hessian may be had at once. */
  static final int FEW = SmallArrays.MOST;

  /**
   * As many directions a pass at most: with more of them, what a loop works on is not held in the
   * registers of the machine any more.
   */
  static final int LANES = 4;

  Compiled(VectorProgram source, Engines engines, ProgramCompiler compiler) {
    this.compiler = compiler;
    this.programs = new DerivativePrograms(source, engines);
    primal = new Derivative(compiler, source::program);
    gradient = new Derivative(compiler, 1, () -> programs.gradient(true));
    gradientAlone = new Derivative(compiler, 1, () -> programs.gradient(false));
    product = new Derivative(compiler, programs::product);
    valueAndProduct = new Derivative(compiler, programs::valueAndProduct);
    adjoint = new Derivative(compiler, programs::adjoint);
    tangents = new Lanes(compiler, programs::tangents);
    products = new Lanes(compiler, programs::products);
    columns = new Derivative[passes(Math.max(source.inputs(), 0))];
    for (int i = 0; i < columns.length; i++) {
      int from = from(source.inputs(), i);
      int count = from(source.inputs(), i + 1) - from;
      columns[i] = new Derivative(compiler, () -> programs.columns(from, count));
    }
  }

  /** In how many passes so many directions are taken. */
  static int passes(int directions) {
    return (directions + LANES - 1) / LANES;
  }

  /** The first direction of a pass: passes are as equal as they can be. */
  static int from(int directions, int pass) {
    return (int) ((long) directions * pass / passes(directions));
  }

  /** {@code (x, adjoint of x, bound...) -> value}. */
  Derivative gradient() {
    return gradient;
  }

  /** {@code (x, adjoint of x, bound...)}, without the value. */
  Derivative gradientAlone() {
    return gradientAlone;
  }

  /** {@code (x, product, direction, bound...)}: the Hessian times a direction. */
  Derivative product() {
    return product;
  }

  /** {@code (x, adjoint of x, product, direction, bound...) -> value}. */
  Derivative valueAndProduct() {
    return valueAndProduct;
  }

  /** {@code (x, bound..., adjoint of x, seed) -> result}. */
  Derivative adjoint() {
    return adjoint;
  }

  /** {@code (x, bound..., tangents of x) -> result, tangents}. */
  Derivative tangents(int count) {
    return tangents.of(count);
  }

  /** {@code (x, bound..., directions..., products...)}: the Hessian times so many directions. */
  Derivative products(int count) {
    return products.of(count);
  }

  /** {@code (x, rows..., bound...) -> sum}: the Hessian at so few inputs, at once. */
  Derivative hessian(int inputs) {
    Derivative known = hessians.get(inputs);
    if (known == null) {
      Derivative fresh = new Derivative(compiler, () -> programs.hessian(inputs));
      known = hessians.compareAndSet(inputs, null, fresh) ? fresh : hessian(inputs);
    }
    return known;
  }

  /** {@code (x, bound...) -> result}: the function itself. */
  Derivative primal() {
    return primal;
  }

  /** Whether {@link #columns} is there: the number of inputs is known. */
  boolean hasColumns() {
    return columns.length > 0;
  }

  /** {@code (x, bound..., columns...)}: the columns of the Hessian of this pass. */
  Derivative columns(int pass) {
    return columns[pass];
  }

  /** A Program as it is compiled, for readers. */
  Program program(Transform transform) {
    return switch (transform) {
      case NONE -> programs.source().program();
      case GRADIENT -> programs.gradient(true);
      case VJP -> programs.adjoint();
      case JVP -> programs.tangents(1);
      case HVP -> programs.product();
    };
  }
}
