/** The command {@code ad}: {@link ad4j.cli.Main}, and where its parts are put together. */
package ad4j.cli;
