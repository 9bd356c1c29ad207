package ad4j.compiler.read;

import org.jspecify.annotations.Nullable;

/**
 * A method that can be read.
 *
 * @param building the value class that it constructs, if it is a constructor of one
 */
record Body(Code code, Graph graph, @Nullable ValueClass building) {
  MethodName name() {
    return code.name();
  }
}
