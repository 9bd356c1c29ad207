package ad4j.program;

import ad4j.op.Comparison;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is certain of ints where a block runs: between which numbers they are, and whether they are
 * indices of an array. For Programs in {@linkplain LoopForm loop form}. After R. Bodík, R. Gupta
 * and V. Sarkar, <i>ABCD: Eliminating Array Bounds Checks on Demand</i>, PLDI 2000.
 */
public final class Bounds {
  private static final int DEPTH = 12;

  /** How many steps a question may take. */
  private static final int STEPS = 1000;

  private final Counting counting;
  private final Flow flow;
  private final Facts facts;
  private final Lengths lengths;
  private final Map<Loop, Boolean> steady = new HashMap<>();
  private int steps;

  /** Looks at the Program of {@code flow}. */
  public Bounds(Flow flow, Counting counting, Regions regions) {
    this.flow = flow;
    this.counting = counting;
    facts = new Facts(flow);
    lengths = new Lengths(regions);
  }

  /** Where this int is, in that block. */
  Range range(Value value, Block at) {
    steps = STEPS;
    return range(value, at, DEPTH);
  }

  /** Whether an index is certain to be one of this array, if there is an array. */
  boolean isIndex(Value index, Value array, Block at) {
    steps = STEPS;
    return range(index, at, DEPTH).isNatural()
        && isBelow(index, 0, new Limit(lengths.ofArray(array)), at, DEPTH);
  }

  /** Whether an array is certain to be there, whatever was done with it before. */
  boolean isSome(Value array, Block at) {
    return lengths.isSome(array)
        || facts.at(at).stream()
            .anyMatch(
                fact ->
                    fact.relation() == Comparison.NOT_EQUAL
                        && fact.x() == array
                        && fact.y() instanceof Constant);
  }

  /** Whether this int is certain not to be 0. */
  boolean isNotZero(Value value, Block at) {
    return value.type().equals(Type.I32)
        && (!range(value, at).contains(0)
            || facts.at(at).stream()
                .anyMatch(
                    fact ->
                        fact.relation() == Comparison.NOT_EQUAL
                            && fact.x() == value
                            && fact.y() instanceof Constant zero
                            && zero.isInteger(0)));
  }

  /** Whether neither the counter of a loop nor what its header compares can overflow. */
  boolean isSteady(Loop loop) {
    Boolean known = steady.get(loop);
    if (known == null) {
      steady.put(loop, false);
      int before = steps;
      steps = STEPS;
      Counting.Counted counted = counting.tested(loop);
      known = counted != null && isSteady(counted);
      steady.put(loop, known);
      steps = before;
    }
    return known;
  }

  private boolean isSteady(Counting.Counted counted) {
    Range offset = Range.of(counted.offset());
    Range last = lastTest(counted).plus(Range.of(counted.counter().step()));
    return first(counted).plus(offset).fits() && last.fits() && last.minus(offset).fits();
  }

  /** Where what the header of a loop compares is, in turns. */
  private Range lastTest(Counting.Counted counted) {
    Range bound = range(counted.bound(), counting.before(counted.counter().loop()), DEPTH);
    return switch (counted.relation()) {
      case LESS -> bound.minus(Range.of(1));
      case GREATER -> bound.plus(Range.of(1));
      case AT_MOST, AT_LEAST, EQUAL, NOT_EQUAL -> bound;
    };
  }

  private Range first(Counting.Counted counted) {
    Counting.Counter counter = counted.counter();
    return range(counter.first(), counting.before(counter.loop()), DEPTH);
  }

  /** The way from the first test of a header to the bound. */
  Range span(Counting.Counted counted) {
    steps = STEPS;
    return between(counted);
  }

  private Range between(Counting.Counted counted) {
    Range start = first(counted).plus(Range.of(counted.offset()));
    Range bound = range(counted.bound(), counting.before(counted.counter().loop()), DEPTH);
    return counted.counter().step() > 0 ? bound.minus(start) : start.minus(bound);
  }

  private Range range(Value value, Block at, int depth) {
    if (value instanceof Constant constant) {
      return constant.number() instanceof Integer number ? Range.of(number) : Range.INT;
    }
    if (!value.type().equals(Type.I32) || depth == 0 || steps-- < 0) {
      return Range.INT;
    }
    Range range =
        switch (value) {
          case Parameter parameter -> ofParameter(parameter, at, depth - 1);
          case Instruction instruction -> ofInstruction(instruction, at, depth - 1);
          case Constant _ -> Range.INT;
        };
    for (Facts.Fact fact : facts.at(at)) {
      Long above = above(fact.x(), value, at, depth - 1);
      if (above != null) {
        range = narrowed(range, fact, above, at, depth - 1);
      }
    }
    return range;
  }

  /** How far one int is certain to be above another one, or null if that is not known. */
  private @Nullable Long above(Value x, Value value, Block at, int depth) {
    if (lengths.key(x).equals(lengths.key(value))) {
      return 0L;
    }
    if (x instanceof Instruction sum
        && sum.op() instanceof Op.Integral(IntegralOp kind)
        && (kind == IntegralOp.ADD || kind == IntegralOp.SUB)
        && sum.operand(0) == value
        && sum.operand(1) instanceof Constant constant
        && constant.number() instanceof Integer number) {
      long offset = kind == IntegralOp.ADD ? number : -(long) number;
      Range own =
          value instanceof Parameter parameter ? ofParameter(parameter, at, depth) : Range.INT;
      return own.plus(Range.of(offset)).fits() ? offset : null;
    }
    return null;
  }

  private Range narrowed(Range range, Facts.Fact fact, long above, Block at, int depth) {
    if (fact.relation() == Comparison.NOT_EQUAL) {
      return range;
    }
    Range other = range(fact.y(), at, depth).minus(Range.of(above));
    return switch (fact.relation()) {
      case LESS -> range.atMost(other.most() - 1);
      case AT_MOST -> range.atMost(other.most());
      case GREATER -> range.atLeast(other.least() + 1);
      case AT_LEAST -> range.atLeast(other.least());
      case EQUAL -> range.atLeast(other.least()).atMost(other.most());
      case NOT_EQUAL -> range;
    };
  }

  private Range ofParameter(Parameter parameter, Block at, int depth) {
    Block home = counting.home(parameter);
    Counting.Counter counter = counting.counter(parameter);
    if (counter != null) {
      return ofCounter(counter, at);
    }
    Loop loop = flow.loop(home);
    if (home == flow.program().entry() || (loop != null && loop.header() == home)) {
      return Range.INT;
    }
    int place = home.parameters().indexOf(parameter);
    Range all = null;
    for (Block source : flow.sources(home)) {
      for (Edge edge : source.edges()) {
        if (edge.target() == home) {
          Range one = range(edge.arguments().get(place), source, depth);
          all = all == null ? one : all.or(one);
        }
      }
    }
    return all == null ? Range.INT : all;
  }

  private Range ofCounter(Counting.Counter counter, Block at) {
    Counting.Counted counted = counting.tested(counter.loop());
    if (counted == null || !isSteady(counter.loop())) {
      return Range.INT;
    }
    Range first = range(counter.first(), counting.before(counter.loop()), DEPTH);
    if (!counted.counter().equals(counter)) {
      long most = between(counted).most() + 1; // where the bound is included
      Range turns = new Range(0, Math.max(0, most));
      return first.plus(turns.times(Range.of(counter.step()))).wrapped();
    }
    Range last = lastTest(counted).minus(Range.of(counted.offset()));
    boolean turning = isTurning(counter.loop(), at);
    if (counter.step() > 0) {
      return new Range(
          first.least(),
          turning ? last.most() : Math.max(first.most(), last.most() + counter.step()));
    }
    return new Range(
        turning ? last.least() : Math.min(first.least(), last.least() + counter.step()),
        first.most());
  }

  /** Whether the test of a loop's header is known to have let a turn begin. */
  private boolean isTurning(Loop loop, Block at) {
    for (Edge edge : loop.header().edges()) {
      if (loop.contains(edge.target())
          && edge.target() != loop.header()
          && flow.sources(edge.target()).size() == 1
          && flow.dominates(edge.target(), at)) {
        return true;
      }
    }
    return false;
  }

  private Range ofInstruction(Instruction instruction, Block at, int depth) {
    return switch (instruction.op()) {
      case Op.Length _ -> ofLength(instruction, at, depth);
      case Op.Compare _ -> new Range(0, 1);
      case Op.Narrow(int bits) ->
          bits < 0
              ? new Range(0, (1L << -bits) - 1)
              : new Range(-(1L << (bits - 1)), (1L << (bits - 1)) - 1);
      case Op.Integral(IntegralOp kind) ->
          Range.of(
              kind,
              range(instruction.operand(0), at, depth),
              range(instruction.operand(1), at, depth));
      default -> Range.INT;
    };
  }

  private Range ofLength(Instruction length, Block at, int depth) {
    return lengths.key(length) instanceof Value value && value != length
        ? range(value, at, depth).atLeast(0)
        : Range.NATURAL;
  }

  /** A length: what stands for it. */
  private record Limit(Object key) {}

  /** Whether {@code value + more} is certain to be less than a length. */
  private boolean isBelow(Value value, long more, Limit limit, Block at, int depth) {
    if (lengths.key(value).equals(limit.key())) {
      return more < 0;
    }
    if (depth == 0 || steps-- < 0) {
      return false;
    }
    return range(value, at, depth - 1).most() + more < least(limit, at, depth - 1)
        || isBelowByLimit(value, more, limit, at, depth - 1)
        || switch (value) {
          case Constant _ -> false;
          case Parameter parameter -> isJoinBelow(parameter, more, limit, at, depth - 1);
          case Instruction instruction -> isResultBelow(instruction, more, limit, at, depth - 1);
        }
        || isBelowByFacts(value, more, limit, at, depth - 1);
  }

  /** A length that is a sum is compared without its constant. */
  private boolean isBelowByLimit(Value value, long more, Limit limit, Block at, int depth) {
    if (limit.key() instanceof Instruction sum
        && sum.op() instanceof Op.Integral(IntegralOp kind)
        && (kind == IntegralOp.ADD || kind == IntegralOp.SUB)
        && sum.operand(1) instanceof Constant constant
        && constant.number() instanceof Integer number) {
      long offset = kind == IntegralOp.ADD ? number : -(long) number;
      return range(sum.operand(0), at, depth).plus(Range.of(offset)).fits()
          && isBelow(value, more - offset, new Limit(lengths.key(sum.operand(0))), at, depth);
    }
    return false;
  }

  private long least(Limit limit, Block at, int depth) {
    long least = limit.key() instanceof Value value ? range(value, at, depth).least() : 0;
    for (Facts.Fact fact : facts.at(at)) {
      if (lengths.key(fact.x()).equals(limit.key())) {
        least = Math.max(least, narrowed(Range.NATURAL, fact, 0, at, depth).least());
      }
    }
    return least;
  }

  private boolean isJoinBelow(Parameter parameter, long more, Limit limit, Block at, int depth) {
    Block home = counting.home(parameter);
    Counting.Counter counter = counting.counter(parameter);
    if (counter != null) {
      return isCounterBelow(counter, more, limit, at, depth);
    }
    Loop loop = flow.loop(home);
    if (home == flow.program().entry() || (loop != null && loop.header() == home)) {
      return false;
    }
    int place = home.parameters().indexOf(parameter);
    for (Block source : flow.sources(home)) {
      for (Edge edge : source.edges()) {
        if (edge.target() == home
            && !isBelow(edge.arguments().get(place), more, limit, source, depth)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isCounterBelow(
      Counting.Counter counter, long more, Limit limit, Block at, int depth) {
    Counting.Counted counted = counting.tested(counter.loop());
    if (counted == null
        || !counted.counter().equals(counter)
        || !isSteady(counter.loop())
        || !isTurning(counter.loop(), at)) {
      return false;
    }
    if (counter.step() < 0) {
      return isBelow(counter.first(), more, limit, counting.before(counter.loop()), depth);
    }
    long strict = counted.relation() == Comparison.LESS ? 1 : 0;
    return isBelow(counted.bound(), more - strict - counted.offset(), limit, at, depth);
  }

  private boolean isResultBelow(
      Instruction instruction, long more, Limit limit, Block at, int depth) {
    if (!(instruction.op() instanceof Op.Integral(IntegralOp kind))
        || !instruction.type().equals(Type.I32)) {
      return false;
    }
    Value x = instruction.operand(0);
    Value y = instruction.operand(1);
    Range first = range(x, at, depth);
    Range second = range(y, at, depth);
    return switch (kind) {
      case ADD ->
          first.plus(second).fits()
              && (isBelow(x, more + second.most(), limit, at, depth)
                  || isBelow(y, more + first.most(), limit, at, depth));
      case SUB -> first.minus(second).fits() && isBelow(x, more - second.least(), limit, at, depth);
      case MIN -> isBelow(x, more, limit, at, depth) || isBelow(y, more, limit, at, depth);
      case MAX -> isBelow(x, more, limit, at, depth) && isBelow(y, more, limit, at, depth);
      case REM ->
          (second.least() > 0 && isBelow(y, more - 1, limit, at, depth))
              || (first.isNatural() && isBelow(x, more, limit, at, depth));
      case DIV -> first.isNatural() && second.least() > 0 && isBelow(x, more, limit, at, depth);
      case SHR, USHR -> first.isNatural() && isBelow(x, more, limit, at, depth);
      case AND ->
          (first.isNatural() && isBelow(x, more, limit, at, depth))
              || (second.isNatural() && isBelow(y, more, limit, at, depth));
      case MUL, OR, XOR, SHL -> false;
    };
  }

  private boolean isBelowByFacts(Value value, long more, Limit limit, Block at, int depth) {
    List<Facts.Fact> all = facts.at(at);
    for (Facts.Fact fact : all) {
      Long above = above(fact.x(), value, at, depth);
      if (above != null) {
        long rest = more - above;
        boolean below =
            switch (fact.relation()) {
              case LESS -> isBelow(fact.y(), rest - 1, limit, at, depth);
              case AT_MOST, EQUAL -> isBelow(fact.y(), rest, limit, at, depth);
              case GREATER, AT_LEAST, NOT_EQUAL -> false;
            };
        if (below) {
          return true;
        }
      }
    }
    return false;
  }
}
