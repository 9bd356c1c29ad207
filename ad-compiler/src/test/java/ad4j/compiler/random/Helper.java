package ad4j.compiler.random;

import java.util.List;

/**
 * A private method that the others may call.
 *
 * @param cost about how many statements one call runs
 */
record Helper(String name, Form form, List<Type> parameters, long cost) {

  /** What a helper method does. */
  enum Form {
    SCALAR,
    WRITES,
    RETURNS_ARRAY,
    RECURSIVE,
    RECURSIVE_WRITER,
    INT,
    APPLIES
  }
}
