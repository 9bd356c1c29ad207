package ad4j.testkit;

import ad4j.engine.RealFunction;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function whose derivatives are known in closed form.
 *
 * @param name what it is
 * @param f the function
 * @param jacobian one row a result, one column an input
 * @param hessian of the one result; null for a function with several
 * @param points where it is tried
 */
record Scenario(
    String name,
    RealFunction f,
    Function<double[], double[][]> jacobian,
    @Nullable Function<double[], double[][]> hessian,
    List<double[]> points) {}
