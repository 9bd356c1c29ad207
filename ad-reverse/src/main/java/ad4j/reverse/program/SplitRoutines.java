package ad4j.reverse.program;

import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Routine;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The routines that a Program calls, each split into a forward and a backward half. What the
 * forward half keeps for the other one stays on {@link Stacks}, not with the caller: so a routine
 * may call itself.
 */
final class SplitRoutines {
  /**
   * The two halves of a routine.
   *
   * @param forward takes what the routine takes, shadows of arrays of doubles, and the stacks;
   *     returns what the routine returns, and shadows of arrays of doubles
   * @param backward takes the adjoints of results that are doubles, and the stacks; returns the
   *     adjoints of parameters that are doubles
   */
  record Halves(Routine forward, Routine backward) {}

  private final List<Type> types;
  private final Set<Type> missing = new LinkedHashSet<>();
  private final Map<Routine, Halves> known = new HashMap<>();

  /** Begins with stacks for values of these types. */
  SplitRoutines(List<Type> types) {
    this.types = types;
  }

  /** The types for which there are stacks. */
  List<Type> types() {
    return types;
  }

  /** Whether something was to be kept for which there was no stack, so that this was in vain. */
  boolean isIncomplete() {
    return !missing.isEmpty();
  }

  /** Begins again, with the stacks that were missing. */
  SplitRoutines again() {
    Set<Type> all = new LinkedHashSet<>(types);
    all.addAll(missing);
    return new SplitRoutines(List.copyOf(all));
  }

  /** The halves of a routine. */
  Halves of(Routine routine) {
    Halves halves = known.get(routine);
    if (halves == null) {
      halves = declared(routine);
      known.put(routine, halves);
      define(routine, halves);
    }
    return halves;
  }

  private Halves declared(Routine routine) {
    List<Type> given = new ArrayList<>(routine.parameters());
    given.addAll(arrays(routine.parameters()));
    given.addAll(Stacks.parameters(types));
    List<Type> returned = new ArrayList<>(routine.results());
    returned.addAll(arrays(routine.results()));
    List<Type> seeds = new ArrayList<>(numbers(routine.results()));
    seeds.addAll(Stacks.parameters(types));
    return new Halves(
        new Routine(routine.name() + ">", given, returned),
        new Routine(routine.name() + "'", seeds, numbers(routine.parameters())));
  }

  private void define(Routine routine, Halves halves) {
    Routine mark = new Routine("cut", List.of(), List.of());
    Program both = ProgramPullback.ofRoutine(routine.body(), mark, this);
    int given = routine.parameters().size() + arrays(routine.parameters()).size();
    Cut cut = new Cut(both, mark, given);
    cut.live().forEach(value -> note(value.type()));
    int seeds = numbers(routine.results()).size();
    ProgramBuilder forward = builder(halves.forward());
    List<Value> before = parameters(forward, both, 0, given);
    Stacks stacks = Stacks.given(types, forward);
    before.addAll(both.parameters().subList(given, given + seeds));
    before.addAll(stacks.arguments());
    halves.forward().define(cut.before(forward, before, stacks));
    ProgramBuilder backward = builder(halves.backward());
    List<Value> after = new ArrayList<>(both.parameters().subList(0, given));
    after.addAll(parameters(backward, both, given, given + seeds));
    stacks = Stacks.given(types, backward);
    after.addAll(stacks.arguments());
    halves.backward().define(cut.after(backward, after, stacks));
  }

  private void note(Type type) {
    if (!types.contains(type)) {
      missing.add(type);
    }
  }

  private static ProgramBuilder builder(Routine routine) {
    return new ProgramBuilder(routine.name(), routine.results());
  }

  private static List<Value> parameters(ProgramBuilder builder, Program both, int from, int to) {
    List<Value> all = new ArrayList<>();
    both.parameters()
        .subList(from, to)
        .forEach(parameter -> all.add(builder.parameter(parameter.type(), parameter.name())));
    return all;
  }

  private static List<Type> arrays(List<Type> types) {
    return types.stream().filter(type -> type.isReal() && type.isArray()).toList();
  }

  private static List<Type> numbers(List<Type> types) {
    return types.stream().filter(Type.F64::equals).toList();
  }
}
