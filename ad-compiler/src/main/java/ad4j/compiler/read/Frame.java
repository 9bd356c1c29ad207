package ad4j.compiler.read;

import ad4j.error.ProgramException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the locals and the stack hold at one instruction. A double or a long takes two places, the
 * second of which is null. In the constructor of a value class its fields follow the locals.
 */
final class Frame {
  private final List<@Nullable Item> locals;
  private final List<@Nullable Item> stack = new ArrayList<>();

  Frame(int locals) {
    this.locals = new ArrayList<>();
    for (int i = 0; i < locals; i++) {
      this.locals.add(null);
    }
  }

  /** The local variable there. */
  @Nullable Item local(int slot) {
    return locals.get(slot);
  }

  /** Gives a local variable what it holds. */
  void local(int slot, @Nullable Item item) {
    locals.set(slot, item);
  }

  /** Puts it onto the stack. */
  void push(Item item) {
    stack.add(item);
    if (Item.isWide(item)) {
      stack.add(null);
    }
  }

  /** Takes the uppermost item off the stack. */
  Item pop() {
    Item top = stack.removeLast();
    Item item = top == null ? stack.removeLast() : top;
    if (item == null) {
      throw new ProgramException("half of a number on the stack");
    }
    return item;
  }

  /** Takes words off the stack. */
  void drop(int words) {
    for (int i = 0; i < words; i++) {
      stack.removeLast();
    }
  }

  /** Copies the uppermost words to below the {@code skipped} words under them. */
  void copy(int words, int skipped) {
    int top = stack.size();
    List<@Nullable Item> copied = new ArrayList<>(stack.subList(top - words, top));
    stack.addAll(top - words - skipped, copied);
  }

  /** Exchanges the two uppermost words. */
  void swap() {
    Collections.swap(stack, stack.size() - 1, stack.size() - 2);
  }

  /** Replaces an object wherever it stands. */
  void replace(Item old, Item item) {
    stack.replaceAll(each -> each == old ? item : each);
    locals.replaceAll(each -> each == old ? item : each);
  }

  /** Locals, then the stack; of the locals, those that are live. */
  List<@Nullable Item> row(Graph graph, int block, int slots) {
    List<@Nullable Item> row = new ArrayList<>();
    for (int i = 0; i < locals.size(); i++) {
      row.add(i >= slots || graph.isLive(block, i) ? locals.get(i) : null);
    }
    row.addAll(stack);
    return row;
  }

  /** The frame with this {@link #row}. */
  static Frame of(List<@Nullable Item> row, int locals) {
    Frame frame = new Frame(locals);
    for (int i = 0; i < row.size(); i++) {
      if (i < locals) {
        frame.local(i, row.get(i));
      } else {
        frame.stack.add(row.get(i));
      }
    }
    return frame;
  }
}
