package ad4j;

import ad4j.program.Checks;
import ad4j.program.Constant;
import ad4j.program.Inline;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Regions;
import ad4j.program.Simplify;
import ad4j.program.SmallArrays;
import ad4j.program.Specialize;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Program whose first parameter is the array of all inputs, which it does not change, and whose
 * one result is a double or an array of them; and what its other parameters are given.
 *
 * @param program the Program
 * @param bound its further arguments: what a lambda captured
 * @param inputs how many inputs it has, or -1 if any number will do
 * @param original the code that it was read from
 */
record VectorProgram(Program program, List<@Nullable Object> bound, int inputs, Original original) {

  /** What the inputs are in the Program as it was read, after what it captured. */
  sealed interface Shape {
    /** One array. */
    record Array() implements Shape {}

    /** So many doubles. */
    record Numbers(int count) implements Shape {}

    /** One array, and one for as many results. */
    record ArrayTo(int results) implements Shape {}
  }

  /** Brings a Program into this form. */
  static VectorProgram of(
      Program read, List<@Nullable Object> captured, Shape shape, Original original) {
    List<Type> results = shape instanceof Shape.ArrayTo ? List.of(Type.F64_ARRAY) : read.results();
    ProgramBuilder builder = new ProgramBuilder(read.name(), results);
    Parameter x = builder.parameter(Type.F64_ARRAY, "x");
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < captured.size(); i++) {
      Parameter parameter = read.parameters().get(i);
      arguments.add(builder.parameter(parameter.type(), parameter.name()));
    }
    Value y = null;
    switch (shape) {
      case Shape.Array _ -> arguments.add(own(builder, read, captured.size(), x));
      case Shape.Numbers numbers -> {
        for (int i = 0; i < numbers.count(); i++) {
          arguments.add(builder.load(x, Constant.of(i)));
        }
      }
      case Shape.ArrayTo to -> {
        y = builder.append(new Op.New(), Type.F64_ARRAY, Constant.of(to.results()));
        arguments.add(own(builder, read, captured.size(), x));
        arguments.add(y);
      }
    }
    List<Value> returned = Inline.call(read, builder, arguments);
    builder.giveBack(y == null ? returned : List.of(y));
    int inputs = shape instanceof Shape.Numbers numbers ? numbers.count() : -1;
    return new VectorProgram(
        Simplify.keepingFailures(builder.buildKeepingFailures()), captured, inputs, original);
  }

  /**
   * The same for so many inputs only: without loops, its failures explicit.
   *
   * @return null if that is not to be had, see {@link Specialize}
   */
  @Nullable VectorProgram sized(int length) {
    Program special = Specialize.of(program, length);
    return special == null
        ? null
        : new VectorProgram(SmallArrays.of(Checks.of(special)), bound, length, original);
  }

  /** The inputs themselves, or a copy if the Program writes to them or hands them out. */
  private static Value own(ProgramBuilder builder, Program read, int index, Parameter x) {
    Parameter inner = read.parameters().get(index);
    boolean changed = new Regions(read).of(inner).isStored() || read.results().contains(x.type());
    return changed ? builder.append(new Op.Copy(), x.type(), x) : x;
  }
}
