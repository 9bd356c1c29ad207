package ad4j.reverse;

import ad4j.engine.Activation;
import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** One execution inside other differentiations: its values are reals of those. */
final class NestedTape {
  /** An operation: its operator, its arguments as they were given, and its value. */
  private record Step(Operator operator, Real[] operands, Real value) {}

  private final Activation activation;
  private final List<Step> steps = new ArrayList<>();
  private int inputCount;

  NestedTape(Activation activation) {
    this.activation = activation;
  }

  Real[] inputs(Real[] x) {
    Real[] inputs = new Real[x.length];
    for (int i = 0; i < x.length; i++) {
      inputs[i] = new Handle(this, i - x.length, x[i]);
    }
    inputCount = x.length;
    return inputs;
  }

  boolean owns(Real x) {
    return activation.owns(x);
  }

  /** The real of the enclosing differentiations that {@code x} stands for. */
  Real inner(Real x) {
    return owns(x) ? ((Handle) x).value : x;
  }

  private Real[] inner(Real[] xs) {
    Real[] values = new Real[xs.length];
    for (int i = 0; i < xs.length; i++) {
      values[i] = inner(xs[i]);
    }
    return values;
  }

  private Real push(Operator operator, Real... operands) {
    activation.check();
    Real value = operator.of(inner(operands));
    steps.add(new Step(operator, operands, value));
    return new Handle(this, steps.size() - 1, value);
  }

  /** The adjoints of the inputs, as reals of the enclosing differentiations. */
  Real[] adjoints(Real[] outputs, Real[] weights) {
    Real[] adjoints = new Real[inputCount + steps.size()];
    java.util.Arrays.fill(adjoints, Real.constant(0));
    for (int i = 0; i < outputs.length; i++) {
      add(adjoints, outputs[i], weights[i]);
    }
    for (int i = steps.size() - 1; i >= 0; i--) {
      pull(adjoints, steps.get(i), adjoints[inputCount + i]);
    }
    return java.util.Arrays.copyOf(adjoints, inputCount);
  }

  private void pull(Real[] adjoints, Step step, Real adjoint) {
    if (adjoint.isZero()) {
      return;
    }
    Real[] values = inner(step.operands);
    for (int k = 0; k < values.length; k++) {
      if (owns(step.operands[k])) {
        Real partial = step.operator.slope(k, values, step.value);
        add(adjoints, step.operands[k], adjoint.chain(partial));
      }
    }
  }

  private void add(Real[] adjoints, Real node, Real contribution) {
    if (owns(node)) {
      int slot = inputCount + ((Handle) node).index;
      adjoints[slot] = adjoints[slot].accumulate(contribution);
    }
  }

  /** A handle on a step, or on an input, whose index is negative. */
  private static final class Handle extends Real implements Activation.Tracked {
    private final NestedTape tape;
    private final int index;
    private final Real value;

    Handle(NestedTape tape, int index, Real value) {
      super(tape.activation.level());
      this.tape = tape;
      this.index = index;
      this.value = value;
    }

    @Override
    public Activation activation() {
      return tape.activation;
    }

    @Override
    public double primal() {
      return value.primal();
    }

    @Override
    public double value() {
      return value.value();
    }

    @Override
    protected Real bind(UnaryOperator operator, Real x) {
      return tape.push(operator, x);
    }

    @Override
    protected Real bind(BinaryOperator operator, Real x, Real y) {
      return tape.push(operator, x, y);
    }

    @Override
    protected Real bind(NaryOperator operator, Real[] xs) {
      return tape.push(operator, xs);
    }

    @Override
    protected boolean bind(Comparison comparison, Real x, Real y) {
      tape.activation.check();
      return tape.inner(x).is(comparison, tape.inner(y));
    }
  }
}
