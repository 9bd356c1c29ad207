package ad4j.compiler.random;

import java.util.Set;

/**
 * A random Java class with the method {@code f}.
 *
 * @param release the language level that it keeps to
 * @param constructs what the generator put in (not updated by shrinking)
 */
record Program(long seed, Kind kind, int release, Statement tree, Set<Construct> constructs) {

  Program {
    constructs = Set.copyOf(constructs);
  }

  Program with(Statement changed) {
    return new Program(seed, kind, release, changed, constructs);
  }

  /** The binary name of the class. */
  String className() {
    return "made." + simpleName(seed, kind);
  }

  static String simpleName(long seed, Kind kind) {
    return "Random"
        + seed
        + kind.name().charAt(0)
        + kind.name().substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  String source() {
    return """
    package made;

    import java.util.Arrays;
    import java.util.function.DoubleBinaryOperator;
    import java.util.function.DoubleUnaryOperator;
    import java.util.function.IntToDoubleFunction;

    """
        + tree;
  }
}
