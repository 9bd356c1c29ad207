package ad4j.testkit.engines;

import ad4j.engine.Activation;
import ad4j.engine.Engine;
import ad4j.engine.Pullback;
import ad4j.engine.Pushforward;
import ad4j.engine.RealFunction;
import ad4j.op.Real;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Engines with one mistake each. */
public final class PlantedEngines {
  private PlantedEngines() {}

  /** The engines by their mistakes; new ones. */
  public static Map<String, Engine> all() {
    Map<String, Engine> all = new TreeMap<>(closures());
    all.putAll(sweeps());
    all.put("every direction is the first", new OneDirection());
    return all;
  }

  private static Map<String, Engine> closures() {
    return Map.of(
        "a second contribution replaces the first",
            new ClosureEngine() {
              @Override
              protected Real sum(Real adjoint, Real contribution) {
                return contribution;
              }
            },
        "zeros are not strong",
            new ClosureEngine() {
              @Override
              protected Real contribution(Real adjoint, Real partial) {
                return adjoint.times(partial);
              }
            },
        "partials are swapped",
            new ClosureEngine() {
              @Override
              protected int partial(int index, int count) {
                return count - 1 - index;
              }
            },
        "the last bit of a value changes",
            new ClosureEngine() {
              @Override
              protected Real result(Real exact) {
                return exact.times(1 + 0x1p-52);
              }
            },
        "adjoints are constants to enclosing differentiations",
            new ClosureEngine() {
              @Override
              protected Real contribution(Real adjoint, Real partial) {
                return Real.constant(adjoint.chain(partial).primal());
              }
            },
        "levels are confused",
            new ClosureEngine() {
              @Override
              protected boolean owns(Activation own, Real x) {
                return x instanceof Node;
              }
            },
        "numbers of finished differentiations are accepted",
            new ClosureEngine() {
              @Override
              protected void check(Activation own) {}
            });
  }

  private static Map<String, Engine> sweeps() {
    return Map.of(
        "the first adjoints are returned again", new Stale(),
        "an exception leaves a mark", new Marked());
  }

  private static final class Stale extends ClosureEngine {
    @Override
    public Pullback pullback(RealFunction f, Real[] x) {
      Pullback pullback = super.pullback(f, x);
      Real[][] first = new Real[1][];
      return new Pullback() {
        @Override
        public Real[] value() {
          return pullback.value();
        }

        @Override
        public Real[] adjoints(Real[] weights) {
          first[0] = first[0] == null ? pullback.adjoints(weights) : first[0];
          return first[0].clone();
        }
      };
    }
  }

  private static final class Marked extends ClosureEngine {
    private volatile boolean failed;

    @Override
    public Pullback pullback(RealFunction f, Real[] x) {
      try {
        return super.pullback(f, x);
      } catch (RuntimeException e) {
        failed = true;
        throw e;
      }
    }

    @Override
    protected Real sum(Real adjoint, Real contribution) {
      return failed ? contribution : super.sum(adjoint, contribution);
    }
  }

  private static final class OneDirection extends PairEngine {
    @Override
    public Pushforward pushforward(RealFunction f, Real[] x, Real[][] directions) {
      Real[][] same = directions.clone();
      Arrays.setAll(same, k -> directions[0]);
      return super.pushforward(f, x, same);
    }
  }
}
