package ad4j.testkit.engines;

import ad4j.engine.Activation;
import ad4j.engine.Pullback;
import ad4j.engine.RealFunction;
import ad4j.engine.ReverseEngine;
import ad4j.op.Real;
import java.util.Arrays;

/** Reverse mode as textbooks have it: every operation leaves a closure that pulls back over it. */
public class ClosureEngine implements ReverseEngine {
  /** For {@code ServiceLoader}. */
  public ClosureEngine() {}

  @Override
  public String name() {
    return "closures";
  }

  @Override
  public String doc() {
    return "One closure an operation; slow, but small enough to be seen through.";
  }

  @Override
  public Pullback pullback(RealFunction f, Real[] x) {
    return Activation.run(
        own -> {
          Trail trail = new Trail(own, this);
          Node[] inputs = Arrays.stream(x).map(trail::node).toArray(Node[]::new);
          Real[] results = f.apply(Arrays.copyOf(inputs, x.length, Real[].class));
          return trail.pullback(inputs, results.clone());
        });
  }

  /** The share of an operand's adjoint that comes through one partial. */
  protected Real contribution(Real adjoint, Real partial) {
    return adjoint.chain(partial);
  }

  /** An operand's adjoint after a further contribution. */
  protected Real sum(Real adjoint, Real contribution) {
    return adjoint.accumulate(contribution);
  }

  /** Which partial belongs to the operand with this index, of {@code count}. */
  protected int partial(int index, int count) {
    return index;
  }

  /** The value of an operation, of which this is the exact one. */
  protected Real result(Real exact) {
    return exact;
  }

  /** Whether a number is one of the running differentiation's own. */
  protected boolean owns(Activation own, Real x) {
    return own.owns(x);
  }

  /** Refuses numbers of differentiations that do not run here. */
  protected void check(Activation own) {
    own.check();
  }
}
