/** The interactive session: {@link ad4j.cli.repl.Repl}. */
package ad4j.cli.repl;
