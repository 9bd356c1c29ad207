package ad4j.compiler.write;

import java.util.TreeMap;

/** Positions in the code at which something is alive: ranges, from the first until the last. */
final class Ranges {
  private final TreeMap<Integer, Integer> ends = new TreeMap<>();

  boolean isEmpty() {
    return ends.isEmpty();
  }

  /** The first position. */
  int first() {
    return ends.firstKey();
  }

  /** Adds the positions from {@code from} until {@code to}. */
  void add(int from, int to) {
    int start = from;
    int end = to;
    var before = ends.floorEntry(start);
    if (before != null && before.getValue() >= start) {
      start = before.getKey();
      end = Math.max(end, before.getValue());
    }
    var after = ends.ceilingEntry(start);
    while (after != null && after.getKey() <= end) {
      end = Math.max(end, after.getValue());
      ends.remove(after.getKey());
      after = ends.ceilingEntry(start);
    }
    ends.put(start, end);
  }

  /** Adds all positions of {@code other}. */
  void add(Ranges other) {
    other.ends.forEach(this::add);
  }

  /** Takes away the positions before {@code from} of the range that covers it. */
  void beginAt(int from) {
    var range = ends.floorEntry(from);
    if (range != null && range.getValue() > from) {
      ends.remove(range.getKey());
      ends.put(from, range.getValue());
    }
  }

  /** Whether both have a position in common. */
  boolean overlaps(Ranges other) {
    if (ends.size() > other.ends.size()) {
      return other.overlaps(this);
    }
    for (var range : ends.entrySet()) {
      var before = other.ends.lowerEntry(range.getValue());
      if (before != null && before.getValue() > range.getKey()) {
        return true;
      }
    }
    return false;
  }
}
