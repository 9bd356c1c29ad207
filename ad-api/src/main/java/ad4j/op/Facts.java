package ad4j.op;

import ad4j.error.AdException;
import ad4j.error.OperatorException;
import ad4j.error.ShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an operator states about itself besides value and slope; part of its declaration.
 *
 * @param name the name by which scripts and {@code ad ops} know it
 * @param domains the intervals of its arguments; the last one holds for all that follow
 * @param edges what it gives at special points
 * @param kinks where its slope does not exist and a convention stands in
 * @param doc in words, what it is
 * @param number unlike that of any other operator of this process: for engines, which keep tables
 */
public record Facts(
    String name, List<Domain> domains, List<Edge> edges, List<Kink> kinks, String doc, int number) {
  private static final AtomicInteger DECLARED = new AtomicInteger();

  /** Checks the name. */
  public Facts {
    if (!name.matches("[A-Za-z][A-Za-z0-9]*'*")) {
      throw new OperatorException(
          "'" + name + "' cannot name an operator", "use letters and digits, a letter first");
    }
  }

  Facts(String name) {
    this(name, List.of(), List.of(), List.of(), "", DECLARED.getAndIncrement());
  }

  Facts with(Domain... domain) {
    return new Facts(name, List.of(domain), edges, kinks, doc, DECLARED.getAndIncrement());
  }

  Facts with(Edge edge) {
    return new Facts(name, domains, appended(edges, edge), kinks, doc, DECLARED.getAndIncrement());
  }

  Facts with(Kink kink) {
    return new Facts(name, domains, edges, appended(kinks, kink), doc, DECLARED.getAndIncrement());
  }

  Facts with(String words) {
    return new Facts(name, domains, edges, kinks, words, DECLARED.getAndIncrement());
  }

  void requireArity(int arity, int given) {
    if (given != arity) {
      throw ShapeException.ofCount("operator '" + name + "' takes", arity, "argument", given, "");
    }
  }

  <T> T declared(@Nullable T fact, String kind) {
    if (fact == null) {
      throw new OperatorException(
          "operator '" + name + "' has no " + kind,
          "declare one with ." + kind + "(...); a derivative is never guessed");
    }
    return fact;
  }

  /** What {@code slope} gives; its failures, which may be a stranger's, name the operator. */
  @SuppressWarnings("NullAway") // a stranger's rule may return null all the same
  Real checked(Supplier<Real> slope) {
    Real result;
    try {
      result = slope.get();
    } catch (AdException | Symbol.NotSymbolic e) {
      throw e;
    } catch (RuntimeException e) {
      throw new OperatorException("the slope of operator '" + name + "' failed: " + e, "", null, e);
    }
    if (result == null) {
      throw new OperatorException("the slope of operator '" + name + "' returned null", "");
    }
    return result;
  }

  private static <T> List<T> appended(List<T> list, T last) {
    List<T> all = new ArrayList<>(list);
    all.add(last);
    return List.copyOf(all);
  }
}
