package ad4j.testkit;

import ad4j.op.Comparison;
import ad4j.program.Constant;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A Program made from a seed: nested loops, branches, arrays that are stored to, ints that steer.
 * It always ends, and its numbers stay within [-2, 2].
 *
 * @param program with the parameters {@code x: f64[], y: f64[], s: f64, n: i32, k: i32[]} and the
 *     results {@code f64, f64, f64[]}
 * @param seed that it is made from
 */
public record RandomProgram(Program program, long seed) {
  /** The parameters that can be varied. */
  public static final List<Integer> ACTIVE = List.of(0, 1, 2);

  /** What a Program may contain besides loops, branches and one-dimensional arrays. */
  public enum Feature {
    /** Variables that hold one array or another. */
    CHOSEN_ARRAYS,
    /** Arrays of arrays, and rows that are exchanged. */
    ROWS,
    /** Calls, also of a routine that calls itself. */
    CALLS,
    /** Returns from within loops and branches. */
    EARLY_RETURNS,
    /** Breaks and continues. */
    BREAKS
  }

  /** The Program of this seed, with all features. */
  public static RandomProgram of(long seed) {
    return of(seed, EnumSet.allOf(Feature.class));
  }

  /** The Program of this seed, with these features. */
  public static RandomProgram of(long seed, Set<Feature> features) {
    SplittableRandom random = new SplittableRandom(seed);
    ProgramBuilder builder =
        new ProgramBuilder("random" + seed, List.of(Type.F64, Type.F64, Type.F64_ARRAY));
    Value x = builder.parameter(Type.F64_ARRAY, "x");
    Value y = builder.parameter(Type.F64_ARRAY, "y");
    Value s = builder.parameter(Type.F64, "s");
    Value n = builder.parameter(Type.I32, "n");
    Value k = builder.parameter(Type.I32_ARRAY, "k");
    RandomState state = new RandomState(builder, random, x, y, k);
    for (int i = 0; i < 4; i++) {
      state.numbers().add(new Variable(Type.F64, "v" + i));
      builder.set(state.numbers().get(i), i == 0 ? s : state.load(i % 2 == 0 ? x : y, i));
    }
    for (int i = 0; i < 3; i++) {
      state.integers().add(new Variable(Type.I32, "j" + i));
      builder.set(state.integers().get(i), i == 0 ? n : Constant.of(i));
    }
    state.makeArrays();
    RandomStatements statements = new RandomStatements(state, features);
    statements.block(6 + random.nextInt(8), 3);
    state.giveBack();
    return new RandomProgram(builder.build(), seed);
  }

  /** Arguments: new arrays, with numbers in [0.5, 1.5]. */
  public Object[] arguments() {
    SplittableRandom random = new SplittableRandom(~seed);
    return new Object[] {
      random.doubles(4, 0.5, 1.5).toArray(),
      random.doubles(6, 0.5, 1.5).toArray(),
      random.nextDouble(0.5, 1.5),
      2 + random.nextInt(3),
      random.ints(4, 0, 4).toArray()
    };
  }

  static Comparison comparison(SplittableRandom random) {
    List<Comparison> all = List.of(Comparison.values());
    return all.get(random.nextInt(all.size()));
  }
}
