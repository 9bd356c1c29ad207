package ad4j.reverse.program;

import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.Instruction;
import ad4j.program.Loop;
import ad4j.program.ProgramBuilder;
import ad4j.program.Regions;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adjoints of elements that a loop loads from the same place at every turn: summed in a variable,
 * and added to the shadow once, when the loop has been pulled back.
 */
final class LoopSums {
  private record Place(Value array, Value index) {}

  /** A sum, and whether anything was added to it. */
  private record Sum(Variable total, Variable some) {}

  private final Analysis analysis;
  private final ProgramBuilder builder;
  private final Map<Loop, Map<Place, Sum>> sums = new HashMap<>();

  LoopSums(Analysis analysis, ProgramBuilder builder) {
    this.analysis = analysis;
    this.builder = builder;
  }

  /** Adds to the sum of the place that is loaded; false if there is none. */
  boolean add(Instruction load, Value adjoint) {
    Loop loop = loop(load);
    if (loop == null) {
      return false;
    }
    Place place = new Place(load.operand(0), load.operand(1));
    Sum sum =
        sums.computeIfAbsent(loop, key -> new LinkedHashMap<>())
            .computeIfAbsent(
                place, key -> new Sum(new Variable(Type.F64, ""), new Variable(Type.I32, "")));
    builder.set(sum.total(), builder.accumulate(builder.get(sum.total()), adjoint));
    builder.set(sum.some(), Constant.of(1));
    return true;
  }

  /** The outermost loop in which neither the place nor what it holds changes. */
  private @Nullable Loop loop(Instruction load) {
    Regions.Region region = analysis.regions().of(load.operand(0));
    Loop found = null;
    Loop loop = analysis.loop(load);
    while (loop != null
        && analysis.counting().isInvariant(load.operand(0), loop)
        && analysis.counting().isInvariant(load.operand(1), loop)
        && !analysis.isStoredIn(loop, region)) {
      found = loop;
      loop = loop.parent();
    }
    return found;
  }

  /** Adds the sums of a loop to the shadows, where the backward half leaves it. */
  void flush(Loop loop, Available available) {
    Map<Place, Sum> all = sums.getOrDefault(loop, Map.of());
    all.forEach(
        (place, sum) -> {
          Value value = builder.get(sum.total());
          Value some = builder.get(sum.some());
          builder.set(sum.total(), Constant.ZERO);
          builder.set(sum.some(), Constant.of(0));
          if (value instanceof Constant constant && constant.is(0)) {
            return;
          }
          Draft adding = builder.block();
          Draft after = builder.block();
          // Where nothing was loaded, there may be no such element.
          builder.branch(some, adding, after);
          builder.at(adding);
          available.forget();
          Value shadow = available.shadow(place.array());
          Value index = available.value(place.index());
          Value total = builder.accumulate(builder.load(shadow, index), value);
          builder.store(shadow, index, total);
          builder.jump(after);
          builder.at(after);
          available.forget();
        });
  }
}
