package ad4j.compiler.random;

import ad4j.Installation;
import ad4j.compiler.read.MethodReader;
import ad4j.compiler.read.MethodSource;
import ad4j.compiler.read.OperatorMethods;
import ad4j.error.LimitException;
import ad4j.error.NotDifferentiableException;
import ad4j.program.Interpreter;
import ad4j.program.KernelForm;
import ad4j.program.Program;
import ad4j.reverse.program.ProgramPullback;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A method at a point, read as a Program.
 *
 * @param inputs the numbers of the parameters that hold doubles
 * @param pulled the pullback, once it has been asked for
 */
record ReadCall(Call call, Program primal, List<Integer> inputs, AtomicReference<Program> pulled) {
  private static final MethodReader READER =
      new MethodReader(new OperatorMethods(Installation.standard().operators()));

  /** What was read last: subjects take turns on the same call. */
  private static final ThreadLocal<ReadCall> LAST = new ThreadLocal<>();

  static ReadCall of(Call call) {
    ReadCall last = LAST.get();
    if (last == null || last.call != call) {
      last = read(call);
      LAST.set(last);
    }
    return last;
  }

  private static ReadCall read(Call call) {
    Program primal = orRefused(() -> READER.read(MethodSource.of(call.method())));
    List<Integer> inputs = new ArrayList<>();
    for (int i = 0; i < primal.parameters().size(); i++) {
      if (primal.parameters().get(i).type().isReal()) {
        inputs.add(i);
      }
    }
    return new ReadCall(call, primal, inputs, new AtomicReference<>());
  }

  /** The Program as derivatives are made of it. */
  Program checked() {
    return KernelForm.source(primal);
  }

  /** The pullback, without anything done to it. */
  Program pullback() {
    Program known = pulled.get();
    if (known == null) {
      Program checked = checked();
      known = orRefused(() -> ProgramPullback.of(checked, inputs, true));
      pulled.set(known);
    }
    return known;
  }

  /** What is made of it, or a refusal. */
  static <T> T orRefused(Supplier<T> made) {
    try {
      return made.get();
    } catch (NotDifferentiableException | LimitException e) {
      throw new Subject.Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  Kind kind() {
    return call.program().kind();
  }

  /** New copies of the arguments, records as their components. */
  List<Object> arguments() {
    return flat(call.fresh());
  }

  /** The arguments at other inputs. */
  List<Object> arguments(double[] at) {
    return flat(Arguments.with(kind(), call.arguments(), at));
  }

  /** Whether a parameter is an array that is only written to. */
  boolean isOutput(int parameter) {
    return kind() == Kind.INTO && parameter == 1;
  }

  /** The outputs of a run on these arguments. */
  double[] outputs(Object[] results, List<Object> given) {
    return switch (kind()) {
      case VECTOR -> ((double[]) results[0]).clone();
      case INTO -> ((double[]) given.get(1)).clone();
      case GRADIENT, SCALAR, THREE, DATA, COMPLEX, MODEL -> new double[] {(Double) results[0]};
    };
  }

  /** The number of outputs. */
  int countOutputs() {
    List<Object> given = arguments();
    return outputs(Interpreter.run(primal, given.toArray()), given).length;
  }

  private static List<Object> flat(Object[] arguments) {
    List<Object> flat = new ArrayList<>();
    Arrays.stream(arguments).forEach(argument -> flatten(argument, flat));
    return flat;
  }

  private static void flatten(Object value, List<Object> flat) {
    if (value instanceof Record fields) {
      for (RecordComponent component : fields.getClass().getRecordComponents()) {
        try {
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
