package ad4j.program;

import ad4j.error.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Specialises a Program for the length of the array that it is given first. Ints, longs and lengths
 * that follow from it are computed here and now, and so are the ways that they decide: loops over
 * the array are unrolled. There is a copy of a block for each set of such numbers that are alive
 * where it begins: polyvariant specialisation, see N. Jones, C. Gomard and P. Sestoft, <i>Partial
 * Evaluation and Automatic Program Generation</i> (1993), ch. 4.
 */
public final class Specialize {
  /** So many instructions and blocks are copied at most. */
  private static final int MOST_COPIES = 2000;

  /** So many instructions are left of them at most. */
  private static final int MOST = 500;

  /**
   * A copy of a block.
   *
   * @param known what is known where it begins: ints and longs, and of arrays their lengths
   */
  private record Version(Block block, Map<Value, Constant> known) {}

  private final Program program;
  private final ProgramBuilder builder;
  private final Live live;
  private final Map<Version, Draft> drafts = new HashMap<>();
  private final Deque<Version> open = new ArrayDeque<>();
  private final Map<Value, Variable> variables = new HashMap<>();
  private Map<Value, Constant> known = new HashMap<>();
  private int copied;

  private Specialize(Program program) {
    this.program = program;
    this.builder = new ProgramBuilder(program.name(), program.results());
    this.live = new Live(program);
  }

  /**
   * The Program without loops for a first argument of this length, which is not null. It gives the
   * same to the last bit, and fails where the Program does.
   *
   * @return null if loops remain, or it becomes too large, or it calls routines
   */
  public static @Nullable Program of(Program program, int length) {
    Specialize special = new Specialize(program);
    if (program.calls() || !special.run(length)) {
      return null;
    }
    Program built = special.builder.buildKeepingFailures();
    Program simple = hasLoop(built) ? null : Simplify.keepingFailures(built);
    return simple == null || simple.size() > MOST ? null : simple;
  }

  private static boolean hasLoop(Program program) {
    return program.blocks().stream()
        .anyMatch(
            block ->
                block.edges().stream().anyMatch(edge -> edge.target().index() <= block.index()));
  }

  private boolean run(int length) {
    for (Parameter parameter : program.parameters()) {
      define(parameter, builder.parameter(parameter.type(), parameter.name()));
    }
    known.put(program.parameters().getFirst(), Constant.of(length));
    Version first = new Version(program.entry(), known);
    drafts.put(first, builder.current());
    open.add(first);
    while (!open.isEmpty() && copied <= MOST_COPIES) {
      copy(open.remove());
    }
    return open.isEmpty();
  }

  private void copy(Version version) {
    Block block = version.block();
    builder.at(draft(version));
    known = new HashMap<>(version.known());
    copied += 1 + block.instructions().size();
    for (Instruction instruction : block.instructions()) {
      copy(instruction, values(instruction.operands()));
    }
    end(block);
  }

  /** The copy of a block, filled or to be filled. */
  private Draft draft(Version version) {
    return drafts.computeIfAbsent(
        version,
        key -> {
          open.add(key);
          return builder.block();
        });
  }

  private void copy(Instruction instruction, List<Value> operands) {
    Integer length = length(instruction, operands);
    if (length == null) {
      define(instruction, builder.again(instruction, operands));
      return;
    }
    Value copy = ofLength(length, instruction, operands);
    define(instruction, copy);
    if (instruction.type().isArray()) {
      known.put(instruction, Constant.of(length));
    }
  }

  /** The length of the array that an instruction makes or looks at, if it is known. */
  private @Nullable Integer length(Instruction instruction, List<Value> operands) {
    Constant length =
        switch (instruction.op()) {
          case Op.Length _, Op.Copy _ -> known.get(instruction.operand(0));
          case Op.New _ -> operands.getFirst() instanceof Constant made ? made : null;
          default -> null;
        };
    return length != null && length.number() instanceof Integer number && number >= 0
        ? number
        : null;
  }

  private Value ofLength(int length, Instruction instruction, List<Value> operands) {
    return switch (instruction.op()) {
      case Op.Length _ -> Constant.of(length);
      case Op.Copy _ when instruction.type().equals(Type.F64_ARRAY) && length <= SmallArrays.MOST ->
          elements(length, instruction, operands.getFirst());
      default -> builder.again(instruction, operands);
    };
  }

  /** A copy of a short array, one by one: {@link SmallArrays} makes variables of that. */
  private Value elements(int length, Instruction copy, Value array) {
    builder.origin(copy.origin());
    Value made = builder.append(new Op.New(), copy.type(), Constant.of(length));
    for (int i = 0; i < length; i++) {
      builder.store(made, Constant.of(i), builder.load(array, Constant.of(i)));
    }
    return made;
  }

  /** Takes this for a value from now on. */
  private void define(Value value, Value copy) {
    if (isNumber(copy)) {
      known.put(value, (Constant) copy);
    }
    if (!value.type().equals(Type.VOID)) {
      builder.set(variable(value), copy);
    }
  }

  private static boolean isNumber(Value value) {
    return value instanceof Constant constant
        && !value.type().isReal()
        && constant.number() != null;
  }

  private Variable variable(Value value) {
    return variables.computeIfAbsent(value, key -> new Variable(key.type(), name(key)));
  }

  private static String name(Value value) {
    return value instanceof Parameter parameter ? parameter.name() : "";
  }

  private Value value(Value original) {
    if (original instanceof Constant) {
      return original;
    }
    Constant number = original.type().isArray() ? null : known.get(original);
    return number == null ? builder.get(variable(original)) : number;
  }

  private List<Value> values(List<Value> originals) {
    return originals.stream().map(this::value).toList();
  }

  private void end(Block block) {
    switch (block.end()) {
      case Terminator.Jump(Edge edge) -> jump(edge);
      case Terminator.Branch(Value condition, Edge then, Edge otherwise) -> {
        Value chosen = value(condition);
        if (chosen instanceof Constant constant) {
          jump(constant.isInteger(0) ? otherwise : then);
        } else {
          Draft first = way(then);
          Draft second = way(otherwise);
          builder.branch(chosen, first, second);
        }
      }
      case Terminator.Switch choice -> choose(choice);
      case Terminator.Return(List<Value> results) -> builder.giveBack(values(results));
      case Terminator.Throw(String what, Origin origin) -> {
        builder.origin(origin);
        builder.raise(what);
      }
    }
  }

  private void choose(Terminator.Switch choice) {
    Value selector = value(choice.selector());
    if (selector instanceof Constant constant && constant.number() instanceof Integer key) {
      int place = choice.keys().indexOf(key);
      jump(place < 0 ? choice.other() : choice.targets().get(place));
      return;
    }
    List<Draft> targets = new ArrayList<>();
    choice.targets().forEach(edge -> targets.add(way(edge)));
    Draft other = way(choice.other());
    builder.choose(selector, choice.keys(), targets, other);
  }

  private void jump(Edge edge) {
    builder.jump(handed(edge));
  }

  /** A new block on the way, which hands over the arguments. */
  private Draft way(Edge edge) {
    Draft from = builder.current();
    List<Value> arguments = values(edge.arguments());
    Draft on = builder.block();
    builder.at(on);
    builder.jump(handed(edge, arguments));
    builder.at(from);
    return on;
  }

  private Draft handed(Edge edge) {
    return handed(edge, values(edge.arguments()));
  }

  /** Hands over the arguments; where to go with what is known then. */
  private Draft handed(Edge edge, List<Value> arguments) {
    List<Parameter> parameters = edge.target().parameters();
    Map<Value, Constant> there = new HashMap<>();
    for (Value value : live.at(edge.target())) {
      int place = parameters.indexOf(value);
      Value arrived = place < 0 ? value : edge.arguments().get(place);
      Constant number = isNumber(arrived) ? (Constant) arrived : known.get(arrived);
      if (number != null) {
        there.put(value, number);
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      builder.set(variable(parameters.get(i)), arguments.get(i));
    }
    return draft(new Version(edge.target(), there));
  }
}
