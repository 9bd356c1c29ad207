/**
 * Programs to bytecode. The main type is {@link ad4j.compiler.write.BytecodeCompiler}: a Program
 * and the routines that it calls become one hidden class.
 */
@NullMarked
package ad4j.compiler.write;

import org.jspecify.annotations.NullMarked;
