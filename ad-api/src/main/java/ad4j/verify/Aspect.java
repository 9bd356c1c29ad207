package ad4j.verify;

/** What an operator is verified for. */
public enum Aspect {
  /** It has words, and domains and edges that fit its arity. */
  DECLARATION("is described"),
  /** Inside its domain it has a value and a slope, and neither throws anywhere. */
  TOTALITY("has a value and a slope all over its domain"),
  /** Its slope is what differences of its value say. */
  SLOPE("has the slope of its value"),
  /** The slope of its slope is what differences of its slope say. */
  SECOND_SLOPE("has a slope that can be differentiated"),
  /** Its partials on plain doubles equal the rule on constants, bit for bit. */
  PARTIALS("has partials that equal its rule"),
  /** Its edges hold, by themselves and through every engine. */
  EDGES("keeps its edges"),
  /** It has no kink and no jump that it does not declare. */
  KINKS("declares its kinks"),
  /** All engines return the same value and the same derivatives. */
  MODES("is the same in all modes"),
  /** Equal arguments give equal results, in any thread, and stay as they are. */
  PURITY("is pure"),
  /**
   * NaN in an argument that matters makes the value NaN, unless the words or an edge speak of it.
   */
  NAN("passes NaN on");

  private final String sentence;

  Aspect(String sentence) {
    this.sentence = sentence;
  }

  /** What an operator does that is sound in this respect, to be read after its name. */
  public String sentence() {
    return sentence;
  }
}
