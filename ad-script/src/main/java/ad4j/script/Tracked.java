package ad4j.script;

/**
 * A number that a script computes with while it is differentiated. To the script it is opaque: it
 * has no members, and a conversion to a primitive is refused.
 *
 * @param content what the {@link Arithmetic} in use knows of the number
 */
public record Tracked(Object content) {}
