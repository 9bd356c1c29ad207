package ad4j.script;

import ad4j.Differentiable;
import ad4j.error.ShapeException;
import ad4j.script.rewrite.Signature;
import ad4j.script.rewrite.Signature.Parameter;
import ad4j.script.rewrite.Signature.Use;
import ad4j.script.rewrite.SignatureReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** A JavaScript function, called as its signature suggests. */
final class JsFunction implements ScriptFunction {
  private static final List<String> LETTERS = List.of("x", "y", "z");

  private final Prelude prelude;
  private final Value function;
  private final @Nullable Signature signature;

  JsFunction(Prelude prelude, Value function) {
    this.prelude = prelude;
    this.function = function;
    this.signature = SignatureReader.read(prelude.text(function));
  }

  @Override
  public List<String> parameters() {
    return signature == null ? unnamed() : signature.inputs();
  }

  /** A function of the language or of the module {@code ad} tells how many, but no names. */
  private List<String> unnamed() {
    int count = function.hasMember("length") ? function.getMember("length").asInt() : 0;
    return count <= LETTERS.size()
        ? LETTERS.subList(0, count)
        : IntStream.rangeClosed(1, count).mapToObj(i -> "x" + i).toList();
  }

  @Override
  public Differentiable differentiable(int inputs) {
    List<Object> call = new ArrayList<>(List.of(function));
    if (signature == null) {
      call.add("arguments");
    } else if (signature.parameters().size() == 1
        && signature.parameters().getFirst().use() != Use.REST) {
      call.addAll(single(signature.parameters().getFirst(), inputs));
    } else {
      requireCount(signature.parameters(), inputs);
      call.add("arguments");
    }
    return prelude.differentiable(call.toArray());
  }

  /** A lone parameter is a number, an array of all inputs, or an object that names them. */
  private static List<String> single(Parameter parameter, int inputs) {
    boolean number = inputs == 1 && !parameter.name().isEmpty() && parameter.members().size() != 1;
    boolean object = parameter.use() == Use.OBJECT && !number;
    boolean array = parameter.use() == Use.ARRAY || (parameter.use() == Use.ANY && inputs != 1);
    if (object) {
      requireMembers(parameter.members(), inputs);
    }
    List<String> call = new ArrayList<>();
    call.add(object ? "object" : array ? "array" : "arguments");
    if (object) {
      call.addAll(parameter.members());
    }
    return call;
  }

  private static void requireMembers(List<String> members, int inputs) {
    if (members.contains("")) {
      throw new ShapeException(
          "the function takes an object, and does not name all that it reads of it",
          "name every member: ({w, b}) => w * b");
    }
    if (members.size() != inputs) {
      throw new ShapeException(
          "the function takes an object with "
              + members
              + ", but "
              + inputs
              + (inputs == 1 ? " number was given" : " numbers were given"),
          "give " + members.size() + (members.size() == 1 ? " number" : " numbers"));
    }
  }

  private static void requireCount(List<Parameter> parameters, int inputs) {
    long needed = parameters.stream().filter(parameter -> !parameter.optional()).count();
    boolean open = parameters.stream().anyMatch(parameter -> parameter.use() == Use.REST);
    if (inputs < needed || (!open && inputs > parameters.size())) {
      List<String> names = parameters.stream().map(Parameter::name).toList();
      throw new ShapeException(
          "the function takes "
              + (needed == 1 ? "1 number" : needed + " numbers")
              + " "
              + names
              + ", but "
              + inputs
              + (inputs == 1 ? " was" : " were")
              + " given",
          "give one number a parameter");
    }
  }
}
