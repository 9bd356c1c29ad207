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
import org.jspecify.annotations.Nullable;

/**
 * The pullback of a Program as a Program: runs it, then its blocks against the flow. See A.
 * Griewank and A. Walther, <i>Evaluating Derivatives</i>, 2nd ed., ch. 4 and 6.
 */
public final class ProgramPullback {
  private final Program program;
  private final List<Integer> inputs;
  private final Analysis analysis;
  private final ProgramBuilder builder;
  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<Integer, Parameter> shadows = new HashMap<>();
  private final List<Parameter> seeds = new ArrayList<>();
  private final boolean withValues;
  private final SplitRoutines routines;

  /** Called between the two halves of a routine, which is what this is then. */
  private final @Nullable Routine mark;

  private final Stacks stacks;

  private ProgramPullback(
      Program given,
      List<Integer> inputs,
      boolean withValues,
      SplitRoutines routines,
      @Nullable Routine mark) {
    this.program = Hoist.of(LoopForm.of(given));
    this.inputs = inputs;
    this.withValues = withValues;
    this.routines = routines;
    this.mark = mark;
    analysis = new Analysis(program, inputs, mark != null);
    builder = new ProgramBuilder(given.name() + "'", resultTypes());
    for (Parameter parameter : program.parameters()) {
      parameters.add(builder.parameter(parameter.type(), parameter.name()));
    }
    for (int input : inputs) {
      Parameter parameter = program.parameters().get(input);
      if (parameter.type().isArray()) {
        shadows.put(input, builder.parameter(parameter.type(), parameter.name() + "'"));
      }
    }
    for (Type type : program.results()) {
      if (isSeeded(type)) {
        seeds.add(builder.parameter(type, "seed"));
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
    SplitRoutines routines = new SplitRoutines(List.of());
    Program pullback = new ProgramPullback(program, inputs, withValues, routines, null).build();
    while (routines.isIncomplete()) {
      routines = routines.again();
      pullback = new ProgramPullback(program, inputs, withValues, routines, null).build();
    }
    return pullback;
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
    return new ProgramPullback(body, inputs, false, routines, mark).build();
  }

  /** Arrays that a routine returns have shadows, which its caller has, too. */
  private boolean isSeeded(Type type) {
    return mark == null ? type.isReal() : type.equals(Type.F64);
  }

  private List<Type> resultTypes() {
    List<Type> types = new ArrayList<>(withValues ? program.results() : List.of());
    for (int input : inputs) {
      Type type = program.parameters().get(input).type();
      if (!type.isArray()) {
        types.add(type);
      }
    }
    return types;
  }

  private Program build() {
    SplitCalls calls = new SplitCalls(analysis, builder, routines, stacks);
    Forward forward = new Forward(analysis, builder, parameters, calls);
    giveShadows(forward);
    forward.sweep();
    Block last = lastBlock();
    Keeping keeping =
        new Keeping(analysis, builder, forward, mark != null ? -1 : routines.types().size());
    Available available = new Available(analysis, builder, forward, keeping);
    Backward backward = new Backward(analysis, builder, available, calls);
    builder.at(forward.last());
    available.enter(last);
    List<Value> results = ((Terminator.Return) last.end()).values();
    between(results, forward);
    seed(results, backward, available);
    builder.jump(backward.draft(last));
    builder.at(backward.sweep());
    List<Value> returned = new ArrayList<>(withValues ? forward.results() : List.of());
    for (int input : inputs) {
      Parameter parameter = program.parameters().get(input);
      if (!parameter.type().isArray()) {
        returned.add(backward.adjointOf(parameter));
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

  private void seed(List<Value> results, Backward backward, Available available) {
    int next = 0;
    for (Value result : results) {
      if (isSeeded(result.type())) {
        Parameter seed = seeds.get(next++);
        if (!result.type().isArray()) {
          backward.add(result, seed);
        } else if (analysis.hasShadow(result)) {
          seedArray(result, seed, available);
        }
      }
    }
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
