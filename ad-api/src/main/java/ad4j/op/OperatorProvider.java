package ad4j.op;

import java.util.List;

/** The service by which a jar contributes operators. One public constructor without arguments. */
public interface OperatorProvider {
  /** The provider's name, as {@code ad ops} shows it. */
  default String name() {
    return getClass().getName();
  }

  /**
   * The operators. Called once.
   *
   * @param others for slopes that use operators of other providers; to be asked inside a slope only
   */
  List<Operator> operators(OperatorLookup others);
}
