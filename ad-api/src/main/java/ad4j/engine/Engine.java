package ad4j.engine;

/**
 * A way to propagate derivatives through a function. Found by {@code ServiceLoader} under this
 * type; needs a public constructor without arguments, and must be immutable and thread-safe.
 */
public sealed interface Engine permits ForwardEngine, ReverseEngine {
  /** A short unique name, such as {@code forward}. */
  String name();

  /** One sentence on how it works. */
  String doc();
}
