package ad4j.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All partials of a function at a point, checked. Immutable.
 *
 * @param x the point
 * @param partials by output, then by input
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record CheckReport(double[] x, List<PartialCheck> partials) {
  /** Copies both. */
  public CheckReport {
    x = x.clone();
    partials = List.copyOf(partials);
  }

  /** The point; a new array. */
  @Override
  public double[] x() {
    return x.clone();
  }

  /** Whether no partial disagrees. */
  public boolean passed() {
    return partials.stream().noneMatch(partial -> partial.verdict() == Verdict.DISAGREES);
  }

  /** The partials with this verdict. */
  public List<PartialCheck> with(Verdict verdict) {
    return partials.stream().filter(partial -> partial.verdict() == verdict).toList();
  }

  /** How often each verdict occurs; those that do not occur are missing. */
  public Map<Verdict, Integer> counts() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    partials.forEach(partial -> counts.merge(partial.verdict(), 1, Integer::sum));
    return counts;
  }
}
