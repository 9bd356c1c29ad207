package ad4j;

import ad4j.error.AccessException;
import ad4j.op.Real;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
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

  /**
   * A value of the same shape with other leaves.
   *
   * @throws AccessException if the constructor of a record may not be called, or throws
   */
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
    } catch (InvocationTargetException e) {
      throw refused(record, thrown(e));
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw closed(record, e);
    }
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (InvocationTargetException e) {
      Throwable cause = thrown(e);
      String what = "the component " + component.getName() + " of " + record.getClass().getName();
      throw new AccessException(
          what + " cannot be read: " + cause, "let its accessor return it", null, cause);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw closed(record, e);
    }
  }

  /** What a constructor or an accessor of the user's threw. */
  private static Throwable thrown(InvocationTargetException e) {
    Throwable cause = e.getCause();
    return cause == null ? e : cause;
  }

  /** A gradient is a record, too: one that asks something of its numbers may not be able to be. */
  private static AccessException refused(Record record, Throwable cause) {
    return new AccessException(
        "the constructor of " + record.getClass().getName() + " refused the gradient: " + cause,
        "pass plain doubles or an array, or a record that takes any numbers",
        null,
        cause);
  }

  private static AccessException closed(Record record, Exception cause) {
    Class<?> type = record.getClass();
    return new AccessException(
        "the components of " + type.getName() + " cannot be read or made: " + cause,
        "open its package: opens " + type.getPackageName() + " to ad4j.api;",
        null,
        cause);
  }

  /** Whether arguments of this type can be taken apart into leaves. */
  static boolean areOf(Class<?> type) {
    return type.isPrimitive()
        || type.isArray()
        || type.isEnum()
        || MethodType.methodType(type).unwrap().returnType().isPrimitive()
        || (type.isRecord()
            && Arrays.stream(type.getRecordComponents())
                .allMatch(component -> areOf(component.getType())));
  }

  /** Whether arguments of this type hold doubles: by which a function can be differentiated. */
  static boolean holdDoubles(Class<?> type) {
    return type == Double.class
        || type == double.class
        || isOfDoubles(type)
        || (type.isRecord()
            && Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> holdDoubles(component.getType())));
  }

  /**
   * A leaf as a Program takes it: what is shorter than an int, and truths, as an int; the constant
   * of an enum as its ordinal.
   */
  @SuppressWarnings("EnumOrdinal") // that is what a constant is to a Program
  static @Nullable Object given(@Nullable Object leaf) {
    return switch (leaf) {
      case Boolean truth -> truth ? 1 : 0;
      case Short number -> number.intValue();
      case Byte number -> number.intValue();
      case Character letter -> (int) letter;
      case Enum<?> constant -> constant.ordinal();
      case null, default -> leaf;
    };
  }

  /** Zeros of the shape of an array of doubles, or null for all else. */
  static @Nullable Object zeros(@Nullable Object leaf) {
    return leaf == null || !isOfDoubles(leaf.getClass()) ? null : copy(leaf, x -> 0);
  }

  /** Whether it is an array of doubles, or of arrays of them. */
  static boolean isOfDoubles(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return type.isArray() && element == double.class;
  }

  /**
   * A copy of an array, of its rows too; a number itself. Rows that are the same have the same
   * copy.
   */
  static @Nullable Object copy(@Nullable Object leaf) {
    return leaf == null ? null : copy(leaf, new IdentityHashMap<>());
  }

  private static Object copy(Object leaf, IdentityHashMap<Object, Object> made) {
    Class<?> type = leaf.getClass();
    if (!type.isArray()) {
      return leaf;
    }
    Object known = made.get(leaf);
    if (known != null) {
      return known;
    }
    int length = Array.getLength(leaf);
    Object copy = Array.newInstance(type.getComponentType(), length);
    made.put(leaf, copy);
    if (leaf instanceof Object[]) {
      @Nullable Object[] copies = (@Nullable Object[]) copy;
      for (int i = 0; i < length; i++) {
        Object row = Array.get(leaf, i);
        copies[i] = row == null ? null : copy(row, made);
      }
    } else {
      System.arraycopy(leaf, 0, copy, 0, length);
    }
    return copy;
  }

  /** The doubles of a leaf. */
  static double[] numbers(@Nullable Object leaf) {
    return switch (leaf) {
      case Double number -> new double[] {number};
      case double[] numbers -> numbers;
      case Object[] rows ->
          Arrays.stream(rows).flatMapToDouble(row -> Arrays.stream(numbers(row))).toArray();
      case null, default -> new double[0];
    };
  }

  /** A leaf of the same shape with these doubles; rows that are the same are not so any more. */
  static @Nullable Object with(@Nullable Object leaf, Iterator<Double> numbers) {
    return leaf instanceof Double
        ? (Object) numbers.next()
        : leaf == null || !isOfDoubles(leaf.getClass()) ? leaf : copy(leaf, x -> numbers.next());
  }

  /** An array of doubles of the same shape. */
  private static Object copy(Object array, DoubleUnaryOperator change) {
    return mapped(array, double.class, row -> Arrays.stream(row).map(change).toArray(), null);
  }

  /** An array of doubles as reals; rows that are the same stay so if they are {@code shared}. */
  static Object reals(Object array, DoubleFunction<Real> change, boolean shared) {
    return mapped(
        array,
        Real.class,
        row -> Arrays.stream(row).mapToObj(change).toArray(Real[]::new),
        shared ? new IdentityHashMap<>() : null);
  }

  /** An array with other numbers; {@code made} tells what became of which row, if that counts. */
  private static Object mapped(
      Object array,
      Class<?> number,
      Function<double[], Object> change,
      @Nullable IdentityHashMap<Object, Object> made) {
    Object known = made == null ? null : made.get(array);
    if (known != null) {
      return known;
    }
    Object mapped;
    if (array instanceof double[] numbers) {
      mapped = change.apply(numbers);
    } else {
      int length = Array.getLength(array);
      @Nullable Object[] results =
          (@Nullable Object[]) Array.newInstance(elements(array.getClass(), number), length);
      for (int i = 0; i < length; i++) {
        Object row = Array.get(array, i);
        results[i] = row == null ? null : mapped(row, number, change, made);
      }
      mapped = results;
    }
    if (made != null) {
      made.put(array, mapped);
    }
    return mapped;
  }

  /** What an array of the same rank has for elements. */
  private static Class<?> elements(Class<?> array, Class<?> number) {
    Class<?> inner = array.getComponentType();
    return inner.isArray() ? elements(inner, number).arrayType() : number;
  }
}
