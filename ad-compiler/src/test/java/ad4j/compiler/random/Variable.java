package ad4j.compiler.random;

/**
 * A variable in scope.
 *
 * @param assignable whether statements assign it (so lambdas do not capture it)
 * @param size for an array the Java text of its length, for an int that is never negative the text
 *     that it is always below; or empty
 * @param least for an array what its length is at least, for an int what it is always below, or 0
 *     where that is not known
 * @param columns for a matrix the Java text of the length of each row
 * @param leastColumns for a matrix what the length of each row is at least
 */
record Variable(
    String name,
    Type type,
    boolean assignable,
    String size,
    int least,
    String columns,
    int leastColumns) {

  static Variable scalar(String name) {
    return new Variable(name, Type.DOUBLE, true, "", 0, "", 0);
  }

  static Variable fixed(String name, Type type) {
    return new Variable(name, type, false, "", 0, "", 0);
  }

  static Variable free(String name, Type type) {
    return new Variable(name, type, true, "", 0, "", 0);
  }

  static Variable array(String name, String size, int least) {
    return new Variable(name, Type.ARRAY, false, size, least, "", 0);
  }

  /** An int from 0 to below {@code size}, and below {@code least} unless that is 0. */
  static Variable index(String name, String size, int least) {
    return new Variable(name, Type.INT, false, size, least, "", 0);
  }

  Expression read() {
    return Expression.of(type, name);
  }

  boolean isIndex() {
    return type == Type.INT && (least > 0 || !size.isEmpty());
  }

  /** Whether this int is always an index of {@code array}. */
  boolean indexes(Variable array) {
    return isIndex() && (size.equals(array.size) || (least > 0 && least <= array.least));
  }

  boolean indexesColumns(Variable matrix) {
    return isIndex()
        && (size.equals(matrix.columns) || (least > 0 && least <= matrix.leastColumns));
  }
}
