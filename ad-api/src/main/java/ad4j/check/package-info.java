/** Derivatives compared with finite differences: {@link ad4j.check.GradientCheck}. */
package ad4j.check;
