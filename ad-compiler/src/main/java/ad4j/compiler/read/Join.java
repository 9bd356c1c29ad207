package ad4j.compiler.read;

import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where ways meet: rows of items arrive, and one row goes on, in variables where they differ. */
final class Join {
  private record Arrival(Draft from, List<@Nullable Item> row) {}

  /** What names the variables of a method. */
  static final class Variables {
    private final Map<String, Variable> known = new HashMap<>();

    Variable variable(String place, Type type, String name) {
      return known.computeIfAbsent(place + " " + type, key -> new Variable(type, name));
    }
  }

  private final ProgramBuilder builder;
  private final Variables variables;
  private final Draft draft;
  private final List<Arrival> arrivals = new ArrayList<>();
  private List<String> names = List.of();
  private @Nullable List<@Nullable Item> shape;

  Join(ProgramBuilder builder, Variables variables, Draft draft) {
    this.builder = builder;
    this.variables = variables;
    this.draft = draft;
  }

  /** The block that goes on from here. */
  Draft draft() {
    return draft;
  }

  /** Whether nothing arrived so far. */
  boolean isEmpty() {
    return arrivals.isEmpty();
  }

  /** How often something arrived. */
  int size() {
    return arrivals.size();
  }

  /** Where the first arrival comes from. */
  Draft source() {
    return arrivals.getFirst().from();
  }

  /** The row of the only arrival. */
  List<@Nullable Item> only() {
    return arrivals.getFirst().row();
  }

  /** All blocks that lead here. */
  List<Draft> sources() {
    return arrivals.stream().map(Arrival::from).toList();
  }

  /** A way leads here. False: it brings what does not fit what went on from here. */
  boolean arrive(Draft from, List<@Nullable Item> row) {
    arrivals.add(new Arrival(from, row));
    List<@Nullable Item> known = shape;
    if (known == null) {
      return true;
    }
    if (!Item.shapes(merge(known, row)).equals(Item.shapes(known))) {
      return false;
    }
    write(from, known, row);
    return true;
  }

  /**
   * What goes on from here, in the block of this join, which becomes the current one.
   *
   * @param expected what else will arrive, if that is known
   * @param labels names of the variables, for readers
   */
  List<@Nullable Item> enter(@Nullable List<@Nullable Item> expected, List<String> labels) {
    List<@Nullable Item> merged = expected == null ? only() : merge(only(), expected);
    for (Arrival arrival : arrivals) {
      merged = merge(merged, arrival.row());
    }
    shape = merged;
    names = labels;
    for (Arrival arrival : arrivals) {
      write(arrival.from(), merged, arrival.row());
    }
    builder.at(draft);
    List<@Nullable Item> row = new ArrayList<>();
    for (int i = 0; i < merged.size(); i++) {
      row.add(read(Integer.toString(i), name(i), merged.get(i)));
    }
    return row;
  }

  /** What would go on if all that arrived had been known. */
  List<@Nullable Item> merged() {
    List<@Nullable Item> known = shape;
    List<@Nullable Item> merged = known == null ? only() : known;
    for (Arrival arrival : arrivals) {
      merged = merge(merged, arrival.row());
    }
    return merged;
  }

  private String name(int index) {
    return index < names.size() ? names.get(index) : "";
  }

  private void write(Draft from, List<@Nullable Item> shapes, List<@Nullable Item> row) {
    Draft current = builder.current();
    builder.at(from);
    for (int i = 0; i < shapes.size(); i++) {
      write(Integer.toString(i), name(i), shapes.get(i), row.get(i));
    }
    builder.at(current);
  }

  private void write(String place, String name, @Nullable Item to, @Nullable Item from) {
    switch (to) {
      case Item.Plain plain -> set(place, name, plain.value().type(), from);
      case Item.Boxed boxed -> set(place, name, boxed.value().type(), from);
      case Item.Enumerated constant -> set(place, name, constant.ordinal().type(), from);
      case Item.Composite composite -> {
        if (from instanceof Item.Composite given) {
          writeAll(place, name, composite.components(), given.components());
        }
      }
      case Item.Closure closure -> {
        if (from instanceof Item.Closure given) {
          writeAll(place, name, closure.captured(), given.captured());
        }
      }
      case null, default -> {}
    }
  }

  private void writeAll(String place, String name, List<Item> to, List<Item> from) {
    for (int i = 0; i < to.size(); i++) {
      write(place + "." + i, name, to.get(i), from.get(i));
    }
  }

  private void set(String place, String name, Type type, @Nullable Item from) {
    List<Value> values = Item.values(from);
    Value value = values.isEmpty() ? Constant.initial(type) : values.getFirst();
    builder.set(variables.variable(place, type, name), value);
  }

  private @Nullable Item read(String place, String name, @Nullable Item item) {
    return switch (item) {
      case Item.Plain plain -> new Item.Plain(get(place, name, plain.value().type()));
      case Item.Boxed boxed -> new Item.Boxed(get(place, name, boxed.value().type()));
      case Item.Enumerated constant ->
          new Item.Enumerated(constant.type(), get(place, name, constant.ordinal().type()));
      case Item.Composite composite ->
          new Item.Composite(composite.type(), readAll(place, name, composite.components()));
      case Item.Closure closure ->
          new Item.Closure(closure.lambda(), readAll(place, name, closure.captured()));
      case null -> null;
      default -> item;
    };
  }

  private List<Item> readAll(String place, String name, List<Item> items) {
    List<Item> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = read(place + "." + i, name, items.get(i));
      if (item != null) {
        all.add(item);
      }
    }
    return all;
  }

  private Value get(String place, String name, Type type) {
    return builder.get(variables.variable(place, type, name));
  }

  private static List<@Nullable Item> merge(
      List<@Nullable Item> first, List<@Nullable Item> second) {
    List<@Nullable Item> all = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      all.add(merge(first.get(i), second.get(i)));
    }
    return all;
  }

  private static @Nullable Item merge(@Nullable Item x, @Nullable Item y) {
    if (x == null || y == null || x instanceof Item.Unusable) {
      return x == null ? null : y == null ? null : x;
    }
    if (y instanceof Item.Unusable || Item.shape(x).equals(Item.shape(y))) {
      return y;
    }
    if (x instanceof Item.Nothing || y instanceof Item.Nothing) {
      return mergeNothing(x instanceof Item.Nothing ? y : x);
    }
    if (x instanceof Item.Composite a
        && y instanceof Item.Composite b
        && a.type().equals(b.type())) {
      return new Item.Composite(a.type(), mergeAll(a.components(), b.components()));
    }
    if (x instanceof Item.Closure a
        && y instanceof Item.Closure b
        && a.lambda().equals(b.lambda())) {
      return new Item.Closure(a.lambda(), mergeAll(a.captured(), b.captured()));
    }
    return x instanceof Item.Closure || y instanceof Item.Closure
        ? new Item.Unusable(
            "calls one of several functions", "call each of them in a branch of its own")
        : new Item.Unusable(
            "uses a variable that holds objects of different classes",
            "use a variable for each of them");
  }

  private static List<Item> mergeAll(List<Item> first, List<Item> second) {
    List<Item> all = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Item item = merge(first.get(i), second.get(i));
      if (item != null) {
        all.add(item);
      }
    }
    return all;
  }

  private static Item mergeNothing(Item other) {
    return other instanceof Item.Text
            || (other instanceof Item.Plain plain && plain.value().type().isArray())
        ? other
        : new Item.Unusable(
            "uses an object that may be null", "use a flag, or give it a value in all cases");
  }
}
