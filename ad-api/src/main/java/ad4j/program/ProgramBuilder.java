package ad4j.program;

import ad4j.error.Origin;
import ad4j.error.ProgramException;
import ad4j.op.Arithmetic;
import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Program}. Instructions are appended to the {@linkplain #at current} block; what
 * crosses blocks goes through {@link Variable}s, which {@link #build} turns into parameters of
 * blocks, where several values meet, or into the one value that arrives.
 *
 * <p>For the construction of SSA form: M. Braun et al., <i>Simple and Efficient Construction of
 * Static Single Assignment Form</i>, CC 2013. For use by one thread, once.
 */
public final class ProgramBuilder {
  private final String name;
  private final List<Type> results;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private Draft current;
  private boolean inserting;
  private @Nullable Origin origin;

  /** Begins a Program with these results; its first block is the current one. */
  public ProgramBuilder(String name, List<Type> results) {
    this.name = name;
    this.results = List.copyOf(results);
    this.current = new Draft();
    drafts.add(current);
  }

  /** Adds a parameter of the Program. */
  public Parameter parameter(Type type, String label) {
    Parameter parameter = new Parameter(type, label);
    parameters.add(parameter);
    return parameter;
  }

  /** A new block, empty and without an end. */
  public Draft block() {
    Draft draft = new Draft();
    drafts.add(draft);
    return draft;
  }

  /** Goes on at the end of this block. */
  public void at(Draft block) {
    current = block;
    inserting = false;
  }

  /** Goes on at the end of this block, which may have ended: before its end. */
  public void into(Draft block) {
    current = block;
    inserting = true;
  }

  /** The block to which instructions are appended. */
  public Draft current() {
    return current;
  }

  /** What is appended from now on stands here in the user's source. */
  public void origin(@Nullable Origin place) {
    origin = place;
  }

  /** Where what is appended stands in the user's source. */
  public @Nullable Origin origin() {
    return origin;
  }

  /** Gives {@code variable} this value, in the current block and in those it leads to. */
  public void set(Variable variable, Value value) {
    if (!variable.type().equals(value.type())) {
      throw new ProgramException(
          name + ": " + value.type() + " given to " + variable.type() + " " + variable.name());
    }
    current.values.put(variable, value);
  }

  /** What {@code variable} holds at the end of the current block as it is so far. */
  public Value get(Variable variable) {
    Draft block = current;
    Value value = block.values.get(variable);
    if (value == null) {
      value = block == drafts.getFirst() ? Constant.initial(variable.type()) : block.join(variable);
      block.values.put(variable, value);
    }
    return value;
  }

  /** Appends an operator on doubles; what needs no instruction makes none. */
  public Value apply(Operator operator, Value... operands) {
    Value simpler = Folding.apply(this, operator, operands);
    return simpler != null ? simpler : append(new Op.Apply(operator), Type.F64, operands);
  }

  /** Appends arithmetic on ints, or on longs. */
  public Value integral(IntegralOp kind, Value x, Value y) {
    Value simpler = Folding.integral(kind, x, y);
    return simpler != null ? simpler : append(new Op.Integral(kind), x.type(), x, y);
  }

  /** Appends a comparison. */
  public Value compare(Comparison relation, Value x, Value y) {
    Value simpler = Folding.compare(relation, x, y);
    return simpler != null ? simpler : append(new Op.Compare(relation), Type.I32, x, y);
  }

  /** Appends a cast to a scalar type; nothing if it is of that type. */
  public Value convert(Value x, Type type) {
    if (x.type().equals(type)) {
      return x;
    }
    Value simpler = Folding.convert(x, type);
    return simpler != null ? simpler : append(new Op.Convert(), type, x);
  }

  /** Appends the length of an array. */
  public Value length(Value array) {
    return append(new Op.Length(), Type.I32, array);
  }

  /** Appends a load. */
  public Value load(Value array, Value index) {
    return append(new Op.Load(), array.type().element(), array, index);
  }

  /** Appends a store. */
  public void store(Value array, Value index, Value element) {
    append(new Op.Store(), Type.VOID, array, index, element);
  }

  /** Appends any instruction as it is. */
  public Value append(Op op, Type type, Value... operands) {
    if (current.end != null && !inserting) {
      throw new ProgramException(name + ": the block has ended");
    }
    Instruction instruction = new Instruction(op, type, List.of(operands), origin);
    current.instructions.add(instruction);
    return instruction;
  }

  /** Appends an instruction of another Program, on other operands; simpler if it can be. */
  public Value again(Instruction model, List<Value> operands) {
    origin = model.origin();
    Value[] xs = operands.toArray(Value[]::new);
    return switch (model.op()) {
      case Op.Apply apply -> apply(apply.operator(), xs);
      case Op.Integral integral -> integral(integral.kind(), xs[0], xs[1]);
      case Op.Compare compare -> compare(compare.relation(), xs[0], xs[1]);
      case Op.Convert _ -> convert(xs[0], model.type());
      default -> append(model.op(), model.type(), xs);
    };
  }

  /** A value as a number that rules can be applied to: what they do is appended here. */
  public Real real(Value value) {
    return value instanceof Constant constant && constant.number() != null
        ? Real.constant(constant.number().doubleValue())
        : new ProgramReal(this, value);
  }

  /** What a rule made, as a value. */
  public Value value(Real real) {
    return real instanceof ProgramReal own ? own.operand() : Constant.of(real.primal());
  }

  /** The product of derivatives, with the strong zero. */
  public Value chain(Value derivative, Value partial) {
    return apply(Arithmetic.CHAIN, derivative, partial);
  }

  /** The sum of derivatives. */
  public Value accumulate(Value x, Value y) {
    return apply(Arithmetic.ACCUMULATE, x, y);
  }

  /** The partial of an operator by the operand with this index, at operands and result. */
  public Value partial(Operator operator, int index, List<Value> operands, Value result) {
    Real[] xs = operands.stream().map(this::real).toArray(Real[]::new);
    Real y = real(result);
    return value(
        switch (operator) {
          case UnaryOperator unary -> unary.slope(xs[0], y);
          case BinaryOperator binary -> binary.slope(index, xs, y);
          case NaryOperator nary -> nary.slope(index, xs, y);
        });
  }

  /** Ends the block: goes there. */
  public void jump(Draft target) {
    end(new Draft.End.Jump(target));
  }

  /** Ends the block: goes to {@code then} where {@code condition} is not 0. */
  public void branch(Value condition, Draft then, Draft otherwise) {
    if (condition instanceof Constant constant) {
      jump(constant.isInteger(0) ? otherwise : then);
    } else if (then == otherwise) {
      jump(then);
    } else {
      end(new Draft.End.Branch(condition, then, otherwise));
    }
  }

  /** Ends the block: goes to the target of the key that {@code selector} is. */
  public void choose(Value selector, List<Integer> keys, List<Draft> targets, Draft other) {
    if (selector instanceof Constant constant && constant.number() instanceof Integer number) {
      int place = keys.indexOf(number);
      jump(place < 0 ? other : targets.get(place));
    } else {
      end(new Draft.End.Choice(selector, List.copyOf(keys), List.copyOf(targets), other));
    }
  }

  /** Ends the block, and the Program. */
  public void giveBack(List<Value> values) {
    end(new Draft.End.Last(new Terminator.Return(values)));
  }

  /** Ends the block, and the Program, with an exception of the user's. */
  public void raise(String what) {
    end(new Draft.End.Last(new Terminator.Throw(what, origin)));
  }

  /** Whether the current block has its end. */
  public boolean isEnded() {
    return current.end != null;
  }

  private void end(Draft.End end) {
    if (current.end != null) {
      throw new ProgramException(name + ": the block has ended");
    }
    current.end = end;
  }

  /** The Program; the builder is spent. What nobody needs is left out, and so are its failures. */
  public Program build() {
    return new SsaForm(drafts, parameters, false).program(name, results);
  }

  /**
   * The Program; the builder is spent. What nobody needs is left out, or becomes a {@link Op.Check}
   * if it may fail.
   */
  public Program buildKeepingFailures() {
    return new SsaForm(drafts, parameters, true).program(name, results);
  }
}
