package ad4j;

import ad4j.error.NotDifferentiableException;
import ad4j.error.ShapeException;
import ad4j.program.FunctionReader;
import ad4j.program.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of which types the arguments of a {@link MixedFunction} are, and what is asked of them. */
final class MixedSignature {
  /** An array of objects is what {@code Object...} stands for, so javac takes it apart. */
  private static final String ALONE =
      "pass an array of objects, such as a double[][], that is the only argument as (Object) array";

  private final FunctionReader.Reading read;
  private final List<Class<?>> types;

  MixedSignature(FunctionReader.Reading read) {
    this.read = read;
    this.types = read.arguments();
  }

  /** Asks that all arguments be such that they can be taken apart. */
  void requireTaken() {
    for (int i = 0; i < types.size(); i++) {
      if (!Leaves.areOf(types.get(i))) {
        throw new NotDifferentiableException(
            "argument " + i + " of " + read.program().name() + " is " + name(types.get(i)),
            "take a record, or capture the object in the lambda; arguments count from 0");
      }
    }
  }

  /** Asks that there be arguments with these indices, each named once, that hold doubles. */
  void requireDoubles(List<Integer> named) {
    for (int argument : named) {
      Arguments.require(
          argument >= 0 && argument < types.size(),
          "there is no argument " + argument + ": they are 0 to " + (types.size() - 1));
    }
    Arguments.require(
        named.stream().distinct().count() == named.size(),
        "each argument is named once, not " + named);
    for (int argument : named) {
      Arguments.require(
          Leaves.holdDoubles(types.get(argument)),
          "argument " + argument + " holds no doubles: it is " + name(types.get(argument)));
    }
  }

  /** Asks for as many arguments as there are. */
  void requireCount(Object @Nullable [] arguments) {
    requireCount(arguments, "");
  }

  /** Asks for as many arguments as there are; the remedy says what they are for. */
  void requireCount(Object @Nullable [] arguments, String otherwise) {
    if (arguments == null) {
      throw new ShapeException("the array of arguments is null", ALONE);
    }
    String remedy = isSpread(arguments) ? ALONE : otherwise;
    Arguments.requireCount("the function has", types.size(), "argument", arguments.length, remedy);
  }

  /** Whether it is an array that was meant as one argument. */
  private static boolean isSpread(Object[] arguments) {
    return arguments.getClass() != Object[].class;
  }

  /** Asks for arguments of these types, as many as there are. */
  void requireTypes(Object[] arguments) {
    List<Parameter> parameters = read.program().parameters();
    int next = read.captured().size();
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      if (argument != null && !types.get(i).isInstance(argument)) {
        throw unfit(i, arguments);
      }
      for (Object leaf : Leaves.of(argument)) {
        boolean isSome = leaf != null;
        if (next == parameters.size() || !(isSome || parameters.get(next).type().isArray())) {
          throw unfit(i, arguments);
        }
        next++;
      }
    }
    Arguments.require(next == parameters.size(), "a record in the arguments is null");
  }

  private ShapeException unfit(int index, Object[] arguments) {
    Object argument = arguments[index];
    Class<?> type = types.get(index);
    String given =
        argument == null
            ? "null"
            : type.isInstance(argument) ? "one that holds null" : name(argument.getClass());
    return new ShapeException(
        "argument " + index + " of the function is to be " + name(type) + ", not " + given,
        isSpread(arguments) ? ALONE : fitting(type, argument) + "; arguments count from 0");
  }

  /** What would fit this type where this argument does not. */
  private static String fitting(Class<?> type, @Nullable Object argument) {
    if (type.isInstance(argument)) {
      return "give all its numbers and enums values";
    }
    if (type.isEnum()) {
      return "give one of its constants";
    }
    return type.isRecord()
        ? "give such a record"
        : "give numbers in the boxes that the function has them in";
  }

  private static String name(Class<?> type) {
    String name = type.getTypeName().replaceFirst("^java\\.lang\\.", "").replace('$', '.');
    return ("AEIOUaeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
  }
}
