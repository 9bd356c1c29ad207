package ad4j.reverse.program;

import ad4j.op.Comparison;
import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.IntegralOp;
import ad4j.program.Loop;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The backward half: the blocks of the Program against the flow, each doing the pullback of its
 * instructions from the last to the first.
 */
final class Backward {
  private final Analysis analysis;
  private final ProgramBuilder builder;
  private final Available available;
  private final SplitCalls calls;
  private final Map<Block, Draft> drafts = new HashMap<>();
  private final Adjoints adjoints;
  private final Map<Loop, Draft> restoring = new HashMap<>();
  private final Map<Loop, Value> turnsBack = new HashMap<>();
  private final LoopEntries entries;
  private final LoopSums sums;
  private Draft end;

  Backward(
      Analysis analysis,
      ProgramBuilder builder,
      Adjoints adjoints,
      Available available,
      SplitCalls calls) {
    this.analysis = analysis;
    this.builder = builder;
    this.adjoints = adjoints;
    this.available = available;
    this.calls = calls;
    this.sums = new LoopSums(analysis, builder);
    this.entries = new LoopEntries(analysis, builder, this::draft);
    this.end = builder.current();
  }

  /** Where the backward half of a block begins. */
  Draft draft(Block block) {
    return drafts.computeIfAbsent(block, key -> builder.block());
  }

  /** Where the backward half ends; complete the keeping then. */
  Draft sweep() {
    for (Block block : analysis.program().blocks().reversed()) {
      if (analysis.returns(block) && analysis.fused(block) == null) {
        builder.at(draft(block));
        available.enter(block);
        for (Instruction instruction : block.instructions().reversed()) {
          builder.origin(instruction.origin());
          pullBack(instruction);
        }
        builder.origin(null);
        toSources(block);
      }
    }
    entries.complete();
    return end;
  }

  Map<Loop, Draft> restoring() {
    return restoring;
  }

  Map<Loop, Value> turnsBack() {
    return turnsBack;
  }

  private void pullBack(Instruction instruction) {
    switch (instruction.op()) {
      case Op.Apply _ -> apply(instruction);
      case Op.Load _ -> {
        if (Activity.isNumber(instruction) && analysis.isActive(instruction)) {
          Value adjoint = adjoints.take(instruction);
          boolean none = adjoint instanceof Constant zero && zero.is(0);
          if (!none && !sums.add(instruction, adjoint)) {
            Value shadow = available.shadow(instruction.operand(0));
            Value index = available.value(instruction.operand(1));
            builder.store(shadow, index, builder.accumulate(builder.load(shadow, index), adjoint));
          }
        }
      }
      case Op.Store _ -> {
        if (hasNumbers(instruction.operand(0))) {
          Value shadow = available.shadow(instruction.operand(0));
          Value index = available.value(instruction.operand(1));
          Value adjoint = builder.load(shadow, index);
          builder.store(shadow, index, Constant.ZERO);
          adjoints.add(instruction.operand(2), adjoint);
        } else if (instruction.operand(2).type().isArray()) {
          putBack(instruction);
        }
        undo(instruction);
      }
      case Op.Fill _, Op.Move _, Op.Copy _ -> ranges(instruction);
      case Op.Call _ -> {
        if (analysis.isActiveCall(instruction)) {
          calls.backward(instruction, adjoints::take, adjoints::add);
        }
      }
      default -> {}
    }
  }

  /** The caller's shadow holds its own rows again when the backward half is done. */
  private void putBack(Instruction store) {
    Value array = store.operand(0);
    if (analysis.hasShadow(array) && analysis.isOfCaller(array)) {
      Value shadow = available.shadow(array);
      builder.store(shadow, available.value(store.operand(1)), available.oldRow(store));
    }
  }

  private void undo(Instruction store) {
    if (analysis.undoing().undoes(store)) {
      Value array = available.value(store.operand(0));
      Value index = available.value(store.operand(1));
      builder.store(array, index, available.replaced(store));
    }
  }

  private boolean hasNumbers(Value array) {
    return array.type().equals(Type.F64_ARRAY) && analysis.hasShadow(array);
  }

  private void apply(Instruction instruction) {
    if (!analysis.isActive(instruction)) {
      return;
    }
    Value adjoint = adjoints.take(instruction);
    if (adjoint instanceof Constant zero && zero.is(0)) {
      return;
    }
    List<Value> operands = instruction.operands();
    for (int i = 0; i < operands.size(); i++) {
      if (analysis.isActive(operands.get(i))) {
        Value partial = analysis.partial(instruction, i, builder, available::value);
        adjoints.add(operands.get(i), builder.chain(adjoint, partial));
      }
    }
  }

  private void ranges(Instruction instruction) {
    Ranges ranges = new Ranges(builder);
    switch (instruction.op()) {
      case Op.Fill _ -> {
        if (hasNumbers(instruction.operand(0))) {
          Value shadow = available.shadow(instruction.operand(0));
          Value from = available.value(instruction.operand(1));
          Value to = available.value(instruction.operand(2));
          adjoints.add(instruction.operand(3), ranges.takeSum(shadow, from, to));
        }
      }
      case Op.Move _ -> {
        if (hasNumbers(instruction.operand(2))) {
          boolean gives = hasNumbers(instruction.operand(0));
          Value target = available.shadow(instruction.operand(2));
          Value to = available.value(instruction.operand(3));
          Value count = available.value(instruction.operand(4));
          Value moved = ranges.take(target, to, count);
          if (gives) {
            Value source = available.shadow(instruction.operand(0));
            ranges.add(moved, source, available.value(instruction.operand(1)), count);
          }
        }
      }
      case Op.Copy _ -> {
        if (hasNumbers(instruction) && analysis.hasShadow(instruction.operand(0))) {
          Value copy = available.shadow(instruction);
          Value source = available.shadow(instruction.operand(0));
          ranges.add(copy, source, Constant.of(0), builder.length(copy));
        }
      }
      default -> {}
    }
  }

  private void toSources(Block block) {
    Loop loop = analysis.headed(block);
    List<Block> sources = analysis.sources(block);
    if (sources.isEmpty()) {
      end = builder.current();
    } else if (loop != null && analysis.fused(loop) != null) {
      toSource(block, analysis.counting().before(loop));
    } else if (loop != null) {
      turnBack(block, loop);
    } else if (sources.size() == 1) {
      toSource(block, sources.getFirst());
    } else {
      choose(block, sources);
    }
  }

  private void turnBack(Block header, Loop loop) {
    Variable turn = available.turn(loop);
    Value before = builder.get(turn);
    Draft again = builder.block();
    Draft out = builder.block();
    Map<Value, Value> known = available.known();
    builder.branch(builder.compare(Comparison.GREATER, before, Constant.of(0)), again, out);
    builder.at(again);
    Value now = builder.integral(IntegralOp.SUB, before, Constant.of(1));
    builder.set(turn, now);
    restoring.put(loop, again);
    turnsBack.put(loop, now);
    // What is restored is set here, before anything of the turn is read.
    Draft within = builder.block();
    builder.jump(within);
    builder.at(within);
    available.forget();
    toSource(header, analysis.counting().latch(loop));
    builder.at(out);
    available.know(known);
    sums.flush(loop, available);
    toSource(header, analysis.counting().before(loop));
  }

  private void choose(Block block, List<Block> sources) {
    Map<Value, Value> known = available.known();
    List<Draft> ways = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      ways.add(builder.block());
    }
    List<Integer> sides = available.sides(block);
    if (sides.size() == 2) {
      Value condition = available.condition(block);
      builder.branch(condition, ways.get(sides.get(0)), ways.get(sides.get(1)));
    } else {
      Value number = available.from(block);
      if (sources.size() == 2) {
        builder.branch(number, ways.get(1), ways.get(0));
      } else {
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < ways.size() - 1; i++) {
          keys.add(i);
        }
        builder.choose(number, keys, ways.subList(0, keys.size()), ways.getLast());
      }
    }
    for (int i = 0; i < sources.size(); i++) {
      builder.at(ways.get(i));
      available.know(known);
      toSource(block, sources.get(i));
    }
  }

  /** Hands the adjoints of the parameters to what they were given, and goes on at the source. */
  private void toSource(Block block, Block source) {
    for (Edge edge : source.edges()) {
      if (edge.target() == block) {
        handOver(edge);
        break;
      }
    }
    Loop turned = analysis.headed(block);
    if (turned != null && turned.contains(source)) {
      entries.turn(turned, source);
    } else {
      entries.enter(source, available.intoLoops(source, block));
    }
  }

  private void handOver(Edge edge) {
    List<Value> taken = new ArrayList<>();
    List<Value> givers = new ArrayList<>();
    for (int i = 0; i < edge.arguments().size(); i++) {
      Parameter parameter = edge.target().parameters().get(i);
      if (Activity.isNumber(parameter) && analysis.isActive(parameter)) {
        givers.add(edge.arguments().get(i));
        taken.add(adjoints.take(parameter));
      }
    }
    for (int i = 0; i < taken.size(); i++) {
      adjoints.add(givers.get(i), taken.get(i));
    }
  }
}
