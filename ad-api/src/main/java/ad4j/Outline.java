package ad4j;

import ad4j.op.Arithmetic;
import ad4j.program.Constant;
import ad4j.program.Inline;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A Program that consists of a call: parameters of its own, for those of another. */
final class Outline {
  private final VectorProgram source;
  private final ProgramBuilder builder;
  private final int results;
  private List<Value> returned = List.of();

  /** Begins a Program with these results, a derivative of {@code source}. */
  Outline(VectorProgram source, String name, List<Type> results) {
    this.source = source;
    builder = new ProgramBuilder(name, results);
    this.results = results.size();
  }

  /** Where it is built. */
  ProgramBuilder builder() {
    return builder;
  }

  /** A parameter that is an array. */
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
    List<Value> elements = elements(from, length);
    for (int i = 0; i < length; i++) {
      builder.store(to, Constant.of(i), unsigned(elements.get(i)));
    }
  }

  /** So many elements of an array. */
  List<Value> elements(Value array, int length) {
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      all.add(builder.load(array, Constant.of(i)));
    }
    return all;
  }

  /** The same number, but 0 for -0. */
  Value unsigned(Value number) {
    return builder.apply(Arithmetic.ADD, Constant.ZERO, number);
  }

  /** An array of zeros. */
  Value zeros(Value like) {
    return builder.append(new Op.ZeroLike(), Type.F64_ARRAY, like);
  }

  /** The direction of one of so many inputs. */
  Value unit(int inputs, int which) {
    List<Value> elements = new ArrayList<>(Collections.nCopies(inputs, Constant.ZERO));
    elements.set(which, Constant.ONE);
    return array(elements);
  }

  /** A new array of these. */
  Value array(List<? extends Value> elements) {
    Value array = zeros(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      builder.store(array, Constant.of(i), elements.get(i));
    }
    return array;
  }

  /** Calls the other Program, and returns its first results. */
  Program call(Program other, List<Value> arguments) {
    inline(other, arguments);
    return build();
  }

  /**
   * Calls the other Program; its first results will be returned.
   *
   * @return all its results
   */
  List<Value> inline(Program other, List<Value> arguments) {
    List<Value> all = Inline.call(other, builder, arguments);
    returned = all.subList(0, Math.min(results, all.size()));
    return all;
  }

  Program build() {
    return build(returned);
  }

  /** The Program, which returns these. */
  Program build(List<Value> values) {
    builder.giveBack(values);
    return builder.build();
  }
}
