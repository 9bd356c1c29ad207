/** From the class file of a method to a Program: {@link ad4j.compiler.read.MethodReader}. */
@NullMarked
package ad4j.compiler.read;

import org.jspecify.annotations.NullMarked;
