/** Methods of all kinds are read and compared with what Java makes of them. */
@NullMarked
package ad4j.compiler.read;

import org.jspecify.annotations.NullMarked;
