package ad4j.cli.work;

import ad4j.Differentiable;
import ad4j.JavaMethod;
import ad4j.engine.Differentiator;
import ad4j.error.ShapeException;
import ad4j.script.ScriptFunction;
import java.util.List;

/** The function that a command is given: of a script, or a Java method. */
public sealed interface GivenFunction {
  /** The names of its parameters. */
  List<String> parameters();

  /**
   * It as a function of this many numbers. A function of one array gets all of them as that array.
   *
   * @throws ShapeException if it cannot be called with so many
   */
  Differentiable differentiable(int inputs);

  /**
   * A function in JavaScript.
   *
   * @param script the function
   */
  record OfScript(ScriptFunction script) implements GivenFunction {
    @Override
    public List<String> parameters() {
      return script.parameters();
    }

    @Override
    public Differentiable differentiable(int inputs) {
      return script.differentiable(inputs);
    }
  }

  /**
   * A method in Java, read from its class file.
   *
   * @param method the method
   * @param function it with its derivatives
   */
  record OfJava(JavaMethod method, Differentiable function) implements GivenFunction {
    OfJava(JavaMethod method, Differentiator differentiator) {
      this(method, method.differentiable(differentiator));
    }

    @Override
    public List<String> parameters() {
      return method.parameters();
    }

    @Override
    public Differentiable differentiable(int inputs) {
      List<String> names = parameters();
      if (!method.takesArray() && names.size() != inputs) {
        throw new ShapeException(
            method.program().name() + " takes " + counted(names.size()) + ", not " + inputs,
            "give one number for each of " + String.join(", ", names));
      }
      return function;
    }

    private static String counted(int numbers) {
      return numbers == 1 ? "one number" : numbers + " numbers";
    }
  }
}
