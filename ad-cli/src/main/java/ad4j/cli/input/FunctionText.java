package ad4j.cli.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    Matcher classFile = InClassFile.FORM.matcher(argument);
    if (classFile.matches()) {
      return new InClassFile(classFile.group(1), known(classFile.group(2)));
    }
    Matcher type = InClass.FORM.matcher(argument);
    if (type.matches()) {
      return new InClass(type.group(1), type.group(2));
    }
    return new Inline(argument);
  }

  private static String known(@Nullable String name) {
    return name == null ? "" : name;
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

  /**
   * A static method of a class file.
   *
   * @param file the class file, or a Java source, which is none
   * @param method its name; empty if it is not told
   */
  record InClassFile(String file, String method) implements FunctionText {
    private static final Pattern FORM =
        Pattern.compile(
            "([^\\n(){};=*]+\\.(?:class|java))(?:#([\\w$]+))?", Pattern.UNICODE_CHARACTER_CLASS);
  }

  /**
   * A static method of a class on the class path.
   *
   * @param type the name of the class
   * @param method its name
   */
  record InClass(String type, String method) implements FunctionText {
    private static final Pattern FORM =
        Pattern.compile("([\\w$]+(?:\\.[\\w$]+)*)#([\\w$]+)", Pattern.UNICODE_CHARACTER_CLASS);
  }
}
