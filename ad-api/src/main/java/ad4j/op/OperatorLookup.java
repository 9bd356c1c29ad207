package ad4j.op;

/** Finds operators of all providers by name. */
@FunctionalInterface
public interface OperatorLookup {
  /**
   * The operator with this name. May be called once all providers are read: inside a slope, not
   * while operators are being declared.
   *
   * @throws ad4j.error.UnknownOperatorException if there is none; names near ones
   */
  Operator named(String name);
}
