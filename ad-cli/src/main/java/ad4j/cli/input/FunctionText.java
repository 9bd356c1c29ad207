package ad4j.cli.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a function is to be taken from. */
public sealed interface FunctionText {
  /** Reads the argument F of a command. */
  static FunctionText read(String argument) {
    Matcher file = InFile.FORM.matcher(argument);
    if (argument.equals("-")) {
      return new FromStandardInput();
    }
    if (file.matches()) {
      String name = file.group(2);
      return new InFile(file.group(1), name == null ? "default" : name);
    }
    return new Inline(argument);
  }

  /**
   * JavaScript on the command line.
   *
   * @param text an expression or a function
   */
  record Inline(String text) implements FunctionText {}

  /** JavaScript from standard input. */
  record FromStandardInput() implements FunctionText {}

  /**
   * An export of a module.
   *
   * @param file the module
   * @param export its name
   */
  record InFile(String file, String export) implements FunctionText {
    private static final Pattern FORM =
        Pattern.compile("([^\\n(){};=*]+\\.m?js)(?:#([\\w$]+))?", Pattern.UNICODE_CHARACTER_CLASS);
  }
}
