/**
 * Engines and what is built on them: an {@link ad4j.engine.Engine} owes one primitive, {@link
 * ad4j.engine.Differentiator} makes every derivative of it.
 */
package ad4j.engine;
