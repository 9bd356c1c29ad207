package ad4j;

import ad4j.engine.Differentiator;
import ad4j.engine.RealFunction;
import ad4j.error.LimitException;
import ad4j.error.NotDifferentiableException;
import ad4j.error.ShapeException;
import ad4j.op.Real;
import ad4j.program.FunctionReader;
import ad4j.program.Interpreter;
import ad4j.program.Kernel;
import ad4j.program.KernelForm;
import ad4j.program.Program;
import ad4j.program.ProgramCompiler;
import ad4j.program.Raised;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A function in plain Java of arguments of any kind: numbers, arrays, records of these.
 * Differentiated by all of them that hold doubles, or by those that {@link #wrt} names. Immutable
 * and thread-safe. Arguments are never changed.
 */
public final class MixedFunction {
  private final JavaFunction function;
  private final int count;
  private final FunctionReader.Reading read;
  private final MixedSignature signature;
  private final Sharing sharing;
  private final Installation installation;
  private final @Nullable List<Integer> asked;
  private final Rounding rounding;
  private volatile @Nullable Made made;

  /** A kernel for these leaves. */
  private record Made(List<Integer> leaves, @Nullable Kernel kernel, String obstacle) {}

  MixedFunction(
      JavaFunction function, int count, FunctionReader.Reading read, Installation installation) {
    this(function, count, read, installation, null, Rounding.STRICT);
    signature.requireTaken();
  }

  private MixedFunction(
      JavaFunction function,
      int count,
      FunctionReader.Reading read,
      Installation installation,
      @Nullable List<Integer> asked,
      Rounding rounding) {
    this.function = function;
    this.count = count;
    this.read = read;
    this.signature = new MixedSignature(read);
    this.sharing = new Sharing(read.program());
    this.installation = installation;
    this.asked = asked;
    this.rounding = rounding;
  }

  /** The same function, differentiated by the arguments with these indices, from 0. */
  public MixedFunction wrt(int... arguments) {
    Arguments.some("array of arguments", arguments, "name some, or none for all");
    List<Integer> named = Arrays.stream(arguments).boxed().toList();
    signature.requireDoubles(named);
    return new MixedFunction(function, count, read, installation, named, rounding);
  }

  /** The same function, with sums in compiled code rounded so. Its value is the method's own. */
  public MixedFunction rounding(Rounding other) {
    Rounding given = Arguments.rounding(other);
    return new MixedFunction(function, count, read, installation, asked, given);
  }

  /** The value: that of the Java code itself, on copies of the arguments. */
  public double value(Object... arguments) {
    signature.requireCount(arguments);
    signature.requireTypes(arguments);
    return called(arguments);
  }

  private double called(Object[] arguments) {
    @Nullable Object[] copies = new @Nullable Object[count];
    for (int i = 0; i < count; i++) {
      List<@Nullable Object> leaves = new ArrayList<>();
      Leaves.of(arguments[i]).forEach(leaf -> leaves.add(Leaves.copy(leaf)));
      copies[i] = Leaves.rebuilt(arguments[i], leaves.iterator());
    }
    return call(copies);
  }

  /** The gradients by the arguments that were asked for, in that order. */
  public List<Object> gradient(Object... arguments) {
    return valueAndGradient(arguments).gradients();
  }

  /** The value, and the gradients by the arguments that were asked for, in that order. */
  public ValueAndGradients valueAndGradient(Object... arguments) {
    signature.requireCount(arguments);
    ValueAndGradients quick = new Call(arguments).compiled();
    return quick != null ? quick : new Call(arguments).recorded();
  }

  /**
   * How it is run for these arguments, and why.
   *
   * @throws ShapeException if there are not as many as the function takes
   */
  public Plan plan(Object... arguments) {
    signature.requireCount(arguments, "a plan is that of a call: give it the same arguments");
    Made kernel = made(new Call(arguments).active());
    return kernel.kernel() != null ? Plan.compiled(rounding) : Plan.recorded(kernel.obstacle());
  }

  @SuppressWarnings({"unchecked", "rawtypes", "NullAway"}) // the arguments are the user's own
  private double call(@Nullable Object[] a) {
    return switch (function) {
      case JavaFunction.Mixed1 f -> f.at(a[0]);
      case JavaFunction.Mixed2 f -> f.at(a[0], a[1]);
      case JavaFunction.Mixed3 f -> f.at(a[0], a[1], a[2]);
      case JavaFunction.Mixed4 f -> f.at(a[0], a[1], a[2], a[3]);
      case JavaFunction.Mixed5 f -> f.at(a[0], a[1], a[2], a[3], a[4]);
      case JavaFunction.Mixed6 f -> f.at(a[0], a[1], a[2], a[3], a[4], a[5]);
      default -> Double.NaN;
    };
  }

  private Made made(List<Integer> active) {
    Made known = made;
    if (known == null || !known.leaves().equals(active)) {
      known = make(active);
      made = known;
    }
    return known;
  }

  private Made make(List<Integer> active) {
    try {
      Program source = KernelForm.source(read.program());
      Program pullback = installation.engines().reverse().pullback(source, active, true);
      ProgramCompiler compiler = rounding.of(JavaFunctions.compiler(installation));
      return new Made(active, compiler.compile(KernelForm.of(pullback)), "");
    } catch (NotDifferentiableException | LimitException e) {
      return new Made(active, null, e.what());
    }
  }

  /** One call: its arguments as leaves. */
  private final class Call {
    private final Object[] arguments;
    private final List<@Nullable Object> leaves = new ArrayList<>(read.captured());

    /** For each argument, its first leaf. */
    private final int[] begins = new int[count + 1];

    Call(Object[] arguments) {
      this.arguments = arguments;
      signature.requireTypes(arguments);
      for (int i = 0; i < count; i++) {
        begins[i] = leaves.size();
        leaves.addAll(Leaves.of(arguments[i]));
      }
      begins[count] = leaves.size();
      sharing.requireDistinct(read.captured(), 0);
      for (int i = 0; i < leaves.size(); i++) {
        if (sharing.stores(i)) {
          leaves.set(i, Leaves.copy(leaves.get(i)));
        }
      }
    }

    /**
     * @throws ShapeException if gradients are asked of what is null, or of rows that are the same
     *     and are stored to
     */
    private List<Integer> distinct(List<Integer> active) {
      for (int leaf : active) {
        Object given = leaves.get(leaf);
        if (given == null) {
          throw new ShapeException("an array by which is differentiated is null", "");
        }
        sharing.requireDistinctRows(given, leaf);
      }
      return active;
    }

    List<Integer> active() {
      List<Integer> all = new ArrayList<>();
      List<Integer> named = asked;
      for (int argument : named == null ? IntStream.range(0, count).boxed().toList() : named) {
        for (int leaf = begins[argument]; leaf < begins[argument + 1]; leaf++) {
          if (read.program().parameters().get(leaf).type().isReal()) {
            all.add(leaf);
          }
        }
      }
      Collections.sort(all);
      return all;
    }

    @Nullable ValueAndGradients compiled() {
      List<Integer> active = distinct(active());
      Kernel kernel = made(active).kernel();
      if (kernel == null) {
        return null;
      }
      List<@Nullable Object> given = new ArrayList<>();
      leaves.forEach(leaf -> given.add(Leaves.given(leaf)));
      List<@Nullable Object> gradients = nothing();
      for (int leaf : active) {
        Object shadow = Leaves.zeros(leaves.get(leaf));
        if (shadow != null) {
          given.add(shadow);
          gradients.set(leaf, shadow);
        }
      }
      given.add(1.0);
      Object[] results = run(kernel, given);
      if (results == null) {
        return null;
      }
      int next = 1;
      for (int leaf : active) {
        if (gradients.get(leaf) == null) {
          gradients.set(leaf, results[next++]);
        }
        if (Arrays.stream(Leaves.numbers(gradients.get(leaf))).anyMatch(Double::isNaN)) {
          return null;
        }
      }
      return result((Double) results[0], gradients);
    }

    private List<@Nullable Object> nothing() {
      List<@Nullable Object> none = new ArrayList<>();
      for (int i = 0; i < leaves.size(); i++) {
        none.add(null);
      }
      return none;
    }

    @SuppressWarnings("NullAway") // an array of the user's may be null
    private Object @Nullable [] run(Kernel kernel, List<@Nullable Object> given) {
      try {
        return kernel.run(given.toArray());
      } catch (RuntimeException | StackOverflowError e) {
        if (e instanceof Raised || InterpretedMethod.isOfJava(e)) {
          called(arguments); // throws the user's own exception; if not, the exact way is taken
          return null;
        }
        throw e;
      }
    }

    private NotDifferentiableException exception(Raised raised) {
      Original again = x -> new double[] {called(arguments)};
      return again.exception(new double[0], raised);
    }

    ValueAndGradients recorded() {
      List<Integer> active = active();
      double[] x =
          active.stream()
              .flatMapToDouble(leaf -> Arrays.stream(Leaves.numbers(leaves.get(leaf))))
              .toArray();
      Differentiator.Gradient gradient = installation.differentiator().gradient(onReals(active), x);
      Iterator<Double> numbers = Arrays.stream(Matrices.unsigned(gradient.gradient())).iterator();
      List<@Nullable Object> gradients = nothing();
      for (int leaf : active) {
        gradients.set(leaf, Leaves.with(leaves.get(leaf), numbers));
      }
      return result(gradient.value(), gradients);
    }

    @SuppressWarnings("NullAway") // an array of the user's may be null
    private RealFunction onReals(List<Integer> active) {
      return x -> {
        Iterator<Real> numbers = List.of(x).iterator();
        Object[] given = new Object[leaves.size()];
        for (int i = 0; i < given.length; i++) {
          given[i] =
              active.contains(i)
                  ? reals(leaves.get(i), numbers)
                  : ProgramFunction.onReals(Leaves.given(leaves.get(i)));
        }
        try {
          return new Real[] {(Real) new Interpreter(read.program()).onReals().apply(given)[0]};
        } catch (Raised raised) {
          throw exception(raised);
        } catch (RuntimeException e) {
          throw InterpretedMethod.isOfJava(e) ? exception(new Raised(e.toString(), null)) : e;
        }
      };
    }

    private static @Nullable Object reals(@Nullable Object leaf, Iterator<Real> numbers) {
      return switch (leaf) {
        case null -> null;
        case Double _ -> numbers.next();
        default ->
            Leaves.isOfDoubles(leaf.getClass())
                ? Leaves.reals(leaf, x -> numbers.next(), false)
                : leaf;
      };
    }

    private ValueAndGradients result(double value, List<@Nullable Object> gradients) {
      List<Object> byArgument = new ArrayList<>();
      List<Integer> named = asked;
      for (int i : named == null ? holdingDoubles() : named) {
        List<@Nullable Object> parts = new ArrayList<>();
        for (int leaf = begins[i]; leaf < begins[i + 1]; leaf++) {
          Object gradient = gradients.get(leaf);
          parts.add(gradient != null ? gradient : leaves.get(leaf));
        }
        Object whole = Leaves.rebuilt(arguments[i], parts.iterator());
        if (whole != null) {
          byArgument.add(whole);
        }
      }
      return new ValueAndGradients(value, byArgument);
    }

    private List<Integer> holdingDoubles() {
      return IntStream.range(0, count)
          .filter(
              i ->
                  IntStream.range(begins[i], begins[i + 1])
                      .anyMatch(leaf -> read.program().parameters().get(leaf).type().isReal()))
          .boxed()
          .toList();
    }
  }
}
