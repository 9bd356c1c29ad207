package ad4j.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A loop of one block, some of whose elements can be handed from turn to turn.
 *
 * @param first its test
 * @param counter the int in the header by which elements are found
 * @param step what a turn adds to it: 1 or -1
 * @param next what each place that is handed on holds at the end of a turn, for the next one
 * @param carriedLoads the loads that are spared
 * @param lateStores the stores that the next turn makes up for, with the place as it is then
 * @param opened the arrays of zeros that nobody used before
 * @param zeros the loads of their elements that no turn has come to
 */
record CarriedLoop(
    FirstTurn first,
    Parameter counter,
    int step,
    Map<Place, Value> next,
    Map<Instruction, Place> carriedLoads,
    Map<Instruction, Place> lateStores,
    List<Opened> opened,
    Set<Instruction> zeros) {
  /** The element that is so far from the counter. */
  record Place(Value array, int offset) {}

  /**
   * An array of zeros that a loop is the first to use: it stores to all elements between those that
   * the first and the last turn come to.
   *
   * @param lowest how far the first of those that a turn stores to is from the counter
   * @param highest how far the last one is
   */
  record Opened(Zeroed zeroed, int lowest, int highest) {}

  /** The loops of a Program that save a store so, or the zeros that were there before. */
  static List<CarriedLoop> find(Program program, boolean distinct) {
    Flow flow = new Flow(program);
    List<CarriedLoop> all = new ArrayList<>();
    if (flow.loops().isEmpty()) {
      return all;
    }
    Regions regions = new Regions(program, distinct);
    List<Zeroed> zeroed = distinct ? Zeroed.find(program, regions) : List.of();
    for (Loop loop : flow.loops()) {
      CarriedLoop found = loop.blocks().size() == 2 ? of(loop, regions, zeroed, flow) : null;
      if (found != null) {
        all.add(found);
      }
    }
    return all;
  }

  private static @Nullable CarriedLoop of(
      Loop loop, Regions regions, List<Zeroed> zeroed, Flow flow) {
    FirstTurn test = FirstTurn.of(loop);
    if (test == null) {
      return null;
    }
    Block header = test.header();
    Block body = test.body();
    if (!body.parameters().isEmpty()
        || !(body.end() instanceof Terminator.Jump(Edge again))
        || again.target() != header) {
      return null;
    }
    List<Zeroed> unused =
        zeroed.stream().filter(each -> each.isFirstUsedBy(loop, body, flow)).toList();
    for (int i = 0; i < header.parameters().size(); i++) {
      Parameter counter = header.parameters().get(i);
      Integer step =
          counter.type().equals(Type.I32) ? offset(again.arguments().get(i), counter) : null;
      if (step != null && (step == 1 || step == -1)) {
        Elements elements = new Elements(body, counter, step, regions);
        elements.find(unused);
        if (!elements.late.isEmpty() || !elements.opened.isEmpty()) {
          return elements.of(test);
        }
      }
    }
    return null;
  }

  /** How far a value is from the counter; null if that is not always the same. */
  static @Nullable Integer offset(Value value, Parameter counter) {
    if (value == counter) {
      return 0;
    }
    if (value instanceof Instruction sum && sum.op() instanceof Op.Integral(IntegralOp kind)) {
      boolean added = kind == IntegralOp.ADD;
      if ((added || kind == IntegralOp.SUB)
          && sum.operand(1) instanceof Constant constant
          && constant.number() instanceof Integer number) {
        Integer rest = offset(sum.operand(0), counter);
        return rest == null ? null : Integer.valueOf(added ? rest + number : rest - number);
      }
      if (added
          && sum.operand(0) instanceof Constant constant
          && constant.number() instanceof Integer number) {
        Integer rest = offset(sum.operand(1), counter);
        return rest == null ? null : Integer.valueOf(rest + number);
      }
    }
    return null;
  }

  /** The elements that the block loads and stores. */
  private static final class Elements {
    private final Block body;
    private final Parameter counter;
    private final int step;
    private final Regions regions;
    private final Map<Place, Value> next = new LinkedHashMap<>();
    private final Map<Instruction, Place> loads = new HashMap<>();
    private final Map<Instruction, Place> late = new LinkedHashMap<>();
    private final List<Opened> opened = new ArrayList<>();
    private final Set<Instruction> zeros = new HashSet<>();

    /** What each place holds at the end. */
    private final Map<Place, Value> last = new HashMap<>();

    /** The loads of what the turn began with. */
    private final Map<Place, List<Instruction>> initial = new HashMap<>();

    private final Map<Place, Instruction> lastStores = new HashMap<>();

    Elements(Block body, Parameter counter, int step, Regions regions) {
      this.body = body;
      this.counter = counter;
      this.step = step;
      this.regions = regions;
    }

    CarriedLoop of(FirstTurn test) {
      return new CarriedLoop(test, counter, step, next, loads, late, opened, zeros);
    }

    void find(List<Zeroed> unused) {
      Set<Regions.Region> unclear = unclear();
      for (Instruction instruction : body.instructions()) {
        Place place = place(instruction);
        if (place != null && !unclear.contains(regions.of(place.array))) {
          note(instruction, place);
        }
      }
      for (Place place : initial.keySet()) {
        Place source = new Place(place.array, place.offset + step);
        Instruction store = lastStores.get(source);
        if (lastStores.containsKey(place)
            && store != null
            && last.get(source) == store.operand(2)) {
          carry(place, source);
          late.put(store, place);
        }
      }
      for (Zeroed zeroed : unused) {
        if (!unclear.contains(regions.of(zeroed.array()))) {
          open(zeroed);
        }
      }
      if (!late.isEmpty()) {
        // These loops are not vectorised anyway: what is only loaded can be handed on, too.
        for (Place place : initial.keySet()) {
          Place source = new Place(place.array, place.offset + step);
          if (!lastStores.containsKey(place) && last.containsKey(source)) {
            carry(place, source);
          }
        }
      }
    }

    /** Goes through what is known of an array: which elements are stored to, which are fresh. */
    private void open(Zeroed zeroed) {
      TreeSet<Integer> stored = new TreeSet<>();
      lastStores.keySet().forEach(place -> add(place, zeroed, stored));
      TreeSet<Integer> used = new TreeSet<>(stored);
      initial.keySet().forEach(place -> add(place, zeroed, used));
      if (stored.isEmpty() || stored.last() - stored.first() >= stored.size()) {
        return;
      }
      opened.add(new Opened(zeroed, stored.first(), stored.last()));
      int fresh = step > 0 ? used.last() : used.first();
      zeros.addAll(initial.getOrDefault(new Place(zeroed.array(), fresh), List.of()));
    }

    private static void add(Place place, Zeroed zeroed, Set<Integer> offsets) {
      if (place.array == zeroed.array()) {
        offsets.add(place.offset);
      }
    }

    private void carry(Place place, Place source) {
      next.put(place, Objects.requireNonNull(last.get(source)));
      initial.getOrDefault(place, List.of()).forEach(load -> loads.put(load, place));
    }

    private void note(Instruction instruction, Place place) {
      if (instruction.op() instanceof Op.Store) {
        lastStores.put(place, instruction);
        last.put(place, instruction.operand(2));
      } else {
        if (!lastStores.containsKey(place)) {
          initial.computeIfAbsent(place, key -> new ArrayList<>()).add(instruction);
        }
        last.put(place, instruction);
      }
    }

    private @Nullable Place place(Instruction instruction) {
      if (!(instruction.op() instanceof Op.Load || instruction.op() instanceof Op.Store)
          || !instruction.operand(0).type().equals(Type.F64_ARRAY)) {
        return null;
      }
      Integer offset = offset(instruction.operand(1), counter);
      return offset == null ? null : new Place(instruction.operand(0), offset);
    }

    /** The regions of which it is not known what is loaded and stored. */
    private Set<Regions.Region> unclear() {
      Set<Regions.Region> unclear = new HashSet<>();
      Map<Regions.Region, Value> arrays = new HashMap<>();
      Set<Value> made = new HashSet<>(body.instructions());
      for (Instruction instruction : body.instructions()) {
        for (Value operand : instruction.operands()) {
          if (operand.type().isArray() && !(operand instanceof Constant)) {
            Regions.Region region = regions.of(operand);
            Value other = arrays.putIfAbsent(region, operand);
            boolean known = place(instruction) != null || instruction.op() instanceof Op.Length;
            if (!known || made.contains(operand) || (other != null && other != operand)) {
              unclear.add(region);
            }
          }
        }
      }
      return unclear;
    }
  }
}
