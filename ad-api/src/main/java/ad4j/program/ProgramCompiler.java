package ad4j.program;

/** Makes Programs run fast. Found by {@code ServiceLoader}; immutable and thread-safe. */
public interface ProgramCompiler {
  /**
   * Compiles {@code program}, and the routines that it calls.
   *
   * @throws ad4j.error.LimitException if a part of it is larger than what the JVM would compile
   */
  Kernel compile(Program program);
}
