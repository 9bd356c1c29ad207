package ad4j.script;

/**
 * What came of an input at the prompt.
 *
 * @param text the value as it is to be shown; empty if it is undefined
 */
public record ScriptResult(String text) {}
