package ad4j.script.rewrite;

import java.util.List;

/**
 * Rewritten source text, line for line the original.
 *
 * @param original what the user wrote
 * @param text what is evaluated
 * @param marks corresponding offsets of the two texts, ascending
 */
public record Rewritten(SourceText original, String text, List<Mark> marks) {

  /** An offset of the rewritten text and the offset of the original that it stands for. */
  public record Mark(int rewritten, int original) {}

  /** Defensive copy. */
  public Rewritten {
    marks = List.copyOf(marks);
  }

  /** Returns the offset in the original that an offset in the rewritten text stands for. */
  public int originalOffset(int offset) {
    int low = 0;
    int high = marks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (marks.get(middle).rewritten() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Mark mark = marks.get(low);
    int limit =
        low + 1 < marks.size() ? marks.get(low + 1).original() : original.content().length();
    return Math.min(mark.original() + Math.max(0, offset - mark.rewritten()), limit);
  }
}
