package ad4j.compiler.random;

/** Something under test that differentiates Java methods. */
interface Subject {
  String name();

  /**
   * Outputs of the method at the point, and the gradient of their sum, weighted by {@link
   * Call#weights}, by {@link Call#inputs}.
   *
   * @throws Refusal if it does not claim to be able to
   * @throws Exception if it fails
   */
  @SuppressWarnings("checkstyle:IllegalThrows")
  Result differentiate(Call call) throws Exception;

  /** Whether it can say anything about this program. */
  default boolean takes(Program program) {
    return true;
  }

  /** Whether its outputs are those of the method to the last bit. */
  default boolean isExact() {
    return true;
  }

  /** What a subject gives; an empty gradient if it gives values only. */
  record Result(double[] outputs, double[] gradient) {}

  /** Says that a program holds what the subject does not support; counted, not a failure. */
  final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
