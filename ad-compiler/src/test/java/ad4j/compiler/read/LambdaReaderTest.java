package ad4j.compiler.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.program.Interpreter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Functional objects are read, with what they captured. */
final class LambdaReaderTest {
  private static final double[] X = {0.4, 1.2, -0.7};

  interface Loss extends Serializable {
    double at(double[] x);
  }

  interface Boxed extends Function<double[], Double>, Serializable {}

  record Line(double slope, double[] weights) implements Loss {
    @Override
    public double at(double[] x) {
      return slope * x[0] + weights[1];
    }

    Loss squared() {
      return x -> at(x) * slope * at(x);
    }
  }

  private static void assertRead(String parameters, Loss loss) {
    ReadLambda read = Readers.LAMBDAS.read(loss);
    assertEquals(
        parameters,
        String.join(
            ", ",
            read.program().parameters().stream().map(x -> x.type() + " " + x.name()).toList()));
    List<@Nullable Object> arguments = new ArrayList<>(read.captured());
    arguments.add(X.clone());
    assertEquals(loss.at(X.clone()), Interpreter.run(read.program(), arguments.toArray())[0]);
  }

  @Test
  void numbersAndArraysThatItCaptured() {
    double k = 2.5;
    double[] w = {1, 2};
    int n = 2;
    boolean flag = n > 1;
    assertRead(
        "f64 k, f64[] w, i32 n, i32 flag, f64[] x",
        x -> k * x[0] + w[1] * Math.sin(x[n]) + (flag ? 1 : 2));
  }

  @Test
  void methodReferences() {
    assertRead("f64[] x", Flows::rosenbrock);
    Line line = new Line(3, new double[] {1, 5});
    Loss bound = line.squared();
    assertRead("f64 slope, f64[] weights, f64[] x", bound);
  }

  @Test
  void anObjectOfARecordThatIsAFunction() {
    assertRead("f64 slope, f64[] weights, f64[] x", new Line(3, new double[] {1, 5}));
  }

  @Test
  void recordsThatItCaptured() {
    Line line = new Line(3, new double[] {1, 5});
    assertRead("f64 line.slope, f64[] line.weights, f64[] x", x -> line.at(x) + line.slope());
  }

  @Test
  void functionsThatItCaptured() {
    double k = 4;
    Loss inner = x -> x[0] * k;
    assertRead("f64 k, f64[] x", x -> inner.at(x) * inner.at(x));
  }

  @Test
  void methodsOfTheObjectItStandsIn() {
    assertRead("f64[] x", x -> twice(x[1]));
  }

  @SuppressWarnings("MethodCanBeStatic") // it is called on this object
  private double twice(double x) {
    return 2 * x;
  }

  @Test
  void boxedNumbersOfGenericInterfaces() {
    Boxed f = x -> Math.max(x[0], x[1]);
    assertEquals(1.2, Interpreter.run(Readers.LAMBDAS.read(f).program(), (Object) X.clone())[0]);
  }
}
