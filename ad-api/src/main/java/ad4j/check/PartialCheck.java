package ad4j.check;

/**
 * One partial, by both modes and by finite differences.
 *
 * @param output which result, from 0
 * @param input by which input, from 0
 * @param forward the partial in forward mode; NaN if no forward engine is installed
 * @param reverse the partial in reverse mode; NaN if no reverse engine is installed
 * @param numeric the partial by finite differences; NaN if they do not exist
 * @param error an estimate of the error of {@code numeric}
 * @param left the slope to the left by differences; NaN if unknown
 * @param right the slope to the right by differences; NaN if unknown
 * @param verdict what follows
 * @param message the same in words, on one line
 */
public record PartialCheck(
    int output,
    int input,
    double forward,
    double reverse,
    double numeric,
    double error,
    double left,
    double right,
    Verdict verdict,
    String message) {}
