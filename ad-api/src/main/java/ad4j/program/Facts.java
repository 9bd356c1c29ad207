package ad4j.program;

import ad4j.op.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The comparisons of ints and arrays that are known to hold where a block runs. */
final class Facts {
  /** A comparison that holds. */
  record Fact(Comparison relation, Value x, Value y) {
    /** The same, the other way round. */
    Fact mirrored() {
      return new Fact(relation.mirrored(), y, x);
    }
  }

  private final Flow flow;
  private final Map<Block, List<Fact>> known = new HashMap<>();

  Facts(Flow flow) {
    this.flow = flow;
  }

  /** What holds there, each fact both ways round. */
  List<Fact> at(Block block) {
    List<Fact> facts = known.get(block);
    if (facts == null) {
      facts = new ArrayList<>();
      for (Block each = block; each != flow.program().entry(); each = flow.dominator(each)) {
        List<Block> sources = flow.sources(each);
        if (sources.size() == 1
            && sources.getFirst().end()
                instanceof Terminator.Branch(Value test, Edge then, Edge _)) {
          add(test, then.target() == each, facts);
        }
      }
      known.put(block, facts);
    }
    return facts;
  }

  private static void add(Value test, boolean holds, List<Fact> facts) {
    if (!(test instanceof Instruction compare)
        || !(compare.op() instanceof Op.Compare(Comparison relation))) {
      add(holds ? Comparison.NOT_EQUAL : Comparison.EQUAL, test, Constant.of(0), facts);
      return;
    }
    Value x = compare.operand(0);
    Value y = compare.operand(1);
    if (x.type().equals(Type.F64)) {
      return; // neither may hold
    }
    Comparison actual = holds ? relation : relation.opposite();
    boolean truth = x instanceof Instruction inner && inner.op() instanceof Op.Compare;
    boolean equality = actual == Comparison.EQUAL || actual == Comparison.NOT_EQUAL;
    if (truth && equality && y instanceof Constant zero && zero.isInteger(0)) {
      add(x, actual == Comparison.NOT_EQUAL, facts);
    } else {
      add(actual, x, y, facts);
    }
  }

  private static void add(Comparison relation, Value x, Value y, List<Fact> facts) {
    Fact fact = new Fact(relation, x, y);
    facts.add(fact);
    facts.add(fact.mirrored());
  }
}
