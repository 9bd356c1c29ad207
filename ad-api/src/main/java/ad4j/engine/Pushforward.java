package ad4j.engine;

import ad4j.op.Real;

/**
 * What a {@link ForwardEngine} returns; handed over, not copied.
 *
 * @param value the results of the function
 * @param tangents one row a direction, each as long as {@code value}
 */
@SuppressWarnings("ArrayRecordComponent") // a hand-over between engine and differentiator
public record Pushforward(Real[] value, Real[][] tangents) {}
