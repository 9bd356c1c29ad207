/** Engines as a third party would add them, such as {@link ad4j.testkit.engines.ClosureEngine}. */
@NullMarked
package ad4j.testkit.engines;

import org.jspecify.annotations.NullMarked;
