package ad4j;

import ad4j.engine.Engines;
import ad4j.error.NotDifferentiableException;
import ad4j.op.Arithmetic;
import ad4j.program.Checks;
import ad4j.program.Constant;
import ad4j.program.Inline;
import ad4j.program.KernelForm;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.SmallArrays;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The Programs of the derivatives of a {@link VectorProgram}, as they are compiled. */
record DerivativePrograms(VectorProgram source, Engines engines) {
  /** {@code (x, bound..., adjoint of x, seed) -> result}. */
  Program adjoint() {
    return KernelForm.of(pullback(true));
  }

  /** {@code (x, bound..., tangents of x) -> result, tangents}. */
  Program tangents(int count) {
    return KernelForm.of(engines.forward().pushforward(checked(), List.of(0), count));
  }

  /** {@code (x, adjoint of x, bound...) -> value}, or without it; the adjoint is overwritten. */
  Program gradient(boolean withValue) {
    Program added = seeded(withValue);
    Outline outline = new Outline(added.name(), added.results());
    Value x = outline.array("x");
    Value adjoint = outline.array("x'");
    int inputs = source.inputs();
    if (inputs < 0 || inputs > SmallArrays.MOST || added.calls()) {
      outline.fill(adjoint);
      return KernelForm.of(outline.call(added, outline.bound(x, adjoint)));
    }
    Value own = outline.zeros(inputs);
    outline.inline(added, outline.bound(x, own));
    outline.move(own, adjoint, inputs);
    return KernelForm.of(outline.build());
  }

  /** {@code (x, adjoint of x, bound...) -> value}, or without it; adds to the adjoint. */
  private Program seeded(boolean withValue) {
    if (!source.program().results().equals(List.of(Type.F64))) {
      throw new NotDifferentiableException("a gradient needs a function with one result", "");
    }
    Program pullback = pullback(withValue);
    Outline outline = new Outline(pullback.name(), pullback.results());
    Value x = outline.array("x");
    Value adjoint = outline.array("x'");
    List<Value> arguments = outline.bound(x);
    arguments.add(adjoint);
    arguments.add(Constant.ONE);
    return outline.call(pullback, arguments);
  }

  /** {@code (x, product, direction, bound...)}: the Hessian times a direction, nothing else. */
  Program product() {
    Program both = secondOrder(false, 1);
    Outline outline = new Outline(both.name(), List.of());
    Value x = outline.array("x");
    Value product = outline.array("product");
    Value direction = outline.array("direction");
    List<Value> arguments = outline.bound(x, outline.zeros(x));
    arguments.add(direction);
    arguments.add(product);
    return KernelForm.of(outline.call(both, arguments));
  }

  /** {@code (x, adjoint of x, product, direction, bound...) -> value}. */
  Program valueAndProduct() {
    Program both = secondOrder(true, 1);
    Outline outline = new Outline(both.name(), List.of(Type.F64));
    Value x = outline.array("x");
    Value adjoint = outline.array("x'");
    Value product = outline.array("product");
    Value direction = outline.array("direction");
    List<Value> arguments = outline.bound(x, adjoint);
    arguments.add(direction);
    arguments.add(product);
    return KernelForm.of(outline.call(both, arguments));
  }

  /** {@code (x, bound..., directions..., products...)}: the Hessian times so many directions. */
  Program products(int count) {
    return products(count, (outline, lane) -> outline.array("direction" + lane));
  }

  /**
   * {@code (x, bound..., columns...)}: so many columns of the Hessian of a function of a known
   * number of inputs. What is 0 because its direction has a single 1 is not computed.
   */
  Program columns(int from, int count) {
    return products(count, (outline, lane) -> outline.unit(source.inputs(), from + lane));
  }

  private Program products(int count, BiFunction<Outline, Integer, Value> direction) {
    Program both = secondOrder(false, count);
    Outline outline = new Outline(both.name(), List.of());
    Value x = outline.array("x");
    List<Value> arguments = outline.bound(x, outline.zeros(x));
    for (int lane = 0; lane < count; lane++) {
      arguments.add(direction.apply(outline, lane));
    }
    for (int lane = 0; lane < count; lane++) {
      arguments.add(outline.array("product" + lane));
    }
    return KernelForm.of(outline.call(both, arguments));
  }

  /** The source with its failures made explicit, so that derivatives have them, too. */
  private Program checked() {
    return Checks.of(source.program());
  }

  private Program pullback(boolean withValue) {
    return engines.reverse().pullback(checked(), List.of(0), withValue);
  }

  /** The pushforward of the gradient as it is compiled: what is relaxed already is less. */
  private Program secondOrder(boolean withValue, int count) {
    return engines.forward().pushforward(KernelForm.open(seeded(withValue)), List.of(0, 1), count);
  }

  /** A Program that consists of a call: parameters of its own, for those of another. */
  private final class Outline {
    private final ProgramBuilder builder;
    private final int results;
    private List<Value> returned = List.of();

    Outline(String name, List<Type> results) {
      builder = new ProgramBuilder(name, results);
      this.results = results.size();
    }

    Value array(String name) {
      return builder.parameter(Type.F64_ARRAY, name);
    }

    /** These values, and then parameters for what the function captured. */
    List<Value> bound(Value... first) {
      List<Value> all = new ArrayList<>(List.of(first));
      List<Parameter> parameters = source.program().parameters();
      for (Parameter bound : parameters.subList(1, parameters.size())) {
        all.add(builder.parameter(bound.type(), bound.name()));
      }
      return all;
    }

    /** Fills an array with zeros. */
    void fill(Value array) {
      Value length = builder.length(array);
      builder.append(new Op.Fill(), Type.VOID, array, Constant.of(0), length, Constant.ZERO);
    }

    /** A new array of zeros. */
    Value zeros(int length) {
      return builder.append(new Op.New(), Type.F64_ARRAY, Constant.of(length));
    }

    /** Moves so many elements; -0 becomes 0, as in an array that is added to. */
    void move(Value from, Value to, int length) {
      for (int i = 0; i < length; i++) {
        Value element = builder.load(from, Constant.of(i));
        Value unsigned = builder.apply(Arithmetic.ADD, Constant.ZERO, element);
        builder.store(to, Constant.of(i), unsigned);
      }
    }

    /** An array of zeros. */
    Value zeros(Value like) {
      return builder.append(new Op.ZeroLike(), Type.F64_ARRAY, like);
    }

    /** The direction of one of so many inputs. */
    Value unit(int inputs, int which) {
      Value unit = zeros(inputs);
      for (int i = 0; i < inputs; i++) {
        builder.store(unit, Constant.of(i), i == which ? Constant.ONE : Constant.ZERO);
      }
      return unit;
    }

    /** Calls the other Program, and returns its first results. */
    Program call(Program other, List<Value> arguments) {
      inline(other, arguments);
      return build();
    }

    /** Calls the other Program; its first results will be returned. */
    void inline(Program other, List<Value> arguments) {
      returned = Inline.call(other, builder, arguments).subList(0, results);
    }

    Program build() {
      builder.giveBack(returned);
      return builder.build();
    }
  }
}
