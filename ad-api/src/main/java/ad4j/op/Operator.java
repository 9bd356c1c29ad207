package ad4j.op;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A differentiable function of numbers, declared once: name, value, slope, domain, edges, words.
 *
 * <p>The declaration serves every engine, every order, scripts, documentation and tests. The
 * exemplar is {@code log1p} in the standard operators. Immutable and thread-safe as far as value
 * and slope are.
 */
public sealed interface Operator permits UnaryOperator, BinaryOperator, NaryOperator {
  /** The {@link #arity()} of an operator that takes any number of arguments. */
  int VARIADIC = -1;

  /** Begins the declaration of an operator of one argument. */
  static UnaryOperator.Named unary(String name) {
    return new UnaryOperator.Named(new Facts(name));
  }

  /** Begins the declaration of an operator of two arguments. */
  static BinaryOperator.Named binary(String name) {
    return new BinaryOperator.Named(new Facts(name));
  }

  /** Begins the declaration of an operator of {@code arity} arguments. */
  static NaryOperator.Named nary(String name, int arity) {
    return new NaryOperator.Named(new Facts(name), arity);
  }

  /** Begins the declaration of an operator of any number of arguments. */
  static NaryOperator.Named variadic(String name) {
    return new NaryOperator.Named(new Facts(name), VARIADIC);
  }

  /** What it states about itself besides value and slope. */
  Facts facts();

  /** The name by which scripts and {@code ad ops} know it. */
  default String name() {
    return facts().name();
  }

  /**
   * In words, what it is. If these begin with the operator applied to names, as in {@code atan2(y,
   * x): the angle}, its arguments are called so.
   */
  default String doc() {
    return facts().doc();
  }

  /** What it gives at special points. */
  default List<Edge> edges() {
    return facts().edges();
  }

  /** Where its slope does not exist and a convention stands in. */
  default List<Kink> kinks() {
    return facts().kinks();
  }

  /** The kink at this point, if there is one. */
  default @Nullable Kink kinkAt(double... xs) {
    for (Kink kink : facts().kinks()) {
      if (kink.holds().test(xs)) {
        return kink;
      }
    }
    return null;
  }

  /** The interval of the argument with this index, from 0. */
  default Domain domain(int index) {
    List<Domain> domains = facts().domains();
    return domains.isEmpty() ? Domain.ALL : domains.get(Math.min(index, domains.size() - 1));
  }

  /** How many arguments it takes, or {@link #VARIADIC}. */
  int arity();

  /** Applies it: the one place through which all operations on reals go. */
  Real of(Real... xs);

  /** Its value on plain doubles. */
  double value(double... xs);

  /** Its partial by argument {@code index}, on reals: the declared rule itself. */
  Real slope(int index, Real[] xs, Real y);

  /**
   * Its partial by argument {@code index} on plain doubles, derived from the declared rule and
   * equal to it bit for bit.
   */
  double partial(int index, double[] xs, double y);
}
