/** The commands, one class each, below the {@link ad4j.cli.command.Root}. */
package ad4j.cli.command;
