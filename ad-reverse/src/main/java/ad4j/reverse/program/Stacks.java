package ad4j.reverse.program;

import ad4j.program.Constant;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the forward half of a routine leaves what its backward half reads: a stack for each type of
 * values, each in an array of one element so that it can be replaced by a longer one, and an array
 * with the heights of all. Backward halves run in the opposite order of the forward ones, so each
 * finds its own on top.
 */
final class Stacks {
  private static final int SHORT = 16;

  private final List<Type> types;
  private final List<Value> arguments;

  private Stacks(List<Type> types, List<Value> arguments) {
    this.types = types;
    this.arguments = arguments;
  }

  /** The types of {@link #arguments} for stacks of these types. */
  static List<Type> parameters(List<Type> types) {
    List<Type> all = new ArrayList<>();
    all.add(Type.I32_ARRAY);
    types.forEach(type -> all.add(type.array().array()));
    return all;
  }

  /** The stacks that a routine is given, in its half that is built. */
  static Stacks given(List<Type> types, ProgramBuilder builder) {
    List<Value> values = new ArrayList<>();
    parameters(types).forEach(type -> values.add(builder.parameter(type, "")));
    return new Stacks(types, values);
  }

  /** New stacks; those of numbers are kept in the first slots of the frame, one each. */
  static Stacks begin(List<Type> types, ProgramBuilder builder) {
    List<Value> values = new ArrayList<>();
    values.add(builder.append(new Op.New(), Type.I32_ARRAY, Constant.of(types.size())));
    for (int i = 0; i < types.size(); i++) {
      Type type = types.get(i).array();
      Value stack =
          types.get(i).isArray()
              ? builder.append(new Op.New(), type, Constant.of(SHORT))
              : builder.append(new Op.Held(i), type);
      Value box = builder.append(new Op.New(), type.array(), Constant.of(1));
      builder.store(box, Constant.of(0), stack);
      values.add(box);
    }
    return new Stacks(types, values);
  }

  /** Keeps stacks that have become longer in the frame. */
  void keep(ProgramBuilder builder) {
    for (int i = 0; i < types.size(); i++) {
      if (!types.get(i).isArray()) {
        Value stack = builder.load(box(i), Constant.of(0));
        builder.append(new Op.Grow(i), stack.type(), stack, Constant.of(0));
      }
    }
  }

  /** What is handed to each half of each routine. */
  List<Value> arguments() {
    return arguments;
  }

  /** Leaves these values on the stacks. */
  void push(List<? extends Value> values, ProgramBuilder builder) {
    for (int i = 0; i < types.size(); i++) {
      List<Value> own = ofType(values, i);
      if (!own.isEmpty()) {
        Value height = builder.load(heights(), Constant.of(i));
        Value after = builder.integral(IntegralOp.ADD, height, Constant.of(own.size()));
        Value stack = builder.load(box(i), Constant.of(0));
        Value longer = builder.append(new Op.Grow(-1), stack.type(), stack, after);
        builder.store(box(i), Constant.of(0), longer);
        for (int j = 0; j < own.size(); j++) {
          Value place = builder.integral(IntegralOp.ADD, height, Constant.of(j));
          builder.store(longer, place, own.get(j));
        }
        builder.store(heights(), Constant.of(i), after);
      }
    }
  }

  /** Takes from the stacks what stands for these values, in their order. */
  List<Value> pop(List<? extends Value> values, ProgramBuilder builder) {
    List<Value> taken = new ArrayList<>();
    values.forEach(value -> taken.add(Constant.initial(value.type())));
    for (int i = 0; i < types.size(); i++) {
      List<Value> own = ofType(values, i);
      if (!own.isEmpty()) {
        Value before = builder.load(heights(), Constant.of(i));
        Value height = builder.integral(IntegralOp.SUB, before, Constant.of(own.size()));
        builder.store(heights(), Constant.of(i), height);
        Value stack = builder.load(box(i), Constant.of(0));
        for (int j = 0; j < own.size(); j++) {
          Value place = builder.integral(IntegralOp.ADD, height, Constant.of(j));
          taken.set(values.indexOf(own.get(j)), builder.load(stack, place));
        }
      }
    }
    return taken;
  }

  private List<Value> ofType(List<? extends Value> values, int index) {
    List<Value> own = new ArrayList<>(values);
    own.removeIf(value -> !value.type().equals(types.get(index)));
    return own;
  }

  private Value heights() {
    return arguments.getFirst();
  }

  private Value box(int index) {
    return arguments.get(index + 1);
  }
}
