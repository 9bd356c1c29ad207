package ad4j.compiler.read;

import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.ProgramBuilder;
import ad4j.program.Value;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a method into a builder, from the current block on: by abstract interpretation, block by
 * block, each after those that jump to it. What a loop brings back in another form than it began
 * with is found at its end; then the method is read once more, into new blocks.
 */
final class Lowering {
  private final Code code;
  private final Graph graph;
  private final ProgramBuilder builder;
  private final Site site;
  private final Steps steps;
  private final @Nullable ValueClass building;
  private final int slots;
  private final Join.Variables variables = new Join.Variables();
  private final List<@Nullable List<@Nullable Item>> expected = new ArrayList<>();
  private List<@Nullable Join> joins = new ArrayList<>();
  private Join end;
  private boolean again;

  Lowering(Reading reading, ProgramBuilder builder, Body body) {
    this.code = body.code();
    this.graph = body.graph();
    this.builder = builder;
    this.building = body.building();
    this.site = new Site(code, builder);
    this.steps = new Steps(reading, site, building);
    this.slots = code.maxLocals() + (building == null ? 0 : building.components().size());
    this.end = new Join(builder, variables, builder.current());
    for (int b = 0; b < graph.size(); b++) {
      expected.add(null);
    }
  }

  /**
   * Reads the method; the current block is then where it returns.
   *
   * @param arguments what it is given, the receiver first
   * @return what it returns: nothing if it is void; null if it never does
   */
  @Nullable List<@Nullable Item> run(List<Item> arguments) {
    Draft from = builder.current();
    Draft first;
    do {
      first = graph.hasLoops() ? builder.block() : from;
      again = false;
      start(first, arguments);
      readBlocks();
    } while (again);
    if (first != from) {
      builder.at(from);
      builder.jump(first);
    }
    return end();
  }

  private void start(Draft first, List<Item> arguments) {
    joins = new ArrayList<>();
    for (int b = 0; b < graph.size(); b++) {
      joins.add(null);
    }
    end = new Join(builder, variables, builder.block());
    Frame frame = new Frame(slots);
    int slot = 0;
    for (Item argument : arguments) {
      frame.local(slot, argument);
      slot += Item.isWide(argument) ? 2 : 1;
    }
    Draft entry = graph.arrivals(0) == 1 ? first : builder.block();
    joins.set(0, new Join(builder, variables, entry));
    arrive(0, first, frame);
    if (entry != first) {
      builder.at(first);
      builder.jump(entry);
    }
  }

  private void readBlocks() {
    for (int block : graph.order()) {
      Join join = joins.get(block);
      if (join != null && !again) {
        readBlock(block, join);
      }
    }
  }

  private @Nullable List<@Nullable Item> end() {
    if (end.isEmpty()) {
      return null;
    }
    if (end.size() == 1) {
      builder.at(end.source());
      return end.only();
    }
    for (Draft source : end.sources()) {
      builder.at(source);
      builder.jump(end.draft());
    }
    return end.enter(null, List.of());
  }

  private void readBlock(int block, Join join) {
    Frame frame = enter(block, join);
    site.at(graph.start(block));
    refuseHandlers(block);
    if (!graph.returns(block)) {
      raise(block);
      return;
    }
    for (int i = graph.start(block); i < graph.end(block); i++) {
      site.at(i);
      if (endsWith(i, frame) || !steps.step(code.instructions().get(i), frame)) {
        return;
      }
    }
    builder.jump(to(graph.block(graph.end(block)), frame));
  }

  private Frame enter(int block, Join join) {
    if (graph.arrivals(block) == 1) {
      builder.at(join.draft());
      return Frame.of(join.only(), slots);
    }
    List<String> names = new ArrayList<>();
    for (int slot = 0; slot < code.maxLocals(); slot++) {
      names.add(code.variable(slot, graph.start(block)));
    }
    return Frame.of(join.enter(expected.get(block), names), slots);
  }

  /** Exceptions that are caught and lead to a result change what the method computes. */
  private void refuseHandlers(int block) {
    int start = graph.start(block);
    for (Code.Handler handler : code.handlers()) {
      if (handler.from() <= start
          && start < handler.to()
          && graph.returns(graph.block(handler.target()))) {
        throw site.refused(
            "catches exceptions", "check the condition beforehand, or let them through");
      }
    }
  }

  /** Nothing is read that only leads to an exception: the method itself throws it. */
  private void raise(int block) {
    int at = graph.raiser(block);
    String what =
        switch (code.instructions().get(at)) {
          case NewObjectInstruction made ->
              Names.java(made.className().asInternalName()) + code.message(at);
          case ThrowInstruction _ -> "an exception";
          default -> "a loop without end";
        };
    site.at(at);
    builder.raise(what + " at " + code.origin(at));
  }

  /** Whether the block ends with this instruction. */
  private boolean endsWith(int index, Frame frame) {
    switch (code.instructions().get(index)) {
      case BranchInstruction branch -> branch(branch, index, frame);
      case TableSwitchInstruction choice -> choose(choice.cases(), choice.defaultTarget(), frame);
      case LookupSwitchInstruction choice -> choose(choice.cases(), choice.defaultTarget(), frame);
      case ReturnInstruction back -> giveBack(back, frame);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void giveBack(ReturnInstruction back, Frame frame) {
    List<@Nullable Item> row = new ArrayList<>();
    if (building != null) {
      List<Item> parts = new ArrayList<>();
      for (int i = code.maxLocals(); i < slots; i++) {
        Item part = frame.local(i);
        parts.add(part == null ? Item.NOTHING : part);
      }
      row.add(new Item.Composite(building, parts));
    } else if (back.opcode() != Opcode.RETURN) {
      row.add(frame.pop());
    }
    end.arrive(builder.current(), row);
  }

  private void branch(BranchInstruction branch, int index, Frame frame) {
    int target = graph.block(code.index(branch.target()));
    if (branch.opcode() == Opcode.GOTO || branch.opcode() == Opcode.GOTO_W) {
      builder.jump(to(target, frame));
      return;
    }
    Condition condition = steps.condition(branch.opcode(), frame);
    int next = graph.block(index + 1);
    int then = condition.holds() ? target : next;
    int otherwise = condition.holds() ? next : target;
    if (condition.value() instanceof Constant constant) {
      builder.jump(to(constant.isInteger(0) ? otherwise : then, frame));
    } else {
      builder.branch(condition.value(), to(then, frame), to(otherwise, frame));
    }
  }

  private void choose(List<SwitchCase> cases, Label other, Frame frame) {
    Item chosen = frame.pop();
    Map<Integer, Integer> ordinals =
        chosen instanceof Item.CaseNumber number ? number.ordinals() : null;
    Value selector =
        chosen instanceof Item.CaseNumber number ? number.ordinal() : site.value(chosen);
    List<Integer> keys = new ArrayList<>();
    List<Draft> targets = new ArrayList<>();
    for (SwitchCase each : cases) {
      Integer key =
          ordinals == null ? Integer.valueOf(each.caseValue()) : ordinals.get(each.caseValue());
      if (key != null
          && !each.target().equals(other)
          && !(selector instanceof Constant constant && !constant.isInteger(key))) {
        keys.add(key);
        targets.add(to(graph.block(code.index(each.target())), frame));
      }
    }
    boolean sure = selector instanceof Constant && !targets.isEmpty();
    if (sure) {
      builder.jump(targets.getFirst());
    } else if (targets.isEmpty()) {
      builder.jump(to(graph.block(code.index(other)), frame));
    } else {
      builder.choose(selector, keys, targets, to(graph.block(code.index(other)), frame));
    }
  }

  /** The block to jump to from the current one with this frame. */
  private Draft to(int block, Frame frame) {
    Join join = joins.get(block);
    if (join == null) {
      join = new Join(builder, variables, builder.block());
      joins.set(block, join);
    }
    arrive(block, builder.current(), frame);
    return join.draft();
  }

  private void arrive(int block, Draft from, Frame frame) {
    Join join = joins.get(block);
    if (join != null && !join.arrive(from, frame.row(graph, block, code.maxLocals()))) {
      expected.set(block, join.merged());
      again = true;
    }
  }

  /** A value, and whether the branch is taken where it is not 0, or where it is. */
  record Condition(Value value, boolean holds) {}
}
