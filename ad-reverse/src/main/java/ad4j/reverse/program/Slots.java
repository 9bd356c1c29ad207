package ad4j.reverse.program;

/** The slots of the frame that are free. */
final class Slots {
  private int next;

  /** All from this one on. */
  Slots(int first) {
    next = first;
  }

  /** Takes one. */
  int take() {
    return next++;
  }
}
