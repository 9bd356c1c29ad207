package ad4j.compiler.write;

import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.Type;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * A static method to be generated.
 *
 * @param program what it does
 * @param name unlike that of any other method of the class
 * @param framed whether it takes the frame, after all other parameters
 * @param packed whether its parameters come in one array, see {@link Packed}
 */
record Unit(Program program, String name, boolean framed, boolean packed) {
  MethodTypeDesc type() {
    List<ClassDesc> parameters = new ArrayList<>();
    if (packed) {
      parameters.add(Types.packed(types()));
    } else {
      types().forEach(type -> parameters.add(Types.desc(type)));
    }
    if (framed) {
      parameters.add(Types.FRAME);
    }
    return MethodTypeDesc.of(Types.results(program.results()), parameters);
  }

  /** The local in which the frame is, if there is one. */
  int frameLocal() {
    return packed ? 1 : types().stream().mapToInt(type -> Types.kind(type).slotSize()).sum();
  }

  /** What its parameters are. */
  List<Type> types() {
    return program.parameters().stream().map(Parameter::type).toList();
  }

  /** The parameters and results, for messages. */
  String signature() {
    return types() + " -> " + program.results();
  }

  /** A name that the JVM allows. */
  static String allowed(String name, int number) {
    String safe = name.replaceAll("[^\\p{Alnum}_$]", "_");
    return (safe.length() > 100 ? safe.substring(0, 100) : safe) + "$" + number;
  }
}
