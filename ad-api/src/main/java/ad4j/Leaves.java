package ad4j;

import ad4j.error.AccessException;
import ad4j.program.Type;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments as the numbers and arrays that they are made of: a record is its components. */
final class Leaves {
  private Leaves() {}

  /** The leaves of a value, in order. */
  static List<@Nullable Object> of(@Nullable Object value) {
    List<@Nullable Object> leaves = new ArrayList<>();
    add(value, leaves);
    return leaves;
  }

  private static void add(@Nullable Object value, List<@Nullable Object> leaves) {
    if (value instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        add(read(record, component), leaves);
      }
    } else {
      leaves.add(value);
    }
  }

  /** A value of the same shape with other leaves. */
  static @Nullable Object rebuilt(@Nullable Object model, Iterator<@Nullable Object> leaves) {
    if (!(model instanceof Record record)) {
      return leaves.next();
    }
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = rebuilt(read(record, components[i]), leaves);
    }
    try {
      Constructor<?> constructor =
          record
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw closed(record, e);
    }
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw closed(record, e);
    }
  }

  private static AccessException closed(Record record, Exception cause) {
    Class<?> type = record.getClass();
    return new AccessException(
        "the components of " + type.getName() + " cannot be read or made: " + cause,
        "open its package: opens " + type.getPackageName() + " to ad4j.api;",
        null,
        cause);
  }

  /** Whether a parameter of this type can be given this leaf. */
  static boolean fits(@Nullable Object leaf, Type type) {
    return switch (leaf) {
      case Double _ -> type.equals(Type.F64);
      case Long _ -> type.equals(Type.I64);
      case Integer _, Boolean _, Short _, Byte _, Character _ -> type.equals(Type.I32);
      case null -> type.isArray();
      default -> type.isArray() && holds(leaf.getClass(), type);
    };
  }

  /** A leaf as a Program takes it: what is shorter than an int, and truths, as an int. */
  static @Nullable Object given(@Nullable Object leaf) {
    return switch (leaf) {
      case Boolean truth -> truth ? 1 : 0;
      case Short number -> number.intValue();
      case Byte number -> number.intValue();
      case Character letter -> (int) letter;
      case null, default -> leaf;
    };
  }

  private static boolean holds(Class<?> array, Type type) {
    Class<?> element = array;
    for (int i = 0; i < type.rank(); i++) {
      if (!element.isArray()) {
        return false;
      }
      element = element.getComponentType();
    }
    return switch (type.scalar()) {
      case F64 -> element == double.class;
      case I64 -> element == long.class;
      case BOOL -> element == boolean.class;
      case I32 -> element.isPrimitive() && element != double.class && element != long.class;
      case VOID -> false;
    };
  }

  /** Zeros of the shape of an array, or null for a number. */
  static @Nullable Object zeros(@Nullable Object leaf) {
    return switch (leaf) {
      case double[] numbers -> new double[numbers.length];
      case double[][] rows ->
          Arrays.stream(rows).map(r -> new double[r.length]).toArray(double[][]::new);
      case null, default -> null;
    };
  }

  /** A copy of an array, of its rows too; a number itself. */
  static @Nullable Object copy(@Nullable Object leaf) {
    return switch (leaf) {
      case double[] numbers -> numbers.clone();
      case double[][] rows -> Matrices.copy(rows);
      case int[] numbers -> numbers.clone();
      case long[] numbers -> numbers.clone();
      case boolean[] flags -> flags.clone();
      case null, default -> leaf;
    };
  }

  /** The doubles of a leaf. */
  static double[] numbers(@Nullable Object leaf) {
    return switch (leaf) {
      case Double number -> new double[] {number};
      case double[] numbers -> numbers;
      case double[][] rows -> Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
      case null, default -> new double[0];
    };
  }

  /** A leaf of the same shape with these doubles. */
  static @Nullable Object with(@Nullable Object leaf, Iterator<Double> numbers) {
    return switch (leaf) {
      case Double _ -> numbers.next();
      case double[] given -> fill(new double[given.length], numbers);
      case double[][] rows ->
          Arrays.stream(rows)
              .map(row -> fill(new double[row.length], numbers))
              .toArray(double[][]::new);
      case null, default -> leaf;
    };
  }

  private static double[] fill(double[] array, Iterator<Double> numbers) {
    for (int i = 0; i < array.length; i++) {
      array[i] = numbers.next();
    }
    return array;
  }
}
