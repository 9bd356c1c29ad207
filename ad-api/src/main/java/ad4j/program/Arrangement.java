package ad4j.program;

import ad4j.op.Real;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Java's arrays of one type, as an interpreter handles them; failures are Java's own.
 *
 * @param elements the class of an element
 */
record Arrangement(Class<?> elements) {
  /** New arrays, all zeros: as many levels of them as there are lengths. */
  static Object make(Class<?> innermost, int[] lengths) {
    Object array = Array.newInstance(innermost, lengths);
    if (innermost == Real.class) {
      zero(array);
    }
    return array;
  }

  private static void zero(Object array) {
    if (array instanceof Real[] reals) {
      Arrays.fill(reals, Real.constant(0));
    } else {
      for (Object row : (Object[]) array) {
        zero(row);
      }
    }
  }

  /** An array of the same shape, all zeros; null of null. */
  static @Nullable Object zeroLike(@Nullable Object array) {
    return zeroLike(array, new IdentityHashMap<>());
  }

  private static @Nullable Object zeroLike(
      @Nullable Object array, IdentityHashMap<Object, Object> made) {
    if (array == null) {
      return null;
    }
    Object known = made.get(array);
    if (known != null) {
      return known;
    }
    int length = Array.getLength(array);
    Class<?> elements = array.getClass().getComponentType();
    if (!(array instanceof Object[]) || array instanceof Real[]) {
      Object zeros = make(elements, new int[] {length});
      made.put(array, zeros);
      return zeros;
    }
    @Nullable Object[] zeros = (Object[]) Array.newInstance(elements, length);
    made.put(array, zeros);
    for (int i = 0; i < length; i++) {
      zeros[i] = zeroLike(Array.get(array, i), made);
    }
    return zeros;
  }

  /** The array itself if it is so long, else a longer one. */
  static Object grown(Object array, int length) {
    int old = Array.getLength(array);
    if (old >= length) {
      return array;
    }
    Object longer = make(array.getClass().getComponentType(), new int[] {length});
    System.arraycopy(array, 0, longer, 0, old);
    return longer;
  }

  static Object copy(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  /** A boolean is an Integer. */
  @Nullable Object load(Object array, int index) {
    if (elements == double.class) {
      return ((double[]) array)[index];
    }
    if (elements == int.class) {
      return ((int[]) array)[index];
    }
    if (elements == long.class) {
      return ((long[]) array)[index];
    }
    if (elements == boolean.class) {
      return ((boolean[]) array)[index] ? 1 : 0;
    }
    return ((Object[]) array)[index];
  }

  void store(Object array, int index, @Nullable Object element) {
    switch (array) {
      case double[] all when element instanceof Double x -> all[index] = x;
      case int[] all when element instanceof Integer x -> all[index] = x;
      case long[] all when element instanceof Long x -> all[index] = x;
      case boolean[] all when element instanceof Integer x -> all[index] = (x & 1) != 0;
      default -> rows(array)[index] = element;
    }
  }

  void fill(Object array, int from, int until, @Nullable Object element) {
    switch (array) {
      case double[] all when element instanceof Double x -> Arrays.fill(all, from, until, x);
      case int[] all when element instanceof Integer x -> Arrays.fill(all, from, until, x);
      case long[] all when element instanceof Long x -> Arrays.fill(all, from, until, x);
      case boolean[] all when element instanceof Integer x ->
          Arrays.fill(all, from, until, (x & 1) != 0);
      default -> Arrays.fill(rows(array), from, until, element);
    }
  }

  private static @Nullable Object[] rows(Object array) {
    return (Object[]) array;
  }
}
