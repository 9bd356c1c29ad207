package ad4j.reverse;

/**
 * What a {@link Tape} writes on, handed from one recording to the next: an array that need not be
 * made anew need not be cleared either.
 *
 * @param words room for nodes, {@link Tape#STRIDE} words each
 * @param adjoints room for one a node, all 0
 * @param codes room for operators
 */
record Sheet(long[] words, double[] adjoints, Codes codes) {
  /** Room for {@code capacity} nodes. */
  static Sheet of(int capacity) {
    return new Sheet(new long[capacity * Tape.STRIDE], new double[capacity], new Codes());
  }

  int capacity() {
    return words.length / Tape.STRIDE;
  }
}
