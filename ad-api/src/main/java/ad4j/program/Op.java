package ad4j.program;

import ad4j.op.Comparison;
import ad4j.op.Operator;

/**
 * What an instruction does. Operands stand in the order of the words.
 *
 * <p>Failures are those of Java: an index out of bounds, a division of integers by zero, an array
 * of negative length, no array.
 */
public sealed interface Op {
  /** An operator on doubles: arithmetic too. */
  record Apply(Operator operator) implements Op {}

  /** Arithmetic on ints, or on longs, by the type of the instruction. */
  record Integral(IntegralOp kind) implements Op {}

  /**
   * Two doubles, ints, longs or (for identity) arrays compared: the int 1 where they stand in this
   * relation, else 0.
   */
  record Compare(Comparison relation) implements Op {}

  /** A number of another type, as Java's casts have it: from its operand's type to its own. */
  record Convert() implements Op {}

  /** An int narrowed to this many bits and widened again; -16 is a {@code char}. */
  record Narrow(int bits) implements Op {}

  /**
   * A new array, all zeros; operands: its length, and the lengths of its arrays if they are made.
   */
  record New() implements Op {}

  /**
   * A new array of the shape of another, all zeros, down to the scalars; null of null. Rows that
   * are the same give rows that are the same.
   */
  record ZeroLike() implements Op {}

  /** A copy of an array, one level deep. */
  record Copy() implements Op {}

  /** The length of an array. */
  record Length() implements Op {}

  /** Array, index: the element. */
  record Load() implements Op {}

  /** Array, index, element: stores it. */
  record Store() implements Op {}

  /** Array, from, to, element: stores it from {@code from} until {@code to}. */
  record Fill() implements Op {}

  /** Source, from, target, to, count: {@code System.arraycopy}. */
  record Move() implements Op {}

  /**
   * The array that is kept in this slot of the frame, of any length and content; in -1, none is.
   */
  record Held(int slot) implements Op {}

  /**
   * Array, length: the array itself if it is at least so long, else a longer one that begins as it
   * does; keeps it in this slot of the frame.
   */
  record Grow(int slot) implements Op {}

  /** Calls a routine; its results are taken by {@link Result}, or are the value if it is one. */
  record Call(Routine routine) implements Op {}

  /** The result with this index of the call that is the operand. */
  record Result(int index) implements Op {}

  /** Does this on its operands for its failure alone; {@code type} is that of what it gives. */
  record Check(Op op, Type type) implements Op {}

  /** An int: where it is 0, the Program ends as by a {@link Terminator.Throw}. */
  record Guard() implements Op {}

  /** Whether it gives the same whenever its operands are the same, and does nothing else. */
  default boolean isPure() {
    return switch (this) {
      case Apply _, Integral _, Compare _, Convert _, Narrow _, Length _, Result _ -> true;
      case New _, ZeroLike _, Copy _, Load _, Store _, Fill _, Move _, Held _, Grow _, Call _ ->
          false;
      case Check _, Guard _ -> false;
    };
  }

  /**
   * Whether it may be left out where nobody needs its result: a failure, too, unless it is that of
   * a {@link Check}.
   */
  default boolean isRemovable() {
    return switch (this) {
      case Store _, Fill _, Move _, Grow _, Call _, Check _, Guard _ -> false;
      default -> true;
    };
  }
}
