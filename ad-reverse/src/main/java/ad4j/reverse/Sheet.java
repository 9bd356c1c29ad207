package ad4j.reverse;

import org.jspecify.annotations.Nullable;

/**
 * The flat arrays of a {@link Tape}, handed from one recording to the next: an array that need not
 * be made anew need not be cleared either.
 *
 * @param operators operators; of objects, since a store into the array is then checked fast
 * @param first first operands
 * @param second second operands
 * @param values values of nodes
 * @param constants numbers that are no nodes
 */
record Sheet(
    @Nullable Object[] operators, int[] first, int[] second, double[] values, double[] constants) {

  /** Room for {@code capacity} nodes. */
  static Sheet of(int capacity) {
    return new Sheet(
        new Object[capacity],
        new int[capacity],
        new int[capacity],
        new double[capacity],
        new double[capacity]);
  }

  int capacity() {
    return values.length;
  }
}
