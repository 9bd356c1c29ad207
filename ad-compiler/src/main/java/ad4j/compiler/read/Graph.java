package ad4j.compiler.read;

import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The basic blocks of a method: who jumps where, which locals are read later, who returns. */
final class Graph {
  private final Code code;
  private final List<Integer> starts;
  private final int[] blocks;
  private final List<List<Integer>> targets = new ArrayList<>();
  private final int[] arrivals;
  private final BitSet returning = new BitSet();
  private final BitSet[] live;
  private final List<Integer> order = new ArrayList<>();
  private boolean hasLoops;

  Graph(Code code) {
    this.code = code;
    starts = new ArrayList<>(starts());
    blocks = new int[code.instructions().size() + 1];
    for (int b = 0; b < starts.size(); b++) {
      Arrays.fill(blocks, start(b), end(b), b);
    }
    arrivals = new int[starts.size()];
    arrivals[0] = 1;
    for (int b = 0; b < starts.size(); b++) {
      List<Integer> all = new ArrayList<>();
      for (int target : targetsOf(end(b) - 1)) {
        all.add(blocks[target]);
      }
      targets.add(all);
    }
    arrange();
    live = new BitSet[starts.size()];
    findLive();
    findReturning();
  }

  /** How many blocks. */
  int size() {
    return starts.size();
  }

  /** The first instruction of a block. */
  int start(int block) {
    return starts.get(block);
  }

  /** The instruction after the last one of a block. */
  int end(int block) {
    return block + 1 < starts.size() ? starts.get(block + 1) : code.instructions().size();
  }

  /** The block that an instruction is in. */
  int block(int instruction) {
    return blocks[instruction];
  }

  /** How many jumps lead there; the beginning of the method is one. */
  int arrivals(int block) {
    return arrivals[block];
  }

  /** Whether a local is read there or later before it is written. */
  boolean isLive(int block, int slot) {
    return live[block].get(slot);
  }

  /** Whether the method may return from there on; else it can only throw, or run forever. */
  boolean returns(int block) {
    return returning.get(block);
  }

  /** What makes the exception that all ways from this block end with; or its first instruction. */
  int raiser(int block) {
    Deque<Integer> open = new ArrayDeque<>(List.of(block));
    BitSet seen = new BitSet();
    while (!open.isEmpty()) {
      int b = open.remove();
      for (int i = start(b); i < end(b); i++) {
        Instruction instruction = code.instructions().get(i);
        if (instruction instanceof NewObjectInstruction
            || instruction instanceof ThrowInstruction) {
          return i;
        }
      }
      seen.set(b);
      targets.get(b).stream().filter(target -> !seen.get(target)).forEach(open::add);
    }
    return start(block);
  }

  /** The blocks that can be reached, in reverse postorder. */
  List<Integer> order() {
    return order;
  }

  /** Whether a block jumps back. */
  boolean hasLoops() {
    return hasLoops;
  }

  private Set<Integer> starts() {
    TreeSet<Integer> all = new TreeSet<>();
    all.add(0);
    int count = code.instructions().size();
    for (int i = 0; i < count; i++) {
      List<Integer> next = targetsOf(i);
      boolean ends = code.instructions().get(i) instanceof BranchInstruction;
      if (ends || next.size() != 1 || next.getFirst() != i + 1) {
        all.addAll(next);
        all.add(i + 1);
      }
    }
    code.handlers().forEach(handler -> all.addAll(List.of(handler.from(), handler.target())));
    code.handlers().forEach(handler -> all.add(handler.to()));
    all.tailSet(count).clear();
    return all;
  }

  /** Where the method may go on after an instruction; a branch that is not taken comes last. */
  private List<Integer> targetsOf(int index) {
    Instruction instruction = code.instructions().get(index);
    return switch (instruction) {
      case BranchInstruction branch ->
          branch.opcode() == Opcode.GOTO || branch.opcode() == Opcode.GOTO_W
              ? List.of(code.index(branch.target()))
              : List.of(code.index(branch.target()), index + 1);
      case TableSwitchInstruction choice -> all(choice.cases(), choice.defaultTarget());
      case LookupSwitchInstruction choice -> all(choice.cases(), choice.defaultTarget());
      case ReturnInstruction _, ThrowInstruction _ -> List.of();
      default -> List.of(index + 1);
    };
  }

  private List<Integer> all(List<SwitchCase> cases, Label other) {
    List<Integer> all = new ArrayList<>();
    cases.forEach(each -> all.add(code.index(each.target())));
    all.add(code.index(other));
    return all;
  }

  private void arrange() {
    boolean[] seen = new boolean[size()];
    boolean[] done = new boolean[size()];
    int[] next = new int[size()];
    Deque<Integer> path = new ArrayDeque<>(List.of(0));
    seen[0] = true;
    while (!path.isEmpty()) {
      int block = path.element();
      if (next[block] < targets.get(block).size()) {
        // the way that is not taken first, so that what follows in the file comes later
        int target = targets.get(block).get(next[block]++);
        arrivals[target]++;
        if (!seen[target]) {
          seen[target] = true;
          path.push(target);
        } else if (!done[target]) {
          hasLoops = true;
        }
      } else {
        done[block] = true;
        order.addFirst(path.pop());
      }
    }
  }

  private void findLive() {
    BitSet[] written = new BitSet[size()];
    for (int b = 0; b < size(); b++) {
      live[b] = new BitSet();
      written[b] = new BitSet();
      for (int i = start(b); i < end(b); i++) {
        int read =
            switch (code.instructions().get(i)) {
              case LoadInstruction load -> load.slot();
              case IncrementInstruction step -> step.slot();
              default -> -1;
            };
        if (read >= 0 && !written[b].get(read)) {
          live[b].set(read);
        }
        if (code.instructions().get(i) instanceof StoreInstruction store) {
          written[b].set(store.slot());
        }
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = order.size() - 1; i >= 0; i--) {
        int b = order.get(i);
        BitSet after = new BitSet();
        targets.get(b).forEach(target -> after.or(live[target]));
        after.andNot(written[b]);
        int before = live[b].cardinality();
        live[b].or(after);
        changed |= live[b].cardinality() > before;
      }
    }
  }

  private void findReturning() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int b = size() - 1; b >= 0; b--) {
        if (!returning.get(b)
            && (code.instructions().get(end(b) - 1) instanceof ReturnInstruction
                || targets.get(b).stream().anyMatch(returning::get))) {
          returning.set(b);
          changed = true;
        }
      }
    }
  }
}
