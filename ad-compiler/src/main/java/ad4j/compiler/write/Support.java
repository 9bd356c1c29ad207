package ad4j.compiler.write;

import ad4j.program.Raised;
import ad4j.program.Terminator;
import java.lang.reflect.Array;
import java.util.IdentityHashMap;
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

  static Raised guarded() {
    return new Raised("a guard", null);
  }

  static double @Nullable [] zeroLike(double @Nullable [] array) {
    return array == null ? null : new double[array.length];
  }

  static @Nullable Object zeroLike(@Nullable Object array) {
    return zeroLike(array, new IdentityHashMap<>());
  }

  private static @Nullable Object zeroLike(
      @Nullable Object array, IdentityHashMap<Object, Object> made) {
    if (array == null) {
      return null;
    }
    Object known = made.get(array);
    if (known != null) {
      return known;
    }
    int length = Array.getLength(array);
    Object zero = Array.newInstance(array.getClass().getComponentType(), length);
    made.put(array, zero);
    if (array instanceof Object[]) {
      @Nullable Object[] zeros = (@Nullable Object[]) zero;
      for (int i = 0; i < length; i++) {
        zeros[i] = zeroLike(Array.get(array, i), made);
      }
    }
    return zero;
  }
}
