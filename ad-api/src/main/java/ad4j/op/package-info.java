/**
 * Operators and the numbers they work on: {@link ad4j.op.Operator} is declared once, on {@link
 * ad4j.op.Real}, and serves every engine.
 */
package ad4j.op;
