package ad4j.op;

import ad4j.error.ConfigurationException;
import ad4j.error.UnknownOperatorException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operators of a number of providers, by name. Immutable and thread-safe once made. */
public final class Operators implements OperatorLookup {
  private final Map<String, Operator> byName = new TreeMap<>();
  private final Map<String, String> providers = new TreeMap<>();

  /**
   * Reads all providers.
   *
   * @throws ConfigurationException with every problem: a name claimed twice, a provider that fails
   */
  public Operators(Collection<? extends OperatorProvider> providers) {
    List<String> problems = new ArrayList<>();
    for (OperatorProvider provider : providers) {
      read(provider, problems);
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  private void read(OperatorProvider provider, List<String> problems) {
    String owner = provider.getClass().getName();
    try {
      owner = provider.name();
      for (Operator operator : provider.operators(this)) {
        claim(operator, owner, problems);
      }
    } catch (RuntimeException | LinkageError e) { // whatever a foreign provider may throw
      problems.add("provider '" + owner + "' cannot declare its operators: " + e);
    }
  }

  private void claim(Operator operator, String owner, List<String> problems) {
    String other = providers.putIfAbsent(operator.name(), owner);
    if (other == null) {
      byName.put(operator.name(), operator);
    } else {
      problems.add(
          "operator '%s' is claimed by both '%s' and '%s'"
              .formatted(operator.name(), other, owner));
    }
  }

  @Override
  public Operator named(String name) {
    Operator operator = byName.get(name);
    if (operator == null) {
      throw new UnknownOperatorException(name, near(name));
    }
    return operator;
  }

  /** The operator with this name, or null. */
  public @Nullable Operator find(String name) {
    return byName.get(name);
  }

  /** All operators, by name. */
  public Collection<Operator> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** The name of the provider of the operator with this name. */
  public String provider(String name) {
    String provider = providers.get(named(name).name());
    return provider == null ? "" : provider;
  }

  /** Names of operators that are close to this one, best first, at most three. */
  public List<String> near(String name) {
    return Spelling.near(name, byName.keySet(), 3);
  }

  /**
   * Names close to another, by edit distance in which a swap of neighbours counts once: F. Damerau,
   * <i>Communications of the ACM</i> 7 (1964).
   */
  public static final class Spelling {
    private Spelling() {}

    /** At most {@code most} of {@code names} that differ little from {@code name}, best first. */
    public static List<String> near(String name, Collection<String> names, int most) {
      int bound = Math.max(1, name.length() / 3);
      return names.stream()
          .filter(candidate -> distance(name, candidate) <= bound)
          .sorted(
              Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                  .thenComparing(candidate -> !name.startsWith(candidate)))
          .limit(most)
          .toList();
    }

    /**
     * Letters that are inserted, left out, changed, or swapped with the next; case is no matter.
     */
    private static int distance(String a, String b) {
      int[][] distances = new int[a.length() + 1][b.length() + 1];
      for (int i = 0; i <= a.length(); i++) {
        for (int j = 0; j <= b.length(); j++) {
          distances[i][j] = i == 0 || j == 0 ? i + j : nearest(distances, a, b, i, j);
        }
      }
      return distances[a.length()][b.length()];
    }

    private static int nearest(int[][] distances, String a, String b, int i, int j) {
      int changed = distances[i - 1][j - 1] + (same(a, i, b, j) ? 0 : 1);
      int nearest = Math.min(changed, 1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
      boolean swapped = i > 1 && j > 1 && same(a, i, b, j - 1) && same(a, i - 1, b, j);
      return swapped ? Math.min(nearest, distances[i - 2][j - 2] + 1) : nearest;
    }

    /** Whether letter i of a, counted from 1, is letter j of b. */
    private static boolean same(String a, int i, String b, int j) {
      return Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
    }
  }
}
