package ad4j.compiler.random;

import ad4j.program.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** A relaxed kernel which, as the facade does, takes the exact one where something is NaN. */
record Relaxed(Kernel quick, Supplier<Kernel> exact) implements Kernel {
  @Override
  public Object[] run(Object... arguments) {
    List<Runnable> restores = new ArrayList<>();
    for (Object argument : arguments) {
      save(argument, restores);
    }
    Object[] results = quick.run(arguments);
    if (!hasNaN(results) && !hasNaN(arguments)) {
      return results;
    }
    restores.forEach(Runnable::run);
    return exact.get().run(arguments);
  }

  private static void save(Object argument, List<Runnable> restores) {
    switch (argument) {
      case double[] numbers -> {
        double[] copy = numbers.clone();
        restores.add(() -> System.arraycopy(copy, 0, numbers, 0, copy.length));
      }
      case int[] numbers -> {
        int[] copy = numbers.clone();
        restores.add(() -> System.arraycopy(copy, 0, numbers, 0, copy.length));
      }
      case Object[] rows -> {
        Object[] copy = rows.clone();
        restores.add(() -> System.arraycopy(copy, 0, rows, 0, copy.length));
        for (Object row : rows) {
          save(row, restores);
        }
      }
      case null, default -> {}
    }
  }

  private static boolean hasNaN(Object[] values) {
    return Arrays.stream(values).anyMatch(Relaxed::hasNaN);
  }

  private static boolean hasNaN(Object value) {
    return switch (value) {
      case Double number -> number.isNaN();
      case double[] numbers -> Arrays.stream(numbers).anyMatch(Double::isNaN);
      case Object[] rows -> hasNaN(rows);
      case null, default -> false;
    };
  }

  @Override
  public double run(double[] x, double[] y, Object[] rest) {
    throw new UnsupportedOperationException("only with boxed arguments");
  }

  @Override
  public double run(double[] x, double[] y, double[] z, Object[] rest) {
    throw new UnsupportedOperationException("only with boxed arguments");
  }
}
