package ad4j.reverse;

import ad4j.error.LimitException;
import java.util.function.Supplier;

/** Room for a recording that grows. */
final class Storage {
  /** Elements that an array may have: a little less than the JVM's bound. */
  static final int MOST = Integer.MAX_VALUE - 16;

  /** Elements that an array has when it first grows. */
  private static final int LEAST = 16;

  private Storage() {}

  /** The next capacity after {@code size} elements, of at most {@code most}, are full. */
  static int grown(int size, int most) {
    if (size >= most) {
      throw tooLarge(size);
    }
    return size > most / 2 ? most : Math.max(LEAST, 2 * size);
  }

  /** Allocates, or says that the recording does not fit the memory. */
  static <T> T allocate(int size, Supplier<T> allocation) {
    try {
      return allocation.get();
    } catch (OutOfMemoryError e) {
      throw tooLarge(size);
    }
  }

  private static LimitException tooLarge(int size) {
    return new LimitException(
        "the recording has grown to " + size + " operations and does not fit the memory",
        "differentiate in forward mode, which keeps no recording, or give the JVM more memory");
  }
}
