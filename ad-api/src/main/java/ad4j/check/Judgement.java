package ad4j.check;

/**
 * A verdict with its reason.
 *
 * @param verdict the verdict
 * @param words the reason
 */
record Judgement(Verdict verdict, String words) {}
