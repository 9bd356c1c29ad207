package ad4j.cli.input;

import java.util.List;
import java.util.stream.IntStream;

/** Names of the inputs of a function. */
public final class Variables {
  private Variables() {}

  /**
   * The names of so many inputs: those of the parameters; for one parameter that is an array, those
   * of its elements.
   */
  public static List<String> names(List<String> parameters, int inputs) {
    if (parameters.size() == inputs) {
      return parameters;
    }
    if (parameters.size() == 1) {
      String array = parameters.getFirst();
      return IntStream.range(0, inputs).mapToObj(i -> array + "[" + i + "]").toList();
    }
    throw new UsageException(
        "the function has "
            + counted(parameters)
            + ", but "
            + inputs
            + (inputs == 1 ? " number is given" : " numbers are given"),
        parameters.isEmpty() ? "" : "give one number for each: " + example(parameters));
  }

  private static String counted(List<String> parameters) {
    return switch (parameters.size()) {
      case 0 -> "no variables";
      case 1 -> "one variable (" + parameters.getFirst() + ")";
      default -> parameters.size() + " variables (" + String.join(", ", parameters) + ")";
    };
  }

  /** Such as {@code x=1,y=2}. */
  public static String example(List<String> parameters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parameters.size(); i++) {
      text.append(i == 0 ? "" : ",").append(parameters.get(i)).append('=').append(i + 1);
    }
    return text.toString();
  }
}
