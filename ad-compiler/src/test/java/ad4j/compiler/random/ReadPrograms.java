package ad4j.compiler.random;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.Installation;
import ad4j.compiler.read.MethodReader;
import ad4j.compiler.read.MethodSource;
import ad4j.compiler.read.OperatorMethods;
import ad4j.compiler.write.BytecodeCompiler;
import ad4j.engine.Mode;
import ad4j.error.NotDifferentiableException;
import ad4j.op.Real;
import ad4j.program.Interpreter;
import ad4j.program.Kernel;
import ad4j.program.ProgramCompiler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Methods read as Programs, which are then run as they stand, on reals, or as bytecode. */
final class ReadPrograms {
  private static final MethodReader READER =
      new MethodReader(new OperatorMethods(Installation.standard().operators()));

  private ReadPrograms() {}

  private static ad4j.program.Program read(Call call) {
    try {
      return READER.read(MethodSource.of(call.method()));
    } catch (NotDifferentiableException e) {
      throw new Subject.Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  /** The Program by the interpreter on plain doubles: values only. */
  static final class Interpreted implements Subject {
    @Override
    public String name() {
      return "interpreter on doubles";
    }

    @Override
    public Result differentiate(Call call) {
      List<Object> given = onDoubles(call.fresh());
      Object[] results = new Interpreter(read(call)).apply(given.toArray());
      return new Result(outputs(call, results, given), new double[0]);
    }
  }

  /** The Program as bytecode: values only. */
  static final class Written implements Subject {
    private final ProgramCompiler compiler = new BytecodeCompiler();

    @Override
    public String name() {
      return "bytecode";
    }

    @Override
    public Result differentiate(Call call) {
      Kernel kernel = compiler.compile(read(call));
      List<Object> given = onDoubles(call.fresh());
      return new Result(outputs(call, kernel.run(given.toArray()), given), new double[0]);
    }
  }

  /** The Program by the interpreter on the reals of an engine. */
  record OnReals(Mode mode) implements Subject {
    @Override
    public String name() {
      return "interpreter on reals, " + mode;
    }

    @Override
    public Result differentiate(Call call) {
      Interpreter interpreter = new Interpreter(read(call));
      Differentiable function =
          Ad.vectorValued(
                  x -> {
                    List<Object> given = onReals(call, Arrays.asList(x).iterator());
                    Object[] results = interpreter.onReals().apply(given.toArray());
                    return switch (call.program().kind()) {
                      case VECTOR -> ((Real[]) results[0]).clone();
                      case INTO -> ((Real[]) given.get(1)).clone();
                      case GRADIENT, SCALAR, THREE, DATA, COMPLEX, MODEL ->
                          new Real[] {(Real) results[0]};
                    };
                  })
              .in(mode);
      double[] values = function.values(call.inputs());
      if (mode == Mode.FORWARD) {
        return new Result(values, weighted(function.jacobian(call.inputs()), values.length));
      }
      return new Result(values, function.vjp(call.inputs(), Call.weights(values.length)));
    }
  }

  private static double[] weighted(double[][] jacobian, int outputs) {
    double[] weights = Call.weights(outputs);
    double[] gradient = new double[jacobian[0].length];
    for (int row = 0; row < outputs; row++) {
      for (int k = 0; k < gradient.length; k++) {
        gradient[k] += weights[row] * jacobian[row][k];
      }
    }
    return gradient;
  }

  private static double[] outputs(Call call, Object[] results, List<Object> given) {
    Object result = results.length == 0 ? given : results[0];
    return call.flat(result, given.toArray());
  }

  private static List<Object> onDoubles(Object[] arguments) {
    List<Object> given = new ArrayList<>();
    for (Object argument : arguments) {
      if (argument instanceof Record) {
        given.addAll(onDoubles(components(argument)));
      } else {
        given.add(argument);
      }
    }
    return given;
  }

  private static List<Object> onReals(Call call, Iterator<Real> inputs) {
    List<Object> given = new ArrayList<>();
    for (int k = 0; k < call.arguments().length; k++) {
      if (Arguments.isOutput(call.program().kind(), k)) {
        given.add(Real.constants((double[]) call.fresh()[k]));
      } else {
        addReals(call.arguments()[k], inputs, given);
      }
    }
    return given;
  }

  private static void addReals(Object value, Iterator<Real> inputs, List<Object> given) {
    switch (value) {
      case Double _ -> given.add(inputs.next());
      case double[] numbers -> given.add(array(numbers.length, inputs));
      case double[][] rows ->
          given.add(
              Arrays.stream(rows).map(row -> array(row.length, inputs)).toArray(Real[][]::new));
      case Record _ -> {
        for (Object component : components(value)) {
          addReals(component, inputs, given);
        }
      }
      case int[] numbers -> given.add(numbers.clone());
      default -> given.add(value);
    }
  }

  private static Real[] array(int length, Iterator<Real> inputs) {
    Real[] array = new Real[length];
    for (int k = 0; k < length; k++) {
      array[k] = inputs.next();
    }
    return array;
  }

  private static Object[] components(Object fields) {
    return Arrays.stream(fields.getClass().getRecordComponents())
        .map(component -> read(component, fields))
        .toArray();
  }

  private static Object read(RecordComponent component, Object fields) {
    try {
      return component.getAccessor().invoke(fields);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
