/**
 * Functions as data. The main type is {@link ad4j.program.Program}: a control-flow graph in SSA
 * form. The derivative of a Program is a Program.
 */
@NullMarked
package ad4j.program;

import org.jspecify.annotations.NullMarked;
