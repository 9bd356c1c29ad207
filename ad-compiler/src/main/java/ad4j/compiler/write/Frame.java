package ad4j.compiler.write;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The arrays that a Program keeps from one run to the next: for one run at a time. */
final class Frame {
  private final @Nullable Object[] slots;

  Frame(int size) {
    slots = new @Nullable Object[size];
  }

  double[] doubles(int slot) {
    Object held = slots[slot];
    return held == null ? new double[0] : (double[]) held;
  }

  int[] ints(int slot) {
    Object held = slots[slot];
    return held == null ? new int[0] : (int[]) held;
  }

  long[] longs(int slot) {
    Object held = slots[slot];
    return held == null ? new long[0] : (long[]) held;
  }

  Object arrays(int slot, Class<?> type) {
    Object held = slots[slot];
    return held == null ? Array.newInstance(type.getComponentType(), 0) : held;
  }

  private void keep(Object array, int slot) {
    if (slots[slot] != array) {
      slots[slot] = array;
    }
  }

  static double[] grow(double[] array, int length, Frame frame, int slot) {
    double[] grown = grow(array, length);
    frame.keep(grown, slot);
    return grown;
  }

  static int[] grow(int[] array, int length, Frame frame, int slot) {
    int[] grown = grow(array, length);
    frame.keep(grown, slot);
    return grown;
  }

  static long[] grow(long[] array, int length, Frame frame, int slot) {
    long[] grown = grow(array, length);
    frame.keep(grown, slot);
    return grown;
  }

  static Object grow(Object array, int length, Frame frame, int slot) {
    Object grown = grow(array, length);
    frame.keep(grown, slot);
    return grown;
  }

  static double[] grow(double[] array, int length) {
    return length <= array.length ? array : Arrays.copyOf(array, grown(array.length, length));
  }

  static int[] grow(int[] array, int length) {
    return length <= array.length ? array : Arrays.copyOf(array, grown(array.length, length));
  }

  static long[] grow(long[] array, int length) {
    return length <= array.length ? array : Arrays.copyOf(array, grown(array.length, length));
  }

  @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of the same type
  static Object grow(Object array, int length) {
    int before = Array.getLength(array);
    if (length <= before) {
      return array;
    }
    Object grown = Array.newInstance(array.getClass().getComponentType(), grown(before, length));
    System.arraycopy(array, 0, grown, 0, before);
    return grown;
  }

  /** At least twice as long as before, so that growing step by step costs little. */
  private static int grown(int before, int length) {
    return Math.max(length, (int) Math.min(2L * before, Integer.MAX_VALUE - 8));
  }
}
