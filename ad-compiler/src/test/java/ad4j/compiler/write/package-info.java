/** Tests of the way from Programs to bytecode. */
@NullMarked
package ad4j.compiler.write;

import org.jspecify.annotations.NullMarked;
