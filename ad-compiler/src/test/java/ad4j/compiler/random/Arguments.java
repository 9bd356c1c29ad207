package ad4j.compiler.random;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Arguments of a random method, which can be read and written as one flat array of doubles. */
final class Arguments {
  private Arguments() {}

  /** Arguments for a method of a kind; doubles are between 0.5 and 1.5. */
  static Object[] random(Class<?> owner, Kind kind, long seed) {
    Dice dice = new Dice(seed ^ 0x5DEECE66DL);
    double[] x = numbers(dice, dice.between(3, 6));
    return switch (kind) {
      case GRADIENT, VECTOR -> new Object[] {x};
      case SCALAR -> new Object[] {x[0]};
      case THREE -> new Object[] {x[0], x[1], x[2]};
      case INTO -> new Object[] {x, new double[dice.between(2, 4)]};
      case DATA -> {
        int columns = dice.between(3, 4);
        double[][] data = new double[dice.between(2, 4)][];
        for (int row = 0; row < data.length; row++) {
          data[row] = numbers(dice, columns);
        }
        int[] index = new int[dice.between(3, 5)];
        for (int k = 0; k < index.length; k++) {
          index[k] = dice.below(9);
        }
        yield new Object[] {x, dice.between(1, 3), data, index};
      }
      case COMPLEX -> new Object[] {create(member(owner, "Complex"), x[0], x[1]), x};
      case MODEL -> {
        double[] weights = numbers(dice, dice.between(2, 4));
        yield new Object[] {create(member(owner, "Model"), weights, x[0]), x};
      }
    };
  }

  private static double[] numbers(Dice dice, int length) {
    double[] numbers = new double[length];
    for (int k = 0; k < length; k++) {
      numbers[k] = 0.5 + dice.unit();
    }
    return numbers;
  }

  private static Class<?> member(Class<?> owner, String name) {
    for (Class<?> member : owner.getDeclaredClasses()) {
      if (member.getSimpleName().equals(name)) {
        return member;
      }
    }
    throw new IllegalArgumentException(owner + " has no member class " + name);
  }

  private static Object create(Class<?> type, Object... components) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    try {
      return constructor.newInstance(components);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The doubles that a gradient is taken by: those of all arguments, but not of an output. */
  static double[] inputs(Kind kind, Object[] arguments) {
    List<Double> flat = new ArrayList<>();
    for (int k = 0; k < arguments.length; k++) {
      if (!isOutput(kind, k)) {
        flatten(arguments[k], flat);
      }
    }
    return flat.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static boolean isOutput(Kind kind, int argument) {
    return kind == Kind.INTO && argument == 1;
  }

  /** New arguments of the same shape with other inputs. */
  static Object[] with(Kind kind, Object[] arguments, double[] inputs) {
    Iterator<Double> rest = java.util.Arrays.stream(inputs).iterator();
    Object[] copy = new Object[arguments.length];
    for (int k = 0; k < arguments.length; k++) {
      copy[k] = isOutput(kind, k) ? ((double[]) arguments[k]).clone() : rebuild(arguments[k], rest);
    }
    return copy;
  }

  static Object[] copy(Kind kind, Object[] arguments) {
    return with(kind, arguments, inputs(kind, arguments));
  }

  private static void flatten(Object value, List<Double> flat) {
    switch (value) {
      case Double number -> flat.add(number);
      case double[] numbers -> {
        for (double number : numbers) {
          flat.add(number);
        }
      }
      case double[][] rows -> {
        for (double[] row : rows) {
          flatten(row, flat);
        }
      }
      case Record fields -> {
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
          flatten(read(component, fields), flat);
        }
      }
      default -> {}
    }
  }

  private static Object rebuild(Object value, Iterator<Double> rest) {
    return switch (value) {
      case Double ignored -> rest.next();
      case double[] numbers -> {
        double[] copy = new double[numbers.length];
        for (int k = 0; k < copy.length; k++) {
          copy[k] = rest.next();
        }
        yield copy;
      }
      case double[][] rows -> {
        double[][] copy = new double[rows.length][];
        for (int k = 0; k < copy.length; k++) {
          copy[k] = (double[]) rebuild(rows[k], rest);
        }
        yield copy;
      }
      case Record fields -> {
        RecordComponent[] components = fields.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int k = 0; k < values.length; k++) {
          values[k] = rebuild(read(components[k], fields), rest);
        }
        yield create(fields.getClass(), values);
      }
      case int[] numbers -> numbers.clone();
      default -> value;
    };
  }

  private static Object read(RecordComponent component, Object fields) {
    try {
      return component.getAccessor().invoke(fields);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
