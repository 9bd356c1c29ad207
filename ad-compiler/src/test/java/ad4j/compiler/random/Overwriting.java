package ad4j.compiler.random;

import ad4j.program.Constant;
import ad4j.program.Inline;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A Program that fills arrays with zeros before it adds to them, as gradients are compiled. */
final class Overwriting {
  private Overwriting() {}

  /** The Program with this done for the parameters of these indices that are {@code double[]}. */
  static Program of(Program program, List<Integer> filled) {
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    List<Value> given = new ArrayList<>();
    for (Parameter parameter : program.parameters()) {
      given.add(builder.parameter(parameter.type(), parameter.name()));
    }
    for (int index : filled) {
      Value array = given.get(index);
      Value length = builder.length(array);
      builder.append(new Op.Fill(), Type.VOID, array, Constant.of(0), length, Constant.ZERO);
    }
    builder.giveBack(Inline.call(program, builder, given));
    return builder.build();
  }

  /**
   * The indices of {@code double[]} among arguments that hold derivatives, which are overwritten.
   */
  static List<Integer> spoil(ReadCall read, List<Object> shadows, List<Object> given) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < shadows.size(); i++) {
      if (shadows.get(i) instanceof double[] shadow && !read.isOutput(read.inputs().get(i))) {
        Arrays.fill(shadow, 7);
        for (int place = 0; place < given.size(); place++) {
          if (given.get(place) == shadow) {
            all.add(place);
          }
        }
      }
    }
    return all;
  }
}
