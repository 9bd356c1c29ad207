package ad4j.script;

import static java.util.stream.Collectors.joining;

import ad4j.Differentiable;
import ad4j.Installation;
import ad4j.engine.Mode;
import ad4j.script.bridge.DerivativeCalls;
import ad4j.script.bridge.FileCalls;
import ad4j.script.bridge.HostCalls;
import ad4j.script.bridge.Places;
import ad4j.script.bridge.Refusals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;

/**
 * What scripts find in a context: the functions that rewritten code calls, built-ins that know
 * tracked numbers, and the module {@code ad}, which is added when a script may use it.
 */
final class Prelude {
  private static final List<String> BUILT_INS =
      List.of("math.js", "float64.js", "builtins.js", "shapes.js");
  private static final Pattern WORD = Pattern.compile("Math\\.\\w+|\\\\|[\\w$]+");
  private static final Set<String> REFLECTION =
      Set.of("\\", "this", "globalThis", "import", "console", "print", "printErr");

  /** The functions of the module {@code ad}, apart from the operators. */
  static final List<String> FUNCTIONS =
      List.of(
          "grad",
          "valueAndGrad",
          "derivative",
          "derivatives",
          "jacobian",
          "valueAndJacobian",
          "hessian",
          "valueGradientHessian",
          "jvp",
          "valueAndJvp",
          "vjp",
          "valueAndVjp",
          "hvp",
          "valueAndHvp",
          "taylor",
          "check",
          "explain",
          "graph",
          "stopGradient",
          "operator",
          "compile",
          "readText",
          "readCsv");

  private final ScriptContext context;
  private final Installation installation;
  private final HostCalls host;
  private final Value shared;
  private final Value tools;
  private final DerivativeCalls derivatives;
  private final FileCalls files;
  private volatile boolean complete;

  /** Evaluates in a context what every script needs. */
  Prelude(ScriptContext context, ScriptSettings settings, Places places) {
    this.context = context;
    installation = settings.installation();
    Refusals refusals = new Refusals(context, places);
    host = new HostCalls(installation.operators(), places, refusals);
    shared = evaluated("numbers.js").execute(host, evaluated("operations.js"));
    BUILT_INS.forEach(name -> evaluated(name).executeVoid(host, shared));
    tools = evaluated("tools.js").execute(shared);
    derivatives =
        new DerivativeCalls(
            installation, settings.mode(), context, places, refusals, tools.getMember("append"));
    files = new FileCalls(context::text, refusals);
    evaluated("functions.js").executeVoid(derivatives, shared);
  }

  /** Adds the module {@code ad} and what shows values, which takes as long as all the rest. */
  void complete() {
    if (!complete) {
      evaluated("display.js").executeVoid(host, shared);
      evaluated("derivatives.js").executeVoid(derivatives, shared);
      evaluated("operators.js").executeVoid(host, derivatives, shared, registered(installation));
      evaluated("files.js").executeVoid(files, shared);
      tools.getMember("publish").executeVoid(FUNCTIONS.toArray());
      complete = true;
    }
  }

  /** Whether it was completed. */
  boolean isComplete() {
    return complete;
  }

  /** Differentiates in this mode from now on, where none is asked for; returns it. */
  Mode differentiateIn(Mode mode) {
    return derivatives.differentiateIn(mode);
  }

  /** Whether a text may use what only the complete prelude has. */
  static boolean mayNeedAll(String text, Installation installation) {
    Set<String> words = new HashSet<>(names(installation));
    words.addAll(REFLECTION);
    return WORD.matcher(text).results().map(MatchResult::group).anyMatch(words::contains);
  }

  /** A function of the script, for Java. */
  ScriptFunction function(Value value) {
    return new JsFunction(this, value);
  }

  /** The text of a function. */
  String text(Value function) {
    return tools.invokeMember("text", function).asString();
  }

  /** A function, by how it is to be called: itself, the style, and names of members. */
  Differentiable differentiable(Object... call) {
    return derivatives.differentiable(tools.invokeMember("entry", call));
  }

  /** The value itself if it is a function; else the function that gives it. */
  Value asFunction(Value value) {
    return value.canExecute() ? value : tools.invokeMember("constant", value);
  }

  /** Lets these globals be declared, again or for the first time. */
  void release(List<String> names) {
    tools.getMember("release").executeVoid(names.toArray());
  }

  /** Gives globals what the module {@code ad} has under a name, or the module itself for "*". */
  void bind(Map<String, String> bindings) {
    release(List.copyOf(bindings.keySet()));
    bindings.forEach((local, name) -> tools.getMember("bind").executeVoid(local, name));
  }

  /** Makes constants of these globals. */
  void protect(List<String> names) {
    tools.getMember("protect").executeVoid(names.toArray());
  }

  /** A value as the prompt shows it. */
  String display(Value value) {
    return tools.invokeMember("display", value).asString();
  }

  /** The names of globals that mean something else than in the module {@code ad}. */
  Set<String> globals() {
    return new HashSet<>(strings(tools.invokeMember("globals")));
  }

  /** The names of the variables that inputs at the prompt have declared. */
  List<String> variables() {
    return strings(tools.invokeMember("variables"));
  }

  /** The names of globals, or of the members of what a chain of names leads to. */
  List<String> members(List<String> chain) {
    return strings(tools.invokeMember("members", chain.toArray()));
  }

  private static List<String> strings(Value array) {
    return LongStream.range(0, array.getArraySize())
        .mapToObj(i -> array.getArrayElement(i).asString())
        .toList();
  }

  /** The text of the module {@code ad}, made of what the prelude leaves in {@code ad$module}. */
  static String module(Installation installation) {
    return "const m = globalThis.ad$module;\nexport default m;\n"
        + names(installation).stream()
            .map(name -> "export const " + name + " = m." + name + ";\n")
            .collect(joining());
  }

  /** The names of the module {@code ad}. */
  static List<String> names(Installation installation) {
    return Stream.concat(
            FUNCTIONS.stream(),
            installation.operators().all().stream()
                .map(operator -> operator.name())
                .filter(name -> name.matches("\\w+")))
        .distinct()
        .toList();
  }

  /** Names and numbers of arguments. */
  private static String registered(Installation installation) {
    return installation.operators().all().stream()
        .filter(operator -> operator.name().matches("\\w+"))
        .map(operator -> operator.name() + ":" + operator.arity())
        .collect(joining(","));
  }

  private Value evaluated(String name) {
    try (InputStream stream = Prelude.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return context.evaluate(ScriptContext.internal(name, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
