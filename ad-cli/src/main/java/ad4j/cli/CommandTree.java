package ad4j.cli;

import ad4j.cli.command.Commands;
import ad4j.cli.command.Root;
import ad4j.cli.input.UsageException;
import ad4j.op.Operators.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line for picocli: the root, and of the commands only the one that is named. */
final class CommandTree {
  /** Looks like the beginning of a formula, not like an option. */
  private static final Pattern FORMULA = Pattern.compile("-(?!cp=)[^-o].*[()*/+ .].*|-[(\\[].*");

  private final CommandLine commandLine;
  private final String[] arguments;

  CommandTree(String... arguments) {
    this.arguments = protectedFormulas(arguments);
    commandLine = new CommandLine(new Root());
    for (String argument : arguments) {
      if (commandLine.getSubcommands().isEmpty()) {
        Commands.named(argument)
            .ifPresent(entry -> commandLine.addSubcommand(argument, entry.maker().get()));
      }
    }
    commandLine.setColorScheme(Help.defaultColorScheme(Ansi.OFF));
    arrangeHelp(commandLine);
    commandLine.getSubcommands().values().forEach(CommandTree::arrangeHelp);
  }

  CommandLine commandLine() {
    return commandLine;
  }

  String[] arguments() {
    return arguments;
  }

  private static void arrangeHelp(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .sectionKeys(
            List.of(
                UsageMessageSpec.SECTION_KEY_SYNOPSIS,
                UsageMessageSpec.SECTION_KEY_DESCRIPTION,
                UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                UsageMessageSpec.SECTION_KEY_FOOTER));
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, CommandTree::synopsis);
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, CommandTree::options);
    command
        .getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            help -> command.getParent() == null ? commands() : "");
  }

  private static String synopsis(Help help) {
    StringBuilder line = new StringBuilder("Usage: ");
    line.append(help.commandSpec().qualifiedName());
    line.append(help.commandSpec().parent() == null ? " COMMAND" : "");
    help.commandSpec()
        .positionalParameters()
        .forEach(
            parameter ->
                line.append(' ')
                    .append(
                        parameter.required()
                            ? parameter.paramLabel()
                            : "[" + parameter.paramLabel() + "]"));
    for (OptionSpec option : help.commandSpec().options()) {
      if (option.required()) {
        line.append(' ').append(option.longestName()).append(' ').append(option.paramLabel());
      }
    }
    return line + " [OPTION]...\n\n";
  }

  private static String commands() {
    StringBuilder text = new StringBuilder("\nCommands:\n");
    for (Commands.Entry entry : Commands.all()) {
      String padding = " ".repeat(10 - entry.name().length());
      text.append("  ").append(entry.name()).append(padding).append(entry.summary()).append('\n');
    }
    return text.toString();
  }

  /** The command's own options first, then those that all commands share. */
  private static String options(Help help) {
    List<OptionSpec> own = new ArrayList<>();
    List<OptionSpec> shared = new ArrayList<>();
    boolean root = help.commandSpec().parent() == null;
    for (OptionSpec option : help.commandSpec().options()) {
      boolean common = root || option.inherited() || option.usageHelp() || option.versionHelp();
      (common ? shared : own).add(option);
    }
    return (own.isEmpty() ? "" : "\nOptions:\n" + list(help, own))
        + "\nOptions of all commands:\n"
        + list(help, shared)
        + "\n";
  }

  private static String list(Help help, List<OptionSpec> options) {
    Help.Layout layout = help.createDefaultLayout();
    layout.addOptions(options, help.createDefaultParamLabelRenderer());
    return layout.toString();
  }

  /** Arguments with a blank before a formula such as {@code -x*y}, which is no option. */
  private static String[] protectedFormulas(String... arguments) {
    String[] safe = arguments.clone();
    for (int i = 1; i < safe.length; i++) {
      boolean value = arguments[i - 1].startsWith("-");
      if (!value && FORMULA.matcher(safe[i]).matches()) {
        safe[i] = " " + safe[i];
      }
    }
    return safe;
  }

  /** What is wrong with the arguments, and what would work. */
  UsageException explained(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(e.getCommandLine(), unmatched.getUnmatched().getFirst());
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      ArgSpec argument = missing.getMissing().getFirst();
      String option = argument instanceof OptionSpec spec ? spec.longestName() + " " : "";
      return new UsageException(
          option + argument.paramLabel() + " is missing", seeHelp(e.getCommandLine()));
    }
    String message = String.valueOf(e.getMessage());
    String begin = message.substring(0, 1).toLowerCase(Locale.ROOT);
    return new UsageException(begin + message.substring(1), seeHelp(e.getCommandLine()));
  }

  private static String seeHelp(CommandLine commandLine) {
    return "`" + commandLine.getCommandSpec().qualifiedName() + " --help` says more";
  }

  private static UsageException unmatched(CommandLine commandLine, String argument) {
    if (argument.startsWith("-")) {
      String name = argument.split("=", 2)[0];
      Collection<String> options = commandLine.getCommandSpec().optionsMap().keySet();
      String formula = "; a formula that begins with - goes into parentheses";
      return unknown(
          "option", name, options, seeHelp(commandLine) + (name.startsWith("--") ? "" : formula));
    }
    if (commandLine.getParent() == null) {
      return unknown("command", argument, Commands.names(), seeHelp(commandLine));
    }
    return new UsageException("unexpected argument '" + argument + "'", seeHelp(commandLine));
  }

  private static UsageException unknown(
      String what, String name, Collection<String> known, String otherwise) {
    List<String> near = Spelling.near(name, known, 3);
    return new UsageException(
        "unknown " + what + " '" + name + "'",
        near.isEmpty() ? otherwise : "did you mean '" + String.join("' or '", near) + "'?");
  }
}
