package ad4j.compiler.write;

import ad4j.program.Raised;
import ad4j.program.Terminator;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** What generated code calls. */
final class Support {
  private Support() {}

  static double where(double c, double a, double b) {
    return c > 0 ? a : b;
  }

  static double share(double x, double y) {
    return x > y ? 1 : x < y ? 0 : x == y ? 0.5 : Double.NaN;
  }

  static Raised raised(Terminator.Throw raise) {
    return new Raised(raise.what(), raise.origin());
  }

  static double @Nullable [] zeroLike(double @Nullable [] array) {
    return array == null ? null : new double[array.length];
  }

  static @Nullable Object zeroLike(@Nullable Object array) {
    if (array == null) {
      return null;
    }
    int length = Array.getLength(array);
    Object zero = Array.newInstance(array.getClass().getComponentType(), length);
    if (zero instanceof Object[]) {
      for (int i = 0; i < length; i++) {
        Array.set(zero, i, zeroLike(Array.get(array, i)));
      }
    }
    return zero;
  }
}
