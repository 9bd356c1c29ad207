/**
 * The standard operators, one file a family; {@link ad4j.ops.StandardOperators} collects them. The
 * exemplar of a declaration is {@code log1p} in {@link ad4j.ops.Exponential}.
 */
package ad4j.ops;
