/**
 * How arguments are read: functions, {@link ad4j.cli.input.GivenPoint points}, tables of points,
 * times.
 */
package ad4j.cli.input;
