/**
 * What the launcher runs once to make later starts fast: {@link ad4j.cli.start.Training}, after
 * {@link ad4j.cli.start.OldClasses}.
 */
package ad4j.cli.start;
