/**
 * How answers are written: {@link ad4j.cli.output.Output} in one of the {@linkplain
 * ad4j.cli.output.Format formats}.
 */
package ad4j.cli.output;
