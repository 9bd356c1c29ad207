package ad4j.script.rewrite;

import java.util.ArrayList;
import java.util.List;

/**
 * What the text of a function tells about its parameters.
 *
 * @param parameters its parameters
 * @param captured the names that it uses without declaring them
 * @param takesMore whether it may read arguments for which it has no parameter
 */
public record Signature(List<Parameter> parameters, List<String> captured, boolean takesMore) {
  /** How a parameter is used. */
  public enum Use {
    /** Nothing is known. */
    ANY,
    /** It is taken for an array. */
    ARRAY,
    /** Its members are named. */
    OBJECT,
    /** It is the array of all further arguments. */
    REST
  }

  /**
   * One parameter.
   *
   * @param name its name; empty if it is only taken apart
   * @param use how it is used
   * @param optional whether it has a default value
   * @param members names of its elements or members, as far as they are known
   */
  public record Parameter(String name, Use use, boolean optional, List<String> members) {
    /** Copies the list. */
    public Parameter {
      members = List.copyOf(members);
    }

    private boolean isTakenApart() {
      return name.isEmpty() && areNamed();
    }

    private boolean areNamed() {
      return !members.isEmpty() && !members.contains("");
    }
  }

  /** The names of the parameters; of a single one that is only taken apart, those of its parts. */
  public List<String> names() {
    if (parameters.size() == 1 && parameters.getFirst().isTakenApart()) {
      return parameters.getFirst().members();
    }
    List<String> names = new ArrayList<>();
    for (Parameter parameter : parameters) {
      names.add(parameter.name().isEmpty() ? "argument" + (names.size() + 1) : parameter.name());
    }
    return List.copyOf(names);
  }

  /** The names of the numbers that it takes: as above, and the members of a single object. */
  public List<String> inputs() {
    boolean object = parameters.size() == 1 && parameters.getFirst().use() == Use.OBJECT;
    return object && parameters.getFirst().areNamed() ? parameters.getFirst().members() : names();
  }

  /** Copies the lists. */
  public Signature {
    parameters = List.copyOf(parameters);
    captured = List.copyOf(captured);
  }
}
