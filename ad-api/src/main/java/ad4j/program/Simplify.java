package ad4j.program;

import ad4j.op.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a Program smaller that gives the same to the last bit: what was computed or loaded already
 * is not again, what is constant is folded, blocks that only lead on are left out. Failures of
 * instructions whose results nobody needs are left out, too, unless they are kept. So with the
 * routines that it calls.
 */
public final class Simplify extends Copy {
  private static final int ROUNDS = 4;

  private final Flow flow;
  private final Memory memory;
  private final Known known;
  private final boolean keepsFailures;
  private final Overwritten overwritten;
  private final Set<Block> merged = new HashSet<>();
  private Block current;

  private Simplify(
      Program program, ProgramBuilder builder, boolean distinct, boolean keepsFailures) {
    super(program, builder, parameters(program, builder));
    this.keepsFailures = keepsFailures;
    flow = new Flow(program);
    memory = new Memory(program, flow, distinct);
    known = new Known(flow);
    overwritten = new Overwritten(memory.regions());
    current = program.entry();
  }

  /** The Program simplified, several times over if that helps. */
  public static Program simplify(Program program) {
    return Routines.each(program, Simplify::alone);
  }

  /** The Program simplified so that it fails wherever it did before. */
  public static Program keepingFailures(Program program) {
    return Routines.keepingFailures(program, (each, distinct) -> alone(each, distinct, true));
  }

  /** The Program simplified, without the routines that it calls. */
  static Program alone(Program program, boolean distinct) {
    return alone(program, distinct, false);
  }

  static Program alone(Program program, boolean distinct, boolean keepsFailures) {
    Program result = program;
    for (int i = 0; i < ROUNDS; i++) {
      Program before = result;
      result = once(before, distinct, keepsFailures);
      if (measure(result) == measure(before)) {
        break;
      }
    }
    return result;
  }

  private static Program once(Program program, boolean distinct, boolean keepsFailures) {
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new Simplify(program, builder, distinct, keepsFailures).run();
    return keepsFailures ? builder.buildKeepingFailures() : builder.build();
  }

  private static int measure(Program program) {
    int parameters = program.blocks().stream().mapToInt(block -> block.parameters().size()).sum();
    return program.size() + program.blocks().size() + parameters;
  }

  @Override
  protected void begin(Block block) {
    current = block;
    memory.begin(block);
    overwritten.begin();
    if (!merged.contains(block)) {
      super.begin(block);
    }
  }

  @Override
  protected Value instruction(Instruction instruction) {
    List<Value> operands = copies(instruction.operands());
    Op op = instruction.op();
    if (op instanceof Op.Check) {
      return check(instruction, operands);
    }
    if (keepsFailures && instruction.mayFail()) {
      known.add(checked(instruction.check().op(), operands), current, Constant.ZERO);
    }
    if (op.isPure() || op instanceof Op.Load) {
      int version = op instanceof Op.Load ? memory.version(instruction.operand(0)) : 0;
      Known.Key key = new Known.Key(op, instruction.type(), operands, version);
      Value found = known.find(key, current);
      if (found == null) {
        found = fresh(instruction, operands);
        known.add(key, current, found);
        overwritten.pass(instruction);
      }
      return found;
    }
    if (op instanceof Op.Store) {
      return store(instruction, operands);
    }
    memory.pass(instruction);
    overwritten.pass(instruction);
    return builder().again(instruction, operands);
  }

  /** A failure that would have come before is left out. */
  private Value check(Instruction check, List<Value> operands) {
    Known.Key key = checked(check.op(), operands);
    Value found = known.find(key, current);
    if (found == null) {
      found = builder().again(check, operands);
      known.add(key, current, found);
    }
    return found;
  }

  private static Known.Key checked(Op check, List<Value> operands) {
    return new Known.Key(check, Type.VOID, operands, 0);
  }

  private Value store(Instruction store, List<Value> operands) {
    Value array = store.operand(0);
    Known.Key key = element(array, operands);
    if (operands.get(2).equals(known.find(key, current))) {
      return Constant.ZERO; // it is there already
    }
    memory.pass(store);
    if (array.type().scalar() != Scalar.BOOL || array.type().rank() > 1) {
      // What was stored is what a load gives.
      known.add(element(array, operands), current, operands.get(2));
    }
    Value copy = builder().again(store, operands);
    overwritten.store(store, (Instruction) copy, builder().current());
    return copy;
  }

  private Known.Key element(Value array, List<Value> operands) {
    List<Value> place = operands.subList(0, 2);
    return new Known.Key(new Op.Load(), array.type().element(), place, memory.version(array));
  }

  private Value fresh(Instruction instruction, List<Value> operands) {
    if (instruction.op() instanceof Op.Length && operands.getFirst() instanceof Instruction array) {
      switch (array.op()) {
        case Op.New _ -> {
          return array.operand(0);
        }
        case Op.Copy _, Op.ZeroLike _ -> {
          return fresh(instruction, array.operands());
        }
        default -> {}
      }
    }
    Value same =
        instruction.op() instanceof Op.Compare(Comparison relation)
            ? truth(instruction, relation, operands)
            : null;
    return same == null ? builder().again(instruction, operands) : same;
  }

  /** The outcome of a comparison that is compared with 0 again. */
  private @Nullable Value truth(
      Instruction instruction, Comparison relation, List<Value> operands) {
    if (!(operands.get(0) instanceof Instruction inner)
        || !(inner.op() instanceof Op.Compare(Comparison first))
        || !(operands.get(1) instanceof Constant zero && zero.isInteger(0))) {
      return null;
    }
    boolean exact = first == Comparison.EQUAL || first == Comparison.NOT_EQUAL;
    if (relation == Comparison.EQUAL && (exact || !inner.operand(0).type().isReal())) {
      builder().origin(instruction.origin());
      return builder().compare(first.opposite(), inner.operand(0), inner.operand(1));
    }
    return relation == Comparison.NOT_EQUAL ? inner : null;
  }

  @Override
  protected void end(Block block) {
    switch (block.end()) {
      case Terminator.Jump(Edge edge) -> jump(block, edge);
      case Terminator.Branch(Value condition, Edge then, Edge otherwise) ->
          branch(copy(condition), then, otherwise);
      case Terminator.Switch choice -> {
        Map<Block, List<Value>> given = new HashMap<>();
        List<Draft> targets = new ArrayList<>();
        for (Edge edge : choice.targets()) {
          targets.add(onward(edge, given));
        }
        Draft other = onward(choice.other(), given);
        builder().choose(copy(choice.selector()), choice.keys(), targets, other);
      }
      case Terminator.Return _, Terminator.Throw _ -> super.end(block);
    }
  }

  /** A block that nobody else jumps to goes on in the same copy. */
  private void jump(Block block, Edge edge) {
    Block target = edge.target();
    if (!goesOn(block, target)) {
      builder().jump(onward(edge, new HashMap<>()));
      return;
    }
    merged.add(target);
    for (int i = 0; i < edge.arguments().size(); i++) {
      copy(target.parameters().get(i), copy(edge.arguments().get(i)));
    }
    draft(target, builder().current());
  }

  private boolean goesOn(Block block, Block target) {
    return flow.sources(target).size() == 1 && target.index() > block.index();
  }

  private void branch(Value condition, Edge then, Edge otherwise) {
    if (condition instanceof Instruction test
        && test.op() instanceof Op.Compare(Comparison relation)
        && test.operand(0).type().equals(Type.I32)
        && test.operand(1) instanceof Constant zero
        && zero.isInteger(0)
        && (relation == Comparison.EQUAL || relation == Comparison.NOT_EQUAL)) {
      boolean swapped = relation == Comparison.EQUAL;
      branch(test.operand(0), swapped ? otherwise : then, swapped ? then : otherwise);
      return;
    }
    Map<Block, List<Value>> given = new HashMap<>();
    Draft first = onward(then, given);
    Draft second = onward(otherwise, given);
    builder().branch(condition, first, second);
  }

  /** Where an edge leads in the end; arguments are handed over here, or on the way. */
  private Draft onward(Edge edge, Map<Block, List<Value>> given) {
    Edge last = threaded(edge);
    Draft target = draft(last.target());
    List<Value> arguments = copies(last.arguments());
    List<Value> others = given.putIfAbsent(last.target(), arguments);
    if (others == null) {
      hand(arguments, last.target());
    }
    if (others == null || others.equals(arguments)) {
      return target;
    }
    Draft from = builder().current();
    Draft on = builder().block();
    builder().at(on);
    hand(arguments, last.target());
    builder().jump(target);
    builder().at(from);
    return on;
  }

  private void hand(List<Value> arguments, Block target) {
    for (int i = 0; i < arguments.size(); i++) {
      builder().set(variable(target.parameters().get(i)), arguments.get(i));
    }
  }

  /** The edge past blocks that only lead on. */
  private Edge threaded(Edge edge) {
    Edge last = edge;
    for (int i = 0; i < program().blocks().size(); i++) {
      Block target = last.target();
      if (!target.parameters().isEmpty()
          || !target.instructions().isEmpty()
          || !(target.end() instanceof Terminator.Jump(Edge next))
          || goesOn(target, next.target())) {
        break;
      }
      last = next;
    }
    return last;
  }
}
