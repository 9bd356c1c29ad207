package ad4j.compiler.write;

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
 */
record Unit(Program program, String name, boolean framed) {
  MethodTypeDesc type() {
    List<ClassDesc> parameters = new ArrayList<>();
    program.parameters().forEach(parameter -> parameters.add(Types.desc(parameter.type())));
    if (framed) {
      parameters.add(Types.FRAME);
    }
    return MethodTypeDesc.of(Types.results(program.results()), parameters);
  }

  /** The local in which the frame is, if there is one. */
  int frameLocal() {
    int local = 0;
    for (var parameter : program.parameters()) {
      local += Types.kind(parameter.type()).slotSize();
    }
    return local;
  }

  /** The parameters and results, for messages. */
  String signature() {
    List<Type> types = program.parameters().stream().map(parameter -> parameter.type()).toList();
    return types + " -> " + program.results();
  }

  /** A name that the JVM allows. */
  static String allowed(String name, int number) {
    String safe = name.replaceAll("[^\\p{Alnum}_$]", "_");
    return (safe.length() > 100 ? safe.substring(0, 100) : safe) + "$" + number;
  }
}
