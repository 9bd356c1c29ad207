package ad4j.program;

import ad4j.error.ProgramException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns drafts with variables into blocks with parameters. */
final class SsaForm {
  private final List<Parameter> parameters;
  private final Draft first;
  private final List<Draft> order = new ArrayList<>();
  private final Map<Draft, List<Draft>> sources = new HashMap<>();

  /** What arrives at each join, from each source in order. */
  private final Map<Parameter, List<Value>> arriving = new LinkedHashMap<>();

  /** Joins that turned out to be one value. */
  private final Map<Value, Value> same = new HashMap<>();

  private final Set<Value> live = new HashSet<>();

  private final boolean keepsFailures;

  SsaForm(List<Draft> drafts, List<Parameter> parameters, boolean keepsFailures) {
    this.keepsFailures = keepsFailures;
    this.parameters = parameters;
    this.first = drafts.getFirst();
  }

  Program program(String name, List<Type> results) {
    arrange();
    fillJoins();
    same.putAll(TrivialJoins.find(arriving));
    markLive();
    return new Program(name, results, blocks());
  }

  /** Blocks that can be reached, in reverse postorder. */
  private void arrange() {
    Set<Draft> seen = new HashSet<>();
    Deque<Draft> path = new ArrayDeque<>();
    Map<Draft, Integer> next = new HashMap<>();
    path.push(first);
    seen.add(first);
    while (!path.isEmpty()) {
      Draft draft = path.element();
      List<Draft> targets = end(draft).ways();
      int i = next.merge(draft, 1, Integer::sum) - 1;
      // the last target first, so that the first one comes right after the block
      if (i < targets.size()) {
        Draft target = targets.get(targets.size() - 1 - i);
        if (seen.add(target)) {
          path.push(target);
        }
      } else {
        order.add(path.pop());
      }
    }
    Collections.reverse(order);
    for (Draft draft : order) {
      for (Draft target : end(draft).ways()) {
        sources.computeIfAbsent(target, key -> new ArrayList<>()).add(draft);
      }
    }
  }

  private void fillJoins() {
    Deque<Map.Entry<Draft, Variable>> open = new ArrayDeque<>();
    for (Draft draft : order) {
      for (Variable variable : draft.joins.keySet()) {
        open.add(Map.entry(draft, variable));
      }
    }
    while (!open.isEmpty()) {
      Draft draft = open.element().getKey();
      Variable variable = open.remove().getValue();
      Parameter join = draft.join(variable);
      List<Value> values = new ArrayList<>();
      for (Draft source : sources.getOrDefault(draft, List.of())) {
        values.add(atEnd(source, variable, open));
      }
      arriving.put(join, values);
    }
  }

  private Value atEnd(Draft source, Variable variable, Deque<Map.Entry<Draft, Variable>> open) {
    List<Draft> way = new ArrayList<>();
    Draft last = source;
    Value value = last.values.get(variable);
    // Where there is one way only, what arrives needs no join.
    while (value == null && last != first && !last.joins.containsKey(variable)) {
      way.add(last);
      List<Draft> before = sources.getOrDefault(last, List.of());
      if (before.size() == 1) {
        last = before.getFirst();
        value = last.values.get(variable);
      } else {
        value = last.join(variable);
        open.add(Map.entry(last, variable));
      }
    }
    if (value == null) {
      way.add(last);
      value = last == first ? Constant.initial(variable.type()) : last.join(variable);
    }
    for (Draft each : way) {
      each.values.put(variable, value);
    }
    return value;
  }

  private List<Value> values(Parameter join) {
    return arriving.getOrDefault(join, List.of());
  }

  private Value resolved(Value value) {
    return same.getOrDefault(value, value);
  }

  /** What stores, ends and branches need, and what that needs. */
  private void markLive() {
    Deque<Value> open = new ArrayDeque<>();
    for (Draft draft : order) {
      for (Instruction instruction : draft.instructions) {
        if (!instruction.op().isRemovable()) {
          open.add(instruction);
        } else if (keepsFailures && instruction.mayFail()) {
          instruction.operands().forEach(operand -> open.add(resolved(operand)));
        }
      }
      switch (end(draft)) {
        case Draft.End.Branch branch -> open.add(resolved(branch.condition()));
        case Draft.End.Choice choice -> open.add(resolved(choice.selector()));
        case Draft.End.Last last -> last.end().operands().forEach(x -> open.add(resolved(x)));
        case Draft.End.Jump _ -> {}
      }
    }
    while (!open.isEmpty()) {
      Value value = open.remove();
      if (live.add(value)) {
        switch (value) {
          case Instruction instruction ->
              instruction.operands().forEach(operand -> open.add(resolved(operand)));
          case Parameter join -> values(join).forEach(arrived -> open.add(resolved(arrived)));
          case Constant _ -> {}
        }
      }
    }
  }

  private List<Block> blocks() {
    Map<Draft, Block> made = new LinkedHashMap<>();
    Map<Draft, List<Variable>> joined = new HashMap<>();
    for (Draft draft : order) {
      made.put(draft, new Block(made.size()));
      List<Variable> variables = new ArrayList<>();
      draft.joins.forEach(
          (variable, join) -> {
            if (!same.containsKey(join) && live.contains(join)) {
              variables.add(variable);
            }
          });
      joined.put(draft, variables);
    }
    Map<Instruction, Instruction> renewed = new HashMap<>();
    made.forEach(
        (draft, block) -> {
          List<Parameter> own = new ArrayList<>(draft == first ? parameters : List.of());
          joined.getOrDefault(draft, List.of()).forEach(variable -> own.add(draft.join(variable)));
          List<Instruction> body = new ArrayList<>();
          for (Instruction instruction : draft.instructions) {
            if (live.contains(instruction)) {
              body.add(renewed(instruction, renewed));
            } else if (keepsFailures && instruction.mayFail()) {
              body.add(renewed(instruction.check(), renewed));
            }
          }
          block.fill(own, body, end(draft, made, joined, renewed));
        });
    return List.copyOf(made.values());
  }

  /** The instruction with joins resolved; the same object where nothing changes. */
  private Instruction renewed(Instruction instruction, Map<Instruction, Instruction> renewed) {
    Instruction known = renewed.get(instruction);
    if (known == null) {
      List<Value> operands =
          instruction.operands().stream().map(operand -> last(operand, renewed)).toList();
      known =
          operands.equals(instruction.operands())
              ? instruction
              : new Instruction(
                  instruction.op(), instruction.type(), operands, instruction.origin());
      renewed.put(instruction, known);
    }
    return known;
  }

  private Value last(Value value, Map<Instruction, Instruction> renewed) {
    Value result = resolved(value);
    return result instanceof Instruction instruction ? renewed(instruction, renewed) : result;
  }

  private Terminator end(
      Draft draft,
      Map<Draft, Block> made,
      Map<Draft, List<Variable>> joined,
      Map<Instruction, Instruction> renewed) {
    Edges edges =
        target -> {
          List<Value> arguments = new ArrayList<>();
          for (Variable variable : joined.getOrDefault(target, List.of())) {
            Value arrived = draft.values.get(variable);
            arguments.add(
                last(arrived == null ? Constant.initial(variable.type()) : arrived, renewed));
          }
          Block block = made.get(target);
          if (block == null) {
            throw new ProgramException("a jump into nothing");
          }
          return new Edge(block, arguments);
        };
    return switch (end(draft)) {
      case Draft.End.Jump jump -> new Terminator.Jump(edges.to(jump.target()));
      case Draft.End.Branch branch ->
          new Terminator.Branch(
              last(branch.condition(), renewed),
              edges.to(branch.then()),
              edges.to(branch.otherwise()));
      case Draft.End.Choice choice ->
          new Terminator.Switch(
              last(choice.selector(), renewed),
              choice.keys(),
              choice.targets().stream().map(edges::to).toList(),
              edges.to(choice.other()));
      case Draft.End.Last last ->
          last.end() instanceof Terminator.Return back
              ? new Terminator.Return(
                  back.values().stream().map(value -> last(value, renewed)).toList())
              : last.end();
    };
  }

  private static Draft.End end(Draft draft) {
    Draft.End end = draft.end;
    if (end == null) {
      throw new ProgramException("a block without an end");
    }
    return end;
  }

  @FunctionalInterface
  private interface Edges {
    Edge to(Draft target);
  }
}
