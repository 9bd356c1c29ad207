package ad4j.differences;

/**
 * The slopes of a function at a point.
 *
 * @param central by differences to both sides
 * @param left by differences to the left
 * @param right by differences to the right
 * @param growing whether difference quotients grow without bound: a jump, or a steep end
 */
public record Slopes(Estimate central, Estimate left, Estimate right, boolean growing) {
  /** The central one, or where the function ends on one side, the other side's. */
  public Estimate best() {
    return central.exists() ? central : left.exists() ? left : right;
  }

  /** Whether both sides have a slope and these differ by more than their errors. */
  public boolean kinked() {
    double gap = Math.abs(left.slope() - right.slope());
    double size = Math.max(Math.abs(left.slope()), Math.abs(right.slope()));
    return left.settled()
        && right.settled()
        && gap > 1e-5 * size + 10 * (left.error() + right.error());
  }
}
