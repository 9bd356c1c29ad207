package ad4j.explain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells operations of the same label apart: a variable that is assigned in a loop is s1, s2, s3. A
 * label that one operation alone has, and no input, stays as it is.
 */
final class Numbering {
  private final Set<String> taken;
  private final Set<String> shared;
  private final Map<String, Integer> counts = new HashMap<>();

  Numbering(List<String> inputs, List<String> labels) {
    taken = new HashSet<>(inputs);
    shared = new HashSet<>(inputs);
    for (String label : labels) {
      if (!taken.add(label)) {
        shared.add(label);
      }
    }
  }

  /** The name of the next operation with this label; empty for an empty one. */
  String name(String label) {
    if (label.isEmpty() || !shared.contains(label)) {
      return label;
    }
    int number = counts.getOrDefault(label, 0);
    String name;
    do {
      name = label + ++number;
    } while (!taken.add(name));
    counts.put(label, number);
    return name;
  }
}
