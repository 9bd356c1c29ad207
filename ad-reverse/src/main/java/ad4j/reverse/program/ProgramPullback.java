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
import ad4j.program.Terminator;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  private ProgramPullback(Program given, List<Integer> inputs, boolean withValues) {
    this.program = Hoist.of(LoopForm.of(given));
    this.inputs = inputs;
    this.withValues = withValues;
    analysis = new Analysis(program, inputs);
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
      if (type.isReal()) {
        seeds.add(builder.parameter(type, "seed"));
      }
    }
  }

  /**
   * The pullback of {@code program} by the parameters with these numbers, which are doubles or
   * arrays of them. Its parameters are those of {@code program}; then a shadow for each input that
   * is an array, to which adjoints are added; then a seed for each result that is a double or an
   * array of doubles. It returns the results, if {@code withValues}, and then the adjoint of each
   * input that is a double.
   */
  public static Program of(Program program, List<Integer> inputs, boolean withValues) {
    return new ProgramPullback(program, inputs, withValues).build();
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
    Forward forward = new Forward(analysis, builder, parameters);
    giveShadows(forward);
    forward.sweep();
    Block last = lastBlock();
    Keeping keeping = new Keeping(analysis, builder, forward);
    Available available = new Available(analysis, builder, forward, keeping);
    Backward backward = new Backward(analysis, builder, available);
    builder.at(forward.last());
    available.enter(last);
    seed(((Terminator.Return) last.end()).values(), backward, available);
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
      if (result.type().isReal()) {
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
