package ad4j.op;

import ad4j.error.OperatorException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A differentiable function of numbers, declared once: name, value, slope, domain, edges, words.
 *
 * <p>The declaration serves every engine, every order, scripts, documentation and tests. The
 * exemplar is {@code log1p} in the standard operators. Immutable and thread-safe as far as value
 * and slope are.
 */
public abstract sealed class Operator permits UnaryOperator, BinaryOperator, NaryOperator {
  /** The {@link #arity()} of an operator that takes any number of arguments. */
  public static final int VARIADIC = -1;

  private final Facts facts;

  Operator(Facts facts) {
    this.facts = facts;
  }

  /** Begins the declaration of an operator of one argument. */
  public static UnaryOperator.Named unary(String name) {
    return new UnaryOperator.Named(new Facts(name));
  }

  /** Begins the declaration of an operator of two arguments. */
  public static BinaryOperator.Named binary(String name) {
    return new BinaryOperator.Named(new Facts(name));
  }

  /** Begins the declaration of an operator of {@code arity} arguments. */
  public static NaryOperator.Named nary(String name, int arity) {
    return new NaryOperator.Named(new Facts(name), arity);
  }

  /** Begins the declaration of an operator of any number of arguments. */
  public static NaryOperator.Named variadic(String name) {
    return new NaryOperator.Named(new Facts(name), VARIADIC);
  }

  /** The name by which scripts and {@code ad ops} know it. */
  public final String name() {
    return facts.name();
  }

  /** In words, what it is. */
  public final String doc() {
    return facts.doc();
  }

  /** What it gives at special points. */
  public final List<Edge> edges() {
    return facts.edges();
  }

  /** Where its slope does not exist and a convention stands in. */
  public final List<Kink> kinks() {
    return facts.kinks();
  }

  /** The kink at this point, if there is one. */
  public final @Nullable Kink kinkAt(double... xs) {
    for (Kink kink : facts.kinks()) {
      if (kink.holds().test(xs)) {
        return kink;
      }
    }
    return null;
  }

  /** The interval of the argument with this index, from 0. */
  public final Domain domain(int index) {
    List<Domain> domains = facts.domains();
    return domains.isEmpty() ? Domain.ALL : domains.get(Math.min(index, domains.size() - 1));
  }

  /** How many arguments it takes, or {@link #VARIADIC}. */
  public abstract int arity();

  /** Applies it: the one place through which all operations on reals go. */
  public abstract Real of(Real... xs);

  /** Its value on plain doubles. */
  public abstract double value(double... xs);

  /** Its partial by argument {@code index}, on reals: the declared rule itself. */
  public abstract Real slope(int index, Real[] xs, Real y);

  /**
   * Its partial by argument {@code index} on plain doubles, derived from the declared rule and
   * equal to it bit for bit.
   */
  public abstract double partial(int index, double[] xs, double y);

  final Facts facts() {
    return facts;
  }

  final void requireArity(int given) {
    if (arity() != VARIADIC && given != arity()) {
      throw new ad4j.error.ShapeException(
          "operator '" + name() + "' takes " + arity() + " arguments, not " + given, "");
    }
  }

  static <T> T declared(@Nullable T fact, Facts facts, String kind) {
    if (fact == null) {
      throw new OperatorException(
          "operator '" + facts.name() + "' has no " + kind,
          "declare one with ." + kind + "(...); a derivative is never guessed");
    }
    return fact;
  }

  @Override
  public String toString() {
    return name();
  }
}
