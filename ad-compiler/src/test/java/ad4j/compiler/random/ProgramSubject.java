package ad4j.compiler.random;

import ad4j.Installation;
import ad4j.compiler.read.MethodReader;
import ad4j.compiler.read.MethodSource;
import ad4j.compiler.read.OperatorMethods;
import ad4j.compiler.write.BytecodeCompiler;
import ad4j.error.LimitException;
import ad4j.error.NotDifferentiableException;
import ad4j.program.Interpreter;
import ad4j.program.Kernel;
import ad4j.program.Program;
import ad4j.reverse.program.ProgramPullback;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pullback of the method as a Program, interpreted or compiled. */
final class ProgramSubject implements Subject {
  private static final MethodReader READER = new MethodReader(new OperatorMethods(Installation.standard().operators()));
  private static final BytecodeCompiler COMPILER = new BytecodeCompiler();

  private final boolean compiled;

  ProgramSubject(boolean compiled) {
    this.compiled = compiled;
  }

  @Override
  public String name() {
    return compiled ? "pullback, compiled" : "pullback, interpreted";
  }

  @Override
  public Result differentiate(Call call) {
    Kind kind = call.program().kind();
    Program primal;
    Program pullback;
    List<Integer> inputs = new ArrayList<>();
    try {
      primal = READER.read(MethodSource.of(call.method()));
      for (int i = 0; i < primal.parameters().size(); i++) {
        if (primal.parameters().get(i).type().isReal()) {
          inputs.add(i);
        }
      }
      pullback = ProgramPullback.of(primal, inputs, true);
    } catch (NotDifferentiableException | LimitException e) {
      throw new Refusal(e.getMessage(), e);
    }
    List<Object> flat = new ArrayList<>();
    for (Object argument : call.fresh()) {
      flatten(argument, flat);
    }
    List<Object> given = new ArrayList<>(flat);
    List<Object> shadows = new ArrayList<>();
    for (int i : inputs) {
      Object shadow = shadow(flat.get(i));
      shadows.add(shadow);
      if (shadow != null) {
        given.add(shadow);
      }
    }
    seed(call, kind, primal, flat, given, shadows);
    Object[] results = run(pullback, given);
    double[] outputs =
        switch (kind) {
          case VECTOR -> ((double[]) results[0]).clone();
          case INTO -> ((double[]) flat.get(1)).clone();
          default -> new double[] {(Double) results[0]};
        };
    return new Result(outputs, gradient(kind, shadows, results, primal.results().size()));
  }

  private static void seed(
      Call call,
      Kind kind,
      Program primal,
      List<Object> flat,
      List<Object> given,
      List<Object> shadows) {
    if (kind == Kind.INTO) {
      double[] out = (double[]) shadows.get(1);
      System.arraycopy(Call.weights(out.length), 0, out, 0, out.length);
    } else if (kind == Kind.VECTOR) {
      int length = ((double[]) Interpreter.run(primal, copies(flat))[0]).length;
      given.add(Call.weights(length));
    } else {
      given.add(1.0);
    }
  }

  private static Object[] copies(List<Object> flat) {
    return flat.stream()
        .map(
            x ->
                switch (x) {
                  case double[] numbers -> numbers.clone();
                  case double[][] rows ->
                      Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
                  case int[] numbers -> numbers.clone();
                  default -> x;
                })
        .toArray();
  }

  private Object[] run(Program pullback, List<Object> given) {
    if (!compiled) {
      return Interpreter.run(pullback, given.toArray());
    }
    try {
      Kernel kernel = COMPILER.compile(pullback);
      return kernel.run(given.toArray());
    } catch (LimitException e) {
      throw new Refusal(e.getMessage(), e);
    }
  }

  private static double[] gradient(Kind kind, List<Object> shadows, Object[] results, int skipped) {
    List<Double> gradient = new ArrayList<>();
    int next = skipped;
    for (int i = 0; i < shadows.size(); i++) {
      Object shadow = shadows.get(i);
      if (kind == Kind.INTO && i == 1) {
        continue;
      }
      switch (shadow) {
        case double[] numbers -> Arrays.stream(numbers).forEach(gradient::add);
        case double[][] rows ->
            Arrays.stream(rows).flatMapToDouble(Arrays::stream).forEach(gradient::add);
        case null, default -> gradient.add((Double) results[next++]);
      }
    }
    return gradient.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Object shadow(Object value) {
    return switch (value) {
      case double[] numbers -> new double[numbers.length];
      case double[][] rows ->
          Arrays.stream(rows).map(row -> new double[row.length]).toArray(double[][]::new);
      default -> null;
    };
  }

  private static void flatten(Object value, List<Object> flat) {
    if (value instanceof Record fields) {
      for (RecordComponent component : fields.getClass().getRecordComponents()) {
        try {
          component.getAccessor().setAccessible(true);
          flatten(component.getAccessor().invoke(fields), flat);
        } catch (IllegalAccessException | InvocationTargetException e) {
          throw new IllegalStateException(e);
        }
      }
    } else {
      flat.add(value);
    }
  }
}
