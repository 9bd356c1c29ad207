package ad4j.compiler.read;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points at which methods are compared: by the types of parameters, the k-th of each. */
final class Points {
  static final int COUNT = 12;

  private static final double[] DOUBLES = {
    0.3, -1.7, 2.5, 0, 1, -0.0, 1e3, Double.NaN, -0.5, Double.POSITIVE_INFINITY, 0.49999999999999994
  };
  private static final int[] INTS = {2, 0, 3, -1, 1, 7, 3_000_000, -2, 5, 4, -7};

  private Points() {}

  /** The arguments of a method at the k-th point; new objects each time. */
  static Object[] arguments(Method method, int k) {
    List<Object> all = new ArrayList<>();
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      all.add(argument(types[i], k + 4 * i));
    }
    return all.toArray();
  }

  private static Object argument(Class<?> type, int k) {
    if (type.isRecord()) {
      return composite(type, k);
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[k % constants.length];
    }
    return switch (type.getSimpleName()) {
      case "double" -> DOUBLES[k % DOUBLES.length];
      case "int" -> INTS[k % INTS.length];
      case "long" -> (long) INTS[k % INTS.length] << (k % 3 * 20);
      case "boolean" -> k % 2 == 0;
      case "double[]" -> doubles(k, k % 5);
      case "int[]" -> new int[] {k, 2 * k - 3, 7};
      default -> new double[][] {doubles(k, 3), doubles(k + 2, 2), doubles(k + 1, 4)};
    };
  }

  private static double[] doubles(int k, int length) {
    double[] x = new double[length];
    for (int i = 0; i < length; i++) {
      x[i] = ((7 * k + 5 * i) % 11 - 5) * 0.6;
    }
    return x;
  }

  private static Object composite(Class<?> type, int k) {
    try {
      List<Object> parts = new ArrayList<>();
      List<Class<?>> types = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        types.add(component.getType());
        parts.add(argument(component.getType(), k + parts.size()));
      }
      var constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(parts.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no access", e);
    }
  }

  /** What the parameters of a Program are given for these arguments. */
  static Object[] flat(Object... arguments) {
    List<Object> all = new ArrayList<>();
    for (Object argument : arguments) {
      add(argument, all);
    }
    return all.toArray();
  }

  @SuppressWarnings("EnumOrdinal") // that is what a constant is to a Program
  private static void add(@Nullable Object argument, List<Object> all) {
    if (argument instanceof Record composite) {
      for (RecordComponent component : composite.getClass().getRecordComponents()) {
        try {
          var field = composite.getClass().getDeclaredField(component.getName());
          field.setAccessible(true);
          add(field.get(composite), all);
        } catch (ReflectiveOperationException e) {
          throw new LinkageError("no access", e);
        }
      }
    } else if (argument != null) {
      all.add(
          switch (argument) {
            case Boolean truth -> Integer.valueOf(truth ? 1 : 0);
            case Enum<?> constant -> constant.ordinal();
            default -> argument;
          });
    }
  }
}
