/**
 * Reverse mode on Programs: {@link ad4j.reverse.program.ProgramPullback} makes of a Program another
 * that runs it and pulls adjoints back.
 */
@NullMarked
package ad4j.reverse.program;

import org.jspecify.annotations.NullMarked;
