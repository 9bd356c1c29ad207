package ad4j.cli.output;

/** Writes answers in one format. */
interface AnswerWriter {
  /** Writes the answer at the one point that was asked for. */
  void write(Answer answer);

  /** Begins to write answers at many points. */
  Rows rows();

  /** Writes a list of things. */
  void write(Listing listing);
}
