package ad4j;

import ad4j.engine.Engines;
import ad4j.error.NotDifferentiableException;
import ad4j.program.Constant;
import ad4j.program.KernelForm;
import ad4j.program.Program;
import ad4j.program.SmallArrays;
import ad4j.program.Type;
import ad4j.program.Value;
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
    return KernelForm.of(
        engines.forward().pushforward(KernelForm.source(source.program()), List.of(0), count));
  }

  /** {@code (x, adjoint of x, bound...) -> value}, or without it; the adjoint is overwritten. */
  Program gradient(boolean withValue) {
    Program added = seeded(withValue);
    Outline outline = new Outline(source, added.name(), added.results());
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
    Outline outline = new Outline(source, pullback.name(), pullback.results());
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
    Outline outline = new Outline(source, both.name(), List.of());
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
    Outline outline = new Outline(source, both.name(), List.of(Type.F64));
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

  /**
   * {@code (x, rows..., bound...) -> sum}: the Hessian at so many inputs, at once.
   *
   * @throws NotDifferentiableException if that would not be better than column by column
   */
  Program hessian(int inputs) {
    VectorProgram sized = source.sized(inputs);
    if (sized == null) {
      throw new NotDifferentiableException(
          "the function cannot be specialised for so many inputs", "");
    }
    Program gradient = new DerivativePrograms(sized, engines).seeded(false);
    return new WholeHessian(sized, engines).of(gradient);
  }

  private Program products(int count, BiFunction<Outline, Integer, Value> direction) {
    Program both = secondOrder(false, count);
    Outline outline = new Outline(source, both.name(), List.of());
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

  private Program pullback(boolean withValue) {
    return engines.reverse().pullback(KernelForm.source(source.program()), List.of(0), withValue);
  }

  /** The pushforward of the gradient as it is compiled: what is relaxed already is less. */
  private Program secondOrder(boolean withValue, int count) {
    return engines.forward().pushforward(KernelForm.open(seeded(withValue)), List.of(0, 1), count);
  }
}
