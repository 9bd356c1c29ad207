package ad4j.script;

import org.graalvm.polyglot.HostAccess;
import org.jspecify.annotations.Nullable;

/** The methods that the prelude may call. */
public final class HostCalls {
  private final Arithmetic arithmetic;

  HostCalls(Arithmetic arithmetic) {
    this.arithmetic = arithmetic;
  }

  /** An operator's name with its handle, opaque to the script. */
  public record Handle(String name, @Nullable Object operator) {
    Object required(int site) {
      if (operator == null) {
        throw new Refusal(site, name);
      }
      return operator;
    }
  }

  /** Returns a handle for the calls below. */
  @HostAccess.Export
  public Handle operator(String name) {
    return new Handle(name, arithmetic.operator(name));
  }

  /** Applies an operator of one argument. */
  @HostAccess.Export
  public Object unary(Handle handle, int site, Object x) {
    return arithmetic.unary(handle.required(site), site, x);
  }

  /** Applies an operator of two arguments. */
  @HostAccess.Export
  public Object binary(Handle handle, int site, Object x, Object y) {
    return arithmetic.binary(handle.required(site), site, x, y);
  }

  /** Returns an operator's value at a plain number. */
  @HostAccess.Export
  public double plain(Handle handle, double x) {
    return arithmetic.plain(handle.required(0), x);
  }

  /** Returns an operator's value at two plain numbers. */
  @HostAccess.Export
  public double plainBinary(Handle handle, double x, double y) {
    return arithmetic.plain(handle.required(0), x, y);
  }

  /** Compares by value. */
  @HostAccess.Export
  public boolean compare(String kind, int site, Object x, Object y) {
    return arithmetic.compare(kind, site, x, y);
  }

  /** Returns whether a tracked number is neither zero nor NaN. */
  @HostAccess.Export
  public boolean truth(int site, Tracked x) {
    return arithmetic.compare("lt", site, x, 0.0) || arithmetic.compare("gt", site, x, 0.0);
  }

  /** Returns the value of a tracked number that steers the control flow. */
  @HostAccess.Export
  public double observe(int site, Tracked x) {
    return arithmetic.observe(site, x);
  }

  /** Returns the value of a tracked number, to be shown only. */
  @HostAccess.Export
  public double value(Tracked x) {
    return arithmetic.value(x);
  }

  /** Refuses a use of a tracked number. */
  @HostAccess.Export
  public Object refuse(int site, String reason) {
    throw new Refusal(site, reason);
  }
}
