/**
 * What every command works with: the {@link ad4j.cli.work.Workbench}, its options, its messages and
 * exit codes.
 */
package ad4j.cli.work;
