package ad4j;

/** What a Program can be made into. */
public enum Transform {
  /** The function itself: {@code x -> result}. */
  NONE,
  /** {@code (x, adjoint of x) -> value}, which adds the gradient to the adjoint. */
  GRADIENT,
  /** {@code (x, adjoint of x, seed) -> result}, which adds seed times Jacobian to the adjoint. */
  VJP,
  /** {@code (x, tangent of x) -> result, its tangent}. */
  JVP,
  /** The pushforward of {@link #GRADIENT}: it adds the Hessian times the tangent of x, too. */
  HVP
}
