package ad4j.reverse.program;

import ad4j.error.NotDifferentiableException;
import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Hoist;
import ad4j.program.LoopForm;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Routine;
import ad4j.program.Terminator;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The pullback of a Program as a Program: runs it, then its blocks against the flow. See A.
 * Griewank and A. Walther, <i>Evaluating Derivatives</i>, 2nd ed., ch. 4 and 6.
 */
public final class ProgramPullback {
  private final Program program;
  private final Roles roles;
  private final Analysis analysis;
  private final ProgramBuilder builder;
  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<Integer, Parameter> shadows = new HashMap<>();

  /** By the numbers of results. */
  private final Map<Integer, Parameter> seeds = new TreeMap<>();

  private final boolean withValues;
  private final SplitRoutines routines;

  /** Called between the two halves of a routine, which is what this is then. */
  private final @Nullable Routine mark;

  private final Stacks stacks;
  private final @Nullable Slots slots;

  private ProgramPullback(
      Program given,
      Roles roles,
      boolean withValues,
      SplitRoutines routines,
      @Nullable Routine mark,
      @Nullable Slots slots) {
    this.program = Hoist.of(LoopForm.of(given));
    this.roles = roles;
    this.withValues = withValues;
    this.routines = routines;
    this.mark = mark;
    this.slots = slots;
    analysis = new Analysis(program, roles, mark != null);
    builder = new ProgramBuilder(given.name() + "'", resultTypes());
    for (Parameter parameter : program.parameters()) {
      parameters.add(builder.parameter(parameter.type(), parameter.name()));
    }
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = program.parameters().get(i);
      boolean shared = roles.inputs().contains(i) || roles.scratch().contains(i);
      if (parameter.type().isArray() && shared) {
        shadows.put(i, builder.parameter(parameter.type(), parameter.name() + "'"));
      }
    }
    for (int i = 0; i < program.results().size(); i++) {
      Type type = program.results().get(i);
      if (roles.outputs().contains(i) && isSeeded(type)) {
        seeds.put(i, builder.parameter(type, "seed"));
      }
    }
    stacks =
        mark != null
            ? Stacks.given(routines.types(), builder)
            : Stacks.begin(routines.types(), builder);
  }

  /**
   * The pullback of {@code program} by the parameters with these numbers, which are doubles or
   * arrays of them. Its parameters are those of {@code program}; then a shadow for each input that
   * is an array, to which adjoints are added; then a seed for each result that is a double or an
   * array of doubles. It returns the results, if {@code withValues}, and then the adjoint of each
   * input that is a double.
   */
  public static Program of(Program program, List<Integer> inputs, boolean withValues) {
    Roles roles = Roles.of(program, inputs);
    SplitRoutines routines = new SplitRoutines(List.of());
    Program pullback = of(program, roles, withValues, routines);
    while (routines.isIncomplete()) {
      routines = routines.again();
      pullback = of(program, roles, withValues, routines);
    }
    return pullback;
  }

  private static Program of(
      Program program, Roles roles, boolean withValues, SplitRoutines routines) {
    Slots slots = new Slots(routines.types().size());
    return new ProgramPullback(program, roles, withValues, routines, null, slots).build();
  }

  /** The pullback of a part of a Program, with its values; keeps in these slots of the frame. */
  static Program ofTurn(Program turn, Roles roles, Slots slots) {
    SplitRoutines none = new SplitRoutines(List.of());
    return new ProgramPullback(turn, roles, true, none, null, slots).build();
  }

  /**
   * Both halves of a routine, by all its parameters that are made of doubles: with a call of {@code
   * mark} in between, which is given what the forward half returns. After seeds, for doubles only,
   * it takes {@link Stacks}.
   */
  static Program ofRoutine(Program body, Routine mark, SplitRoutines routines) {
    List<Integer> inputs = new ArrayList<>();
    for (int i = 0; i < body.parameters().size(); i++) {
      if (body.parameters().get(i).type().isReal()) {
        inputs.add(i);
      }
    }
    Roles roles = Roles.of(body, inputs);
    return new ProgramPullback(body, roles, false, routines, mark, null).build();
  }

  /** Arrays that a routine returns have shadows, which its caller has, too. */
  private boolean isSeeded(Type type) {
    return mark == null ? type.isReal() : type.equals(Type.F64);
  }

  private List<Type> resultTypes() {
    List<Type> types = new ArrayList<>(withValues ? program.results() : List.of());
    for (int input : roles.inputs()) {
      Type type = program.parameters().get(input).type();
      if (!type.isArray()) {
        types.add(type);
      }
    }
    return types;
  }

  private Program build() {
    SplitCalls calls = new SplitCalls(analysis, builder, routines, stacks);
    Adjoints adjoints = new Adjoints(analysis, builder);
    Forward forward =
        new Forward(analysis, builder, parameters, calls, adjoints, slots, this::seedOf);
    giveShadows(forward);
    forward.sweep();
    Block last = lastBlock();
    Keeping keeping = new Keeping(analysis, builder, forward, slots);
    Available available = new Available(analysis, builder, forward, keeping);
    Backward backward = new Backward(analysis, builder, adjoints, available, calls);
    builder.at(forward.last());
    available.enter(last);
    List<Value> results = ((Terminator.Return) last.end()).values();
    between(results, forward);
    seed(results, adjoints, available);
    builder.jump(backward.draft(last));
    builder.at(backward.sweep());
    List<Value> returned = new ArrayList<>(withValues ? forward.results() : List.of());
    for (int input : roles.inputs()) {
      Parameter parameter = program.parameters().get(input);
      if (!parameter.type().isArray()) {
        returned.add(adjoints.of(parameter));
      }
    }
    builder.giveBack(returned);
    keeping.complete(backward.restoring(), backward.turnsBack());
    return builder.build();
  }

  /** What comes between the two halves. */
  private void between(List<Value> results, Forward forward) {
    if (mark == null) {
      stacks.keep(builder);
    } else {
      List<Value> returned = new ArrayList<>(forward.results());
      for (Value result : results) {
        if (result.type().isArray() && result.type().isReal()) {
          returned.add(forward.shadowOf(result));
        }
      }
      builder.append(new Op.Call(mark), Type.VOID, returned.toArray(Value[]::new));
    }
  }

  private void giveShadows(Forward forward) {
    for (int i = 0; i < parameters.size(); i++) {
      Parameter original = program.parameters().get(i);
      if (analysis.hasShadow(original)) {
        Value own = shadows.get(i);
        forward.shadow(
            original,
            own != null
                ? own
                : builder.append(new Op.ZeroLike(), original.type(), parameters.get(i)));
      }
    }
  }

  private Block lastBlock() {
    for (Block block : program.blocks()) {
      if (block.end() instanceof Terminator.Return) {
        return block;
      }
    }
    throw new NotDifferentiableException(program.name() + " never returns", "");
  }

  private Value seedOf(int result) {
    return Objects.requireNonNull(seeds.get(result));
  }

  private void seed(List<Value> results, Adjoints adjoints, Available available) {
    seeds.forEach(
        (index, seed) -> {
          Value result = results.get(index);
          if (!result.type().isArray()) {
            adjoints.add(result, seed);
          } else if (analysis.hasShadow(result)) {
            seedArray(result, seed, available);
          }
        });
  }

  private void seedArray(Value result, Parameter seed, Available available) {
    if (result.type().rank() > 1) {
      throw new NotDifferentiableException(
          program.name() + " returns " + result.type(), "return a double or a double[]");
    }
    Value shadow = available.shadow(result);
    new Ranges(builder).add(seed, shadow, Constant.of(0), builder.length(shadow));
  }
}
