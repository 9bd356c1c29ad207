/** JavaScript source to JavaScript source: {@link ad4j.script.rewrite.Rewriter}. */
package ad4j.script.rewrite;
