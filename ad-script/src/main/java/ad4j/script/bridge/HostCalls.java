package ad4j.script.bridge;

import ad4j.error.AdException;
import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Operators;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import org.graalvm.polyglot.HostAccess;
import org.jspecify.annotations.Nullable;

/**
 * What rewritten code does with tracked numbers. Operands are {@link Tracked} or numbers; so are
 * results. Each operation says at which site it stands.
 */
public final class HostCalls {
  private static final Real ZERO = Real.constant(0);

  private final Operators operators;
  private final Places places;
  private final Refusals refusals;

  /** Computes with these operators. */
  public HostCalls(Operators operators, Places places, Refusals refusals) {
    this.operators = operators;
    this.places = places;
    this.refusals = refusals;
  }

  /** Finds an operator, for the calls below. */
  @HostAccess.Export
  public OperatorHandle operator(String name) {
    return new OperatorHandle(name, operators.find(name));
  }

  /** Finds a comparison, for {@link #compare}. */
  @HostAccess.Export
  public Comparison comparison(String name) {
    return Comparison.valueOf(name);
  }

  /** Applies an operator of one argument. */
  @HostAccess.Export
  public Object unary(OperatorHandle handle, int site, Object x) {
    if (!(handle.operator() instanceof UnaryOperator operator)) {
      throw refusals.refused(site, handle.name());
    }
    places.enter(site);
    try {
      return Tracked.of(operator.of(Tracked.real(x)));
    } catch (AdException e) {
      throw refusals.remembered(e, site);
    }
  }

  /** Applies an operator of two arguments; null if one is no number, or none is tracked. */
  @HostAccess.Export
  public @Nullable Object binary(
      OperatorHandle handle, int site, @Nullable Object x, @Nullable Object y) {
    if (!areNumbers(x, y)) {
      return null;
    }
    if (!(handle.operator() instanceof BinaryOperator operator)) {
      throw refusals.refused(site, handle.name());
    }
    places.enter(site);
    try {
      return Tracked.of(operator.of(Tracked.real(x), Tracked.real(y)));
    } catch (AdException e) {
      throw refusals.remembered(e, site);
    }
  }

  /** Applies an operator of any number of arguments. */
  @HostAccess.Export
  public Object nary(OperatorHandle handle, int site, Object... xs) {
    Operator operator = handle.operator();
    if (operator == null) {
      throw refusals.refused(site, handle.name());
    }
    places.enter(site);
    try {
      Real[] reals = new Real[xs.length];
      for (int i = 0; i < xs.length; i++) {
        reals[i] = Tracked.real(xs[i]);
      }
      return Tracked.of(operator.of(reals));
    } catch (AdException e) {
      throw refusals.remembered(e, site);
    }
  }

  /** The value of an operator at a plain number. */
  @HostAccess.Export
  public double plain(OperatorHandle handle, double x) {
    return handle.operator() instanceof UnaryOperator operator
        ? operator.value(x)
        : plainNary(handle, x);
  }

  /** The value of an operator at two plain numbers. */
  @HostAccess.Export
  public double plainBinary(OperatorHandle handle, double x, double y) {
    return handle.operator() instanceof BinaryOperator operator
        ? operator.value(x, y)
        : plainNary(handle, x, y);
  }

  /** The value of an operator at plain numbers. */
  @HostAccess.Export
  public double plainNary(OperatorHandle handle, double... xs) {
    Operator operator = handle.operator();
    if (operator == null) {
      throw refusals.refused(0, handle.name());
    }
    return operator instanceof NaryOperator nary ? nary.value(xs) : operator.value(xs);
  }

  private static boolean areNumbers(@Nullable Object x, @Nullable Object y) {
    return x instanceof Tracked ? isNumber(y) : y instanceof Tracked && isNumber(x);
  }

  private static boolean isNumber(@Nullable Object x) {
    return x instanceof Tracked || x instanceof Double || x instanceof Integer;
  }

  /**
   * Compares by value; the outcome steers what is done next. Null if one is no number, or none is
   * tracked.
   */
  @HostAccess.Export
  public @Nullable Boolean compare(
      Comparison comparison, int site, @Nullable Object x, @Nullable Object y) {
    if (!areNumbers(x, y)) {
      return null;
    }
    try {
      return Tracked.real(x).is(comparison, Tracked.real(y));
    } catch (AdException e) {
      throw refusals.remembered(e, site);
    }
  }

  /** Whether a tracked number is neither zero nor NaN. */
  @HostAccess.Export
  public boolean truth(int site, Tracked x) {
    try {
      return x.real().is(Comparison.LESS, ZERO) || x.real().is(Comparison.GREATER, ZERO);
    } catch (AdException e) {
      throw refusals.remembered(e, site);
    }
  }

  /** The value of a tracked number, on which from now on something depends. */
  @HostAccess.Export
  public double observe(int site, Tracked x) {
    try {
      return x.real().value();
    } catch (AdException e) {
      throw refusals.remembered(e, site);
    }
  }

  /** The value of a tracked number, to be shown only. */
  @HostAccess.Export
  public double value(Tracked x) {
    return x.real().primal();
  }

  /** Refuses a use of a tracked number: the failure to throw is thrown here. */
  @HostAccess.Export
  @SuppressWarnings("DoNotCallSuggester") // called by scripts
  public Object refuse(int site, String reason) {
    throw refusals.refused(site, reason);
  }
}
