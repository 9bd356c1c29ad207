package ad4j.script.rewrite;

import com.oracle.js.parser.ErrorManager;
import com.oracle.js.parser.Parser;
import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ScriptEnvironment;
import com.oracle.js.parser.Source;
import com.oracle.js.parser.ir.FunctionNode;

/** Parses text with the parser of the JavaScript engine, so that both read the same language. */
final class JsParser {
  private JsParser() {}

  static FunctionNode parse(SourceText text, SourceKind kind) {
    boolean module = kind == SourceKind.MODULE;
    Parser parser =
        new Parser(
            environment(module),
            Source.sourceFor(text.name(), text.content()),
            new ErrorManager.ThrowErrorManager());
    try {
      return module ? parser.parseModule(text.name()) : parser.parse();
    } catch (ParserException e) {
      throw failure(text, kind, e);
    }
  }

  private static ScriptEnvironment environment(boolean module) {
    return ScriptEnvironment.builder()
        .ecmaScriptVersion(ScriptEnvironment.ES_2024)
        .strict(module)
        .emptyStatements(true)
        .allowBigInt(true)
        .annexB(true)
        .classFields(true)
        .privateFieldsIn(true)
        .topLevelAwait(module)
        .functionStatementBehavior(ScriptEnvironment.FunctionStatementBehavior.ACCEPT)
        .build();
  }

  private static SourceException failure(SourceText text, SourceKind kind, ParserException e) {
    int line = Math.max(1, e.getLineNumber());
    int offset =
        e.getPosition() >= 0
            ? Math.min(e.getPosition(), text.content().length())
            : text.offset(line, e.getColumnNumber() + 1);
    boolean incomplete = e.isIncompleteSource() || OpenText.endsInside(text.content());
    return new SourceException(problem(text, kind, e.getRawMessage()), text, offset, incomplete);
  }

  /** The brackets around an inline function are none of the user's business. */
  private static String problem(SourceText text, SourceKind kind, String message) {
    if (kind == SourceKind.REPL && message.startsWith("await is only valid")) {
      return "await is not possible at the prompt: write promise.then(console.log),"
          + " or a module for `ad run`";
    }
    String bracket = "Expected ) but found ";
    return text.isInBrackets() && message.startsWith(bracket) && !message.endsWith("eof")
        ? "unexpected '"
            + message.substring(bracket.length())
            + "' after the end of an expression; statements belong in a function: x => { ... }"
        : message;
  }
}
