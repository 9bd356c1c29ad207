package ad4j.script.bridge;

import ad4j.op.Real;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.graalvm.polyglot.Value;

/** Arrays on their way between Java and a script. */
final class Flat {
  /** How many arguments one call takes; the engine's limit is 65,535. */
  private static final int CHUNK = 8192;

  private final Value appender;

  /** Makes arrays by a script function that appends its further arguments to the first. */
  Flat(Value appender) {
    this.appender = appender;
  }

  /** A new array of the script with these numbers. */
  Value array(Object... numbers) {
    Value array = appender.execute();
    for (int from = 0; from < numbers.length; from += CHUNK) {
      int to = Math.min(numbers.length, from + CHUNK);
      Object[] call = new Object[to - from + 1];
      call[0] = array;
      System.arraycopy(numbers, from, call, 1, to - from);
      appender.executeVoid(call);
    }
    return array;
  }

  /** A new array of the script with these reals. */
  Value array(Real[] reals) {
    return array(Arrays.stream(reals).map(Tracked::of).toArray());
  }

  static Real[] reals(Value array) {
    Real[] reals = new Real[Math.toIntExact(array.getArraySize())];
    for (int i = 0; i < reals.length; i++) {
      reals[i] = real(array.getArrayElement(i));
    }
    return reals;
  }

  static double[] doubles(Value array) {
    double[] numbers = new double[Math.toIntExact(array.getArraySize())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.getArrayElement(i).asDouble();
    }
    return numbers;
  }

  static List<String> strings(Value array) {
    return LongStream.range(0, array.getArraySize())
        .mapToObj(i -> array.getArrayElement(i).asString())
        .toList();
  }

  static Real real(Value number) {
    return number.isHostObject()
        ? number.<Tracked>asHostObject().real()
        : Real.constant(number.asDouble());
  }
}
