package ad4j.compiler.random;

import ad4j.program.Inline;
import ad4j.program.Kernel;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Simplify;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The pushforward of the pullback, against differences of gradients. */
record HessianProduct(Running running) implements Subject {
  private static final double STEP = 1.0 / 8192;

  @Override
  public String name() {
    return "pushforward of the pullback, " + running;
  }

  @Override
  public Result differentiate(Call call) {
    ReadCall read = ReadCall.of(call);
    Program pullback = Simplify.simplify(read.pullback());
    Program quick = pushed(running.form(pullback), read);
    Kernel pushed = running.kernel(quick, () -> pushed(pullback, read));
    Kernel pulled = Running.INTERPRETED.kernel(pullback);
    double[] direction = Call.weights(call.inputs().length);
    List<Object> given = read.arguments();
    List<Object> inputs = Shadow.of(read, given, direction);
    List<Object> shadows = ProgramSubject.give(read, given);
    given.addAll(inputs);
    List<Object> tangents = new ArrayList<>();
    for (Object shadow : shadows) {
      tangents.add(shadow == null ? null : Shadow.zeros(shadow));
      if (shadow != null) {
        given.add(tangents.getLast());
      }
    }
    Object[] results = pushed.run(given.toArray());
    int values = pullback.results().size();
    int first = values + read.primal().results().size();
    double[][] differences = differences(read, pulled, direction);
    compare(differences, ProgramSubject.gradient(read, tangents, results, first));
    if (running == Running.COMPILED && read.kind() != Kind.INTO) {
      compare(differences, alone(read, quick, () -> pushed(pullback, read), direction));
    }
    return new Result(
        read.outputs(results, given), ProgramSubject.gradient(read, shadows, results));
  }

  private static Program pushed(Program pullback, ReadCall read) {
    return ReadCall.orRefused(() -> PushedForward.pushforward(pullback, active(read), 1));
  }

  /** The product by a Program that gives neither values nor the gradient. */
  private double[] alone(
      ReadCall read, Program quick, Supplier<Program> exact, double[] direction) {
    Kernel kernel = running.kernel(alone(read, quick), () -> alone(read, exact.get()));
    List<Object> given = read.arguments();
    List<Object> inputs = Shadow.of(read, given, direction);
    List<Object> whole = new ArrayList<>(given);
    List<Object> tangents = new ArrayList<>();
    for (Object shadow : ProgramSubject.give(read, whole)) {
      tangents.add(shadow == null ? null : Shadow.zeros(shadow));
    }
    given.add(whole.getLast());
    given.addAll(inputs);
    tangents.stream().filter(Objects::nonNull).forEach(given::add);
    return ProgramSubject.gradient(read, tangents, kernel.run(given.toArray()), 0);
  }

  private static Program alone(ReadCall read, Program pushed) {
    List<Parameter> own = read.primal().parameters();
    List<Integer> arrays =
        read.inputs().stream().filter(input -> own.get(input).type().isArray()).toList();
    int adjoints = pushed.results().size() / 2 - read.primal().results().size();
    int from = pushed.results().size() - adjoints;
    List<Type> types = pushed.results().subList(from, from + adjoints);
    ProgramBuilder builder = new ProgramBuilder(pushed.name(), types);
    List<Value> arguments = new ArrayList<>();
    for (Parameter parameter : pushed.parameters()) {
      int shadow = arguments.size() - own.size();
      arguments.add(
          shadow >= 0 && shadow < arrays.size()
              ? builder.append(
                  new Op.ZeroLike(), parameter.type(), arguments.get(arrays.get(shadow)))
              : builder.parameter(parameter.type(), parameter.name()));
    }
    List<Value> results = Inline.call(pushed, builder, arguments);
    builder.giveBack(results.subList(from, from + adjoints));
    return builder.build();
  }

  /** The inputs and their shadows, among the parameters of the pullback. */
  private static List<Integer> active(ReadCall read) {
    List<Integer> active = new ArrayList<>(read.inputs());
    int next = read.primal().parameters().size();
    for (int input : read.inputs()) {
      if (read.primal().parameters().get(input).type().isArray()) {
        active.add(next++);
      }
    }
    return active;
  }

  /** Differences by a step and by half of it. */
  private static double[][] differences(ReadCall read, Kernel pulled, double[] direction) {
    double[][] both = new double[2][];
    for (int k = 0; k < 2; k++) {
      double step = STEP / (1 + k);
      double[] after = gradient(read, pulled, direction, step);
      double[] before = gradient(read, pulled, direction, -step);
      both[k] = new double[after.length];
      Arrays.setAll(both[k], i -> (after[i] - before[i]) / (2 * step));
    }
    return both;
  }

  private static double[] gradient(ReadCall read, Kernel pulled, double[] direction, double step) {
    double[] x = read.call().inputs();
    for (int i = 0; i < x.length; i++) {
      x[i] += step * direction[i];
    }
    List<Object> given = read.arguments(x);
    List<Object> shadows = ProgramSubject.give(read, given);
    return ProgramSubject.gradient(read, shadows, pulled.run(given.toArray()));
  }

  private static void compare(double[][] expected, double[] actual) {
    double scale = 1;
    double error = 0;
    for (int i = 0; i < actual.length; i++) {
      scale = Math.max(scale, Math.abs(expected[1][i]));
      error = Math.max(error, Math.abs(expected[0][i] - expected[1][i]));
    }
    if (!(error < 1e-4 * scale)) {
      return; // a kink nearby
    }
    for (int i = 0; i < actual.length; i++) {
      if (!(Math.abs(expected[1][i] - actual[i]) <= 10 * error + 1e-5 * scale)) {
        throw new IllegalStateException(
            "the product is " + Arrays.toString(actual) + ", not " + Arrays.toString(expected[1]));
      }
    }
  }
}
