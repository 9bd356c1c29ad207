package ad4j.compiler.random;

import ad4j.Installation;
import ad4j.program.Kernel;
import ad4j.program.Program;
import java.util.ArrayList;
import java.util.List;

/** The pushforward of the method as a Program, in so many directions at a time. */
record PushedForward(Running running, int lanes) implements Subject {
  @Override
  public String name() {
    return "pushforward in " + lanes + ", " + running;
  }

  @Override
  public Result differentiate(Call call) {
    ReadCall read = ReadCall.of(call);
    Program primal = read.checked();
    Kernel kernel =
        running.kernel(ReadCall.orRefused(() -> pushforward(primal, read.inputs(), lanes)));
    double[] gradient = new double[call.inputs().length];
    double[] outputs = {};
    for (int from = 0; from < gradient.length; from += lanes) {
      List<Object> given = read.arguments();
      List<List<Object>> tangents = new ArrayList<>();
      for (int lane = 0; lane < lanes; lane++) {
        double[] unit = new double[gradient.length];
        if (from + lane < unit.length) {
          unit[from + lane] = 1;
        }
        tangents.add(Shadow.of(read, given, unit));
      }
      add(tangents, read.inputs().size(), given);
      Object[] results = kernel.run(given.toArray());
      outputs = read.outputs(results, given);
      for (int lane = 0; lane < lanes && from + lane < gradient.length; lane++) {
        gradient[from + lane] = Call.weighted(tangents(read, results, tangents.get(lane), lane));
      }
    }
    return new Result(outputs, gradient);
  }

  static Program pushforward(Program program, List<Integer> active, int lanes) {
    return Installation.standard().engines().forward().pushforward(program, active, lanes);
  }

  private static void add(List<List<Object>> tangents, int inputs, List<Object> given) {
    for (int i = 0; i < inputs; i++) {
      for (List<Object> lane : tangents) {
        given.add(lane.get(i));
      }
    }
  }

  /** The tangents of the outputs. */
  private static double[] tangents(
      ReadCall read, Object[] results, List<Object> shadows, int lane) {
    return switch (read.kind()) {
      case VECTOR -> (double[]) results[1 + lane];
      case INTO -> (double[]) shadows.get(1);
      case GRADIENT, SCALAR, THREE, DATA, COMPLEX, MODEL ->
          new double[] {(Double) results[1 + lane]};
    };
  }
}
