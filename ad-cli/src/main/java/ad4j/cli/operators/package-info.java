/** How operators are shown: {@link ad4j.cli.operators.OperatorTable} and one in full. */
package ad4j.cli.operators;
