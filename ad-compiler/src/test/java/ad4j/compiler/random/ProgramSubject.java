package ad4j.compiler.random;

import ad4j.program.Kernel;
import java.util.ArrayList;
import java.util.List;

/** The pullback of the method as a Program, interpreted or compiled. */
record ProgramSubject(Running running) implements Subject {
  @Override
  public String name() {
    return "pullback, " + running;
  }

  @Override
  public Result differentiate(Call call) {
    ReadCall read = ReadCall.of(call);
    List<Object> given = read.arguments();
    List<Object> shadows = give(read, given);
    List<Integer> overwritten = Overwriting.spoil(read, shadows, given);
    Kernel kernel = running.kernel(Overwriting.of(read.pullback(), overwritten));
    Object[] results = kernel.run(given.toArray());
    return new Result(read.outputs(results, given), gradient(read, shadows, results));
  }

  @Override
  public boolean isExact() {
    return running != Running.FAST;
  }

  /** Adds shadows and seeds to the arguments; null stands for the shadow of a double. */
  static List<Object> give(ReadCall read, List<Object> given) {
    List<Object> arguments = List.copyOf(given);
    List<Object> shadows = new ArrayList<>();
    for (int input : read.inputs()) {
      Object model = arguments.get(input);
      boolean number = model instanceof Double;
      shadows.add(number ? null : Shadow.zeros(model));
      if (!number) {
        given.add(shadows.getLast());
      }
    }
    if (read.kind() == Kind.INTO) {
      double[] out = (double[]) shadows.get(1);
      System.arraycopy(Call.weights(out.length), 0, out, 0, out.length);
    } else if (read.kind() == Kind.VECTOR) {
      given.add(Call.weights(read.countOutputs()));
    } else {
      given.add(1.0);
    }
    return shadows;
  }

  static double[] gradient(ReadCall read, List<Object> shadows, Object[] results) {
    return gradient(read, shadows, results, read.primal().results().size());
  }

  /** The numbers of the shadows; those of doubles are results, from {@code first} on. */
  static double[] gradient(ReadCall read, List<Object> shadows, Object[] results, int first) {
    List<Double> gradient = new ArrayList<>();
    int next = first;
    for (int i = 0; i < shadows.size(); i++) {
      if (!read.isOutput(read.inputs().get(i))) {
        Object shadow = shadows.get(i);
        Shadow.flatten(shadow == null ? results[next++] : shadow, gradient);
      }
    }
    return Shadow.array(gradient);
  }
}
