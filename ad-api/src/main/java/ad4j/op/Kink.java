package ad4j.op;

import java.util.function.Predicate;

/**
 * A set of points where the slope of an operator does not exist and a convention stands in for it.
 *
 * @param where in words, such as {@code "x = 0"}
 * @param holds whether a point, given by its arguments, belongs to it
 */
public record Kink(String where, Predicate<double[]> holds) {}
