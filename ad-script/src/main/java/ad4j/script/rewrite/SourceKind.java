package ad4j.script.rewrite;

/** How a piece of source text is read. */
public enum SourceKind {
  /** An ECMAScript module: strict, with imports and exports. */
  MODULE,
  /** A plain script, as passed to one evaluation. */
  SCRIPT,
  /** One input at the prompt: top-level declarations may be repeated by a later input. */
  REPL
}
