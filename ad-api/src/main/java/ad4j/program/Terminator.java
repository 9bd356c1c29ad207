package ad4j.program;

import ad4j.error.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a block ends. */
public sealed interface Terminator {
  /** Goes to another block. */
  record Jump(Edge edge) implements Terminator {}

  /** Goes to one of two: {@code then} where the int {@code condition} is not 0. */
  record Branch(Value condition, Edge then, Edge otherwise) implements Terminator {}

  /** Goes to the block with the key that the int {@code selector} is, or else to {@code other}. */
  record Switch(Value selector, List<Integer> keys, List<Edge> targets, Edge other)
      implements Terminator {
    /** Copies the lists. */
    public Switch {
      keys = List.copyOf(keys);
      targets = List.copyOf(targets);
    }
  }

  /** Ends the Program with these results. */
  record Return(List<Value> values) implements Terminator {
    /** Copies the list. */
    public Return {
      values = List.copyOf(values);
    }
  }

  /**
   * Ends it with an exception of the user's, which {@code what} describes; the original method, run
   * again, throws it.
   */
  record Throw(String what, @Nullable Origin origin) implements Terminator {}

  /** The jumps, in order: then before otherwise, the other one last. */
  default List<Edge> edges() {
    return switch (this) {
      case Jump jump -> List.of(jump.edge());
      case Branch branch -> List.of(branch.then(), branch.otherwise());
      case Switch choice -> {
        List<Edge> all = new ArrayList<>(choice.targets());
        all.add(choice.other());
        yield all;
      }
      case Return _, Throw _ -> List.of();
    };
  }

  /** The values that it reads, without those that edges pass on. */
  default List<Value> operands() {
    return switch (this) {
      case Branch branch -> List.of(branch.condition());
      case Switch choice -> List.of(choice.selector());
      case Return end -> end.values();
      case Jump _, Throw _ -> List.of();
    };
  }
}
