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
import org.graalvm.polyglot.Value;
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

  /** Finds a comparison, for the calls below. */
  @HostAccess.Export
  public Comparison comparison(String name) {
    return Comparison.valueOf(name);
  }

  /** Applies an operator of one argument. */
  @HostAccess.Export
  public Object unary(OperatorHandle handle, int site, Tracked x) {
    if (!(handle.operator() instanceof UnaryOperator operator)) {
      throw refusals.refused(site, handle.name());
    }
    places.enter(site);
    try {
      return Tracked.of(operator.of(x.real()));
    } catch (AdException e) {
      throw refusals.remembered(e, site);
    } catch (RuntimeException e) {
      throw refusals.failed(handle, e, site);
    }
  }

  /** Applies an operator of two arguments to two tracked numbers. */
  @HostAccess.Export
  public Object both(OperatorHandle handle, int site, Tracked x, Tracked y) {
    return binary(handle, site, x.real(), y.real());
  }

  /** Applies an operator of two arguments, of which the left one is tracked. */
  @HostAccess.Export
  public Object left(OperatorHandle handle, int site, Tracked x, double y) {
    return binary(handle, site, x.real(), Real.constant(y));
  }

  /** Applies an operator of two arguments, of which the right one is tracked. */
  @HostAccess.Export
  public Object right(OperatorHandle handle, int site, double x, Tracked y) {
    return binary(handle, site, Real.constant(x), y.real());
  }

  private Object binary(OperatorHandle handle, int site, Real x, Real y) {
    if (!(handle.operator() instanceof BinaryOperator operator)) {
      throw refusals.refused(site, handle.name());
    }
    places.enter(site);
    try {
      return Tracked.of(operator.of(x, y));
    } catch (AdException e) {
      throw refusals.remembered(e, site);
    } catch (RuntimeException e) {
      throw refusals.failed(handle, e, site);
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
    } catch (RuntimeException e) {
      throw refusals.failed(handle, e, site);
    }
  }

  /** The value of an operator at a plain number. */
  @HostAccess.Export
  public double plain(OperatorHandle handle, double x) {
    try {
      return handle.operator() instanceof UnaryOperator operator
          ? operator.value(x)
          : plainNary(handle, x);
    } catch (RuntimeException e) {
      throw refusals.failed(handle, e, 0);
    }
  }

  /** The value of an operator at two plain numbers. */
  @HostAccess.Export
  public double plainBinary(OperatorHandle handle, double x, double y) {
    try {
      return handle.operator() instanceof BinaryOperator operator
          ? operator.value(x, y)
          : plainNary(handle, x, y);
    } catch (RuntimeException e) {
      throw refusals.failed(handle, e, 0);
    }
  }

  /** The value of an operator at plain numbers. */
  @HostAccess.Export
  public double plainNary(OperatorHandle handle, double... xs) {
    Operator operator = handle.operator();
    if (operator == null) {
      throw refusals.refused(0, handle.name());
    }
    try {
      return operator instanceof NaryOperator nary ? nary.value(xs) : operator.value(xs);
    } catch (RuntimeException e) {
      throw refusals.failed(handle, e, 0);
    }
  }

  /** Compares two tracked numbers by value; the outcome steers what is done next. */
  @HostAccess.Export
  public boolean compareBoth(Comparison comparison, int site, Tracked x, Tracked y) {
    return compare(comparison, site, x.real(), y.real());
  }

  /** As above; the left number is tracked. */
  @HostAccess.Export
  public boolean compareLeft(Comparison comparison, int site, Tracked x, double y) {
    return compare(comparison, site, x.real(), Real.constant(y));
  }

  /** As above; the right number is tracked. */
  @HostAccess.Export
  public boolean compareRight(Comparison comparison, int site, double x, Tracked y) {
    return compare(comparison, site, Real.constant(x), y.real());
  }

  private boolean compare(Comparison comparison, int site, Real x, Real y) {
    try {
      return x.is(comparison, y);
    } catch (AdException e) {
      throw refusals.remembered(e, site);
    }
  }

  /** Whether a tracked number is neither zero nor NaN. */
  @HostAccess.Export
  public boolean truth(int site, Tracked x) {
    return compare(Comparison.LESS, site, x.real(), ZERO)
        || compare(Comparison.GREATER, site, x.real(), ZERO);
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

  /** The text of a function as it was written; null if unknown. */
  @HostAccess.Export
  public @Nullable String written(Value function) {
    return refusals.written(function);
  }

  /** Whether a function is being differentiated. */
  @HostAccess.Export
  public boolean inside() {
    return refusals.inside();
  }

  /** Refuses a use of a tracked number: the failure to throw is thrown here. */
  @HostAccess.Export
  @SuppressWarnings("DoNotCallSuggester") // called by scripts
  public Object refuse(int site, String reason) {
    throw refusals.refused(site, reason);
  }
}
