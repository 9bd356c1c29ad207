/** The facade: {@link ad4j.Ad} makes a function {@link ad4j.Differentiable}. */
package ad4j;
