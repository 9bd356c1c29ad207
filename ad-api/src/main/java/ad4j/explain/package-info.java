/**
 * A function at a point, explained: {@link ad4j.explain.Explanation} holds its nodes, the partial
 * on every edge and both passes as data, {@link ad4j.explain.Renderer} shows them.
 */
package ad4j.explain;
