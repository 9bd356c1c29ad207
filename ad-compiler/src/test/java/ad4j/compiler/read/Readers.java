package ad4j.compiler.read;

import ad4j.op.Arithmetic;
import ad4j.op.Operators;
import ad4j.ops.StandardOperators;
import ad4j.program.Program;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Readers that know the standard operators. */
final class Readers {
  static final OperatorMethods OPERATORS =
      new OperatorMethods(new Operators(List.of(new Arithmetic(), new StandardOperators())));
  static final MethodReader METHODS = new MethodReader(OPERATORS);
  static final LambdaReader LAMBDAS = new LambdaReader(OPERATORS);

  private Readers() {}

  /** The methods of a class that are there to be read. */
  static Stream<Method> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .filter(method -> !java.lang.reflect.Modifier.isPrivate(method.getModifiers()));
  }

  static Program read(Class<?> type, String name) {
    return METHODS.read(MethodSource.of(method(type, name)));
  }

  static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
