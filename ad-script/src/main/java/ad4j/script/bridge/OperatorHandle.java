package ad4j.script.bridge;

import ad4j.op.Operator;
import org.jspecify.annotations.Nullable;

/**
 * An operator, opaque to the script.
 *
 * @param name the name under which the prelude asked for it
 * @param operator the operator; null if none has this name, so that any use of it is refused
 */
public record OperatorHandle(String name, @Nullable Operator operator) {}
