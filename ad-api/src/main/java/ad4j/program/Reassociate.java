package ad4j.program;

import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up what loops sum in another order: the terms of several turns first, and then their sum to
 * what there is. So one turn need not wait for the sum of the one before it. All else is done in
 * the order in which it was, so that nothing but the rounding of these sums differs; where they
 * come near the largest doubles, also whether they overflow.
 *
 * <p>Done to innermost loops that {@linkplain Counting count}, have no branches in them and are
 * left at their header only; several turns are taken at once as long as there are so many, and what
 * remains is done by the loop as it was.
 */
public final class Reassociate extends Copy {
  /** Turns that are taken at once. */
  private static final int TURNS = 4;

  private final Map<Block, Reduction> reductions;
  private final Map<Block, Draft> several = new HashMap<>();

  private Reassociate(Program program, ProgramBuilder builder, Map<Block, Reduction> reductions) {
    super(program, builder, parameters(program, builder));
    this.reductions = reductions;
  }

  /** The Program with its sums reassociated, and so the routines that it calls. */
  public static Program of(Program program) {
    return Routines.each(program, (each, distinct) -> alone(each));
  }

  private static Program alone(Program program) {
    Program formed = Hoist.of(LoopForm.of(program));
    Map<Block, Reduction> reductions = Reduction.all(formed);
    if (reductions.isEmpty()) {
      return program;
    }
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new Reassociate(formed, builder, reductions).run();
    return builder.build();
  }

  @Override
  protected Draft target(Block from, Block to) {
    Reduction reduction = reductions.get(to);
    return reduction == null || reduction.loop().contains(from)
        ? super.target(from, to)
        : several.computeIfAbsent(to, key -> builder().block());
  }

  @Override
  protected void begin(Block block) {
    Reduction reduction = reductions.get(block);
    Draft before = several.get(block);
    if (reduction != null && before != null) {
      takeSeveral(reduction, before);
      builder().at(draft(block));
    }
    super.begin(block);
  }

  /** A loop of several turns at once, which goes on to the loop as it was. */
  private void takeSeveral(Reduction reduction, Draft header) {
    Block rest = reduction.loop().header();
    builder().into(draft(reduction.before()));
    Value limit = limit(reduction.counted());
    builder().at(header);
    for (Parameter parameter : rest.parameters()) {
      copy(parameter, builder().get(variable(parameter)));
    }
    Draft turns = builder().block();
    builder().branch(severalRemain(reduction.counted(), limit), turns, draft(rest));
    builder().at(turns);
    Map<Parameter, List<Accumulator.Term>> terms = new HashMap<>();
    for (int i = 0; i < TURNS; i++) {
      takeOne(reduction, rest.parameters(), terms);
    }
    for (Parameter parameter : rest.parameters()) {
      List<Accumulator.Term> added = terms.get(parameter);
      Value now = copy(parameter);
      builder().set(variable(parameter), added == null ? now : plus(now, sum(added)));
    }
    builder().jump(header);
  }

  private void takeOne(
      Reduction reduction,
      List<Parameter> parameters,
      Map<Parameter, List<Accumulator.Term>> terms) {
    for (Instruction instruction : reduction.body()) {
      if (reduction.sums().values().stream().noneMatch(sum -> sum.sums().contains(instruction))) {
        copy(instruction, instruction(instruction));
      }
    }
    reduction
        .sums()
        .forEach(
            (parameter, sum) ->
                sum.terms()
                    .forEach(
                        term ->
                            terms
                                .computeIfAbsent(parameter, key -> new ArrayList<>())
                                .add(new Accumulator.Term(copy(term.value()), term.isNegative()))));
    List<Value> next = copies(reduction.next());
    for (int i = 0; i < parameters.size(); i++) {
      if (!reduction.sums().containsKey(parameters.get(i))) {
        copy(parameters.get(i), next.get(i));
      }
    }
  }

  private static int ahead(Counting.Counted counted) {
    boolean inclusive =
        counted.relation() == Comparison.AT_MOST || counted.relation() == Comparison.AT_LEAST;
    return (TURNS - 1) * (int) Math.abs(counted.counter().step()) - (inclusive ? 1 : 0);
  }

  /** What the counter must be short of, so that all turns are; whatever the bound is. */
  private Value limit(Counting.Counted counted) {
    builder().origin(null);
    int ahead = ahead(counted);
    Value bound = copy(counted.bound());
    if (counted.counter().step() > 0) {
      Value least = Constant.of(Integer.MIN_VALUE + ahead);
      Value safe = builder().integral(IntegralOp.MAX, bound, least);
      return builder().integral(IntegralOp.SUB, safe, Constant.of(ahead));
    }
    Value most = Constant.of(Integer.MAX_VALUE - ahead);
    Value safe = builder().integral(IntegralOp.MIN, bound, most);
    return builder().integral(IntegralOp.ADD, safe, Constant.of(ahead));
  }

  /** Whether the loop takes all the turns. */
  private Value severalRemain(Counting.Counted counted, Value limit) {
    Value counter = copy(counted.counter().parameter());
    Value at = builder().integral(IntegralOp.ADD, counter, Constant.of(counted.offset()));
    boolean up = counted.counter().step() > 0;
    return builder().compare(up ? Comparison.LESS : Comparison.GREATER, at, limit);
  }

  /** The sum of terms, added in pairs, those sums in pairs, and so on. */
  private Accumulator.Term sum(List<Accumulator.Term> terms) {
    if (terms.size() == 1) {
      return terms.getFirst();
    }
    int half = terms.size() / 2;
    Accumulator.Term left = sum(terms.subList(0, half));
    Accumulator.Term right = sum(terms.subList(half, terms.size()));
    if (left.isNegative() == right.isNegative()) {
      Value both = builder().apply(Arithmetic.ADD, left.value(), right.value());
      return new Accumulator.Term(both, left.isNegative());
    }
    return new Accumulator.Term(
        left.isNegative() ? plus(right.value(), left) : plus(left.value(), right), false);
  }

  private Value plus(Value sum, Accumulator.Term term) {
    return builder().apply(term.isNegative() ? Arithmetic.SUB : Arithmetic.ADD, sum, term.value());
  }
}
