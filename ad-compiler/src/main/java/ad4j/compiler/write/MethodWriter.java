package ad4j.compiler.write;

import ad4j.program.Block;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.Terminator;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the code of one method: blocks, their ends, and what edges hand over. */
final class MethodWriter {
  private final Method method;
  private final CodeBuilder code;
  private final ConditionWriter conditions;
  private final ValueWriter values;
  private final EdgeWriter edges;
  private final Layout layout;
  private final Label[] labels;

  MethodWriter(Method method) {
    this.method = method;
    this.code = method.code();
    this.conditions = new ConditionWriter(method);
    this.values = conditions.values();
    this.edges = new EdgeWriter(method, values);
    this.layout = new Layout(method.unit().program());
    this.labels =
        IntStream.range(0, method.unit().program().blocks().size())
            .mapToObj(i -> code.newLabel())
            .toArray(Label[]::new);
  }

  void write() {
    unpack();
    for (Block block : layout.written()) {
      code.labelBinding(labels[block.index()]);
      method.trees().roots(block).forEach(this::root);
      end(block);
    }
  }

  private void unpack() {
    Unit unit = method.unit();
    Packed packed = new Packed(unit.types());
    for (int i = 0; unit.packed() && i < unit.types().size(); i++) {
      int local = method.slots().of(unit.program().parameters().get(i));
      if (local >= 0) {
        code.aload(0);
        packed.take(code, i);
        code.storeLocal(Slots.kind(unit.types().get(i)), local);
      }
    }
  }

  private void root(Instruction instruction) {
    if (edges.increment(instruction, instruction)) {
      return;
    }
    values.compute(instruction);
    int local = method.slots().of(instruction);
    if (local >= 0) {
      code.storeLocal(Slots.kind(instruction.type()), local);
    } else {
      values.drop(instruction);
    }
  }

  private void end(Block block) {
    switch (block.end()) {
      case Terminator.Jump jump -> follow(block, jump.edge());
      case Terminator.Branch branch -> branch(block, branch);
      case Terminator.Switch choice -> choose(choice);
      case Terminator.Return back -> giveBack(back.values());
      case Terminator.Throw raise ->
          code.loadConstant(method.data().constant(raise, Terminator.Throw.class))
              .invokestatic(
                  Types.SUPPORT,
                  "raised",
                  MethodTypeDesc.of(Types.RAISED, Types.desc(Terminator.Throw.class)))
              .athrow();
    }
  }

  /** Does the moves of an edge and goes to its target, unless that comes next anyway. */
  private void follow(Block block, Edge edge) {
    edges.move(edge);
    if (layout.next(block) != layout.target(edge)) {
      code.goto_(label(edge));
    }
  }

  private Label label(Edge edge) {
    return labels[layout.target(edge).index()];
  }

  private void branch(Block block, Terminator.Branch branch) {
    Edge then = branch.then();
    Edge otherwise = branch.otherwise();
    if (!edges.moves(then) && (edges.moves(otherwise) || !isNext(block, then))) {
      conditions.jumpOn(branch.condition(), true, label(then));
      follow(block, otherwise);
    } else if (!edges.moves(otherwise)) {
      conditions.jumpOn(branch.condition(), false, label(otherwise));
      follow(block, then);
    } else {
      Label other = code.newLabel();
      conditions.jumpOn(branch.condition(), false, other);
      edges.move(then);
      code.goto_(label(then)).labelBinding(other);
      follow(block, otherwise);
    }
  }

  private boolean isNext(Block block, Edge edge) {
    return layout.next(block) == layout.target(edge);
  }

  private void choose(Terminator.Switch choice) {
    List<Label> ways = new ArrayList<>();
    for (Edge edge : choice.edges()) {
      ways.add(edges.moves(edge) ? code.newLabel() : label(edge));
    }
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = 0; i < choice.keys().size(); i++) {
      cases.add(SwitchCase.of(choice.keys().get(i), ways.get(i)));
    }
    cases.sort(Comparator.comparingInt(SwitchCase::caseValue));
    values.push(choice.selector());
    dispatch(ways.getLast(), cases);
    for (int i = 0; i < ways.size(); i++) {
      Edge edge = choice.edges().get(i);
      if (edges.moves(edge)) {
        code.labelBinding(ways.get(i));
        edges.move(edge);
        code.goto_(label(edge));
      }
    }
  }

  /** By a table if that is no longer than pairs. */
  private void dispatch(Label other, List<SwitchCase> cases) {
    if (cases.isEmpty()) {
      code.pop().goto_(other);
      return;
    }
    int low = cases.getFirst().caseValue();
    int high = cases.getLast().caseValue();
    if ((long) high - low < 2L * cases.size()) {
      code.tableswitch(low, high, other, cases);
    } else {
      code.lookupswitch(other, cases);
    }
  }

  private void giveBack(List<Value> results) {
    List<Type> types = method.unit().program().results();
    if (results.size() > 1) {
      values.pack(results, types);
      code.areturn();
    } else {
      values.push(results);
      code.return_(results.isEmpty() ? TypeKind.VOID : Types.kind(types.getFirst()));
    }
  }
}
