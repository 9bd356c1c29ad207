package ad4j.reverse;

import ad4j.op.Comparison;
import java.util.Arrays;

/** The comparisons that a recorded execution made, with their outcomes. */
final class Guards {
  private Comparison[] comparisons = new Comparison[16];
  private boolean[] outcomes = new boolean[16];
  private int[] first = new int[16];
  private int[] second = new int[16];
  private int size;

  void add(Comparison comparison, int a, int b, boolean outcome) {
    if (size == first.length) {
      int capacity = Storage.grown(size, Storage.MOST);
      comparisons = Arrays.copyOf(comparisons, capacity);
      outcomes = Arrays.copyOf(outcomes, capacity);
      first = Arrays.copyOf(first, capacity);
      second = Arrays.copyOf(second, capacity);
    }
    comparisons[size] = comparison;
    outcomes[size] = outcome;
    first[size] = a;
    second[size] = b;
    size++;
  }

  /** Whether every comparison comes out as recorded at the tape's present values. */
  boolean hold(Tape tape) {
    for (int i = 0; i < size; i++) {
      double a = tape.at(first[i]);
      double b = tape.at(second[i]);
      if (comparisons[i].holds(a, b) != outcomes[i]) {
        return false;
      }
    }
    return true;
  }
}
