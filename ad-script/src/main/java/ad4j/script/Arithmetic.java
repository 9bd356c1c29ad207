package ad4j.script;

import org.jspecify.annotations.Nullable;

/**
 * What tracked numbers do: the seam between rewritten JavaScript and an engine.
 *
 * <p>Operands are {@link Tracked} or {@link Number}; results are {@link Tracked} or a double.
 */
public interface Arithmetic {
  /** Returns the operator with a name, as a handle for the calls below; null if there is none. */
  @Nullable Object operator(String name);

  /** Applies an operator of one argument. */
  Object unary(Object operator, int site, Object x);

  /** Applies an operator of two arguments. */
  Object binary(Object operator, int site, Object x, Object y);

  /** Returns the operator's value at a plain number. */
  double plain(Object operator, double x);

  /** Returns the operator's value at two plain numbers. */
  double plain(Object operator, double x, double y);

  /**
   * Compares by value; the outcome steers the control flow.
   *
   * @param kind one of lt, le, gt, ge, eq
   */
  boolean compare(String kind, int site, Object x, Object y);

  /** Returns the value of a tracked number that steers the control flow from now on. */
  double observe(int site, Tracked x);

  /** Returns the value of a tracked number, to be shown only. */
  double value(Tracked x);
}
