package ad4j.compiler.write;

import ad4j.program.Block;
import ad4j.program.Edge;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which local each value is in. A parameter of a block shares the local of what it is given where
 * they are never alive together; then the edge moves nothing.
 */
final class Slots {
  /** Values that share a local. */
  private static final class Web {
    final Ranges ranges;
    final TypeKind kind;
    final List<Value> values = new ArrayList<>();
    int local = -1;

    Web(Value value, Ranges ranges, TypeKind kind) {
      this.ranges = ranges;
      this.kind = kind;
      values.add(value);
    }
  }

  private final Map<Value, Web> webs = new LinkedHashMap<>();

  /**
   * A local, by what it is taken. One that is the second half of a double or long is never anything
   * else: the generator of stack maps in JDK 25 takes the trace of one for the other.
   */
  private static final class Local {
    final Ranges taken = new Ranges();
    Half half = Half.NONE;
  }

  private enum Half {
    NONE,
    WHOLE,
    FIRST,
    SECOND
  }

  private final List<Local> locals = new ArrayList<>();

  Slots(Unit unit, Trees trees) {
    Program program = unit.program();
    new Liveness(program, trees)
        .ranges()
        .forEach((value, ranges) -> webs.put(value, new Web(value, ranges, kind(value.type()))));
    if (unit.packed()) {
      takeForGood(0);
    } else {
      give(program.parameters());
    }
    share(program);
    if (unit.framed()) {
      takeForGood(unit.frameLocal());
    }
    assign();
  }

  /** Parameters are where the caller puts them. */
  private void give(List<Parameter> parameters) {
    int local = 0;
    for (Parameter parameter : parameters) {
      Web web = webs.get(parameter);
      if (web != null) {
        web.local = local;
      }
      int size = Types.kind(parameter.type()).slotSize();
      for (int i = 0; i < size; i++) {
        local(local + i).half = half(size, i);
      }
      local += size;
    }
  }

  private void takeForGood(int local) {
    local(local).half = Half.WHOLE;
    local(local).taken.add(0, Integer.MAX_VALUE);
  }

  /** Whether it has a local: whether anybody uses it. */
  boolean has(Value value) {
    return webs.containsKey(value);
  }

  /** The local that it is in; -1 if in none. */
  int of(Value value) {
    Web web = webs.get(value);
    return web == null ? -1 : web.local;
  }

  /** The kind of local; several results are in an array. */
  static TypeKind kind(Type type) {
    return type.equals(Type.VOID) ? TypeKind.REFERENCE : Types.kind(type);
  }

  /** Parameters of loops first, then the others. */
  private void share(Program program) {
    for (boolean back : new boolean[] {true, false}) {
      for (Block block : program.blocks()) {
        for (Edge edge : block.edges()) {
          if (back == edge.target().index() <= block.index()) {
            share(edge);
          }
        }
      }
    }
  }

  private void share(Edge edge) {
    List<Parameter> parameters = edge.target().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Web to = webs.get(parameters.get(i));
      Web from = webs.get(edge.arguments().get(i));
      if (to != null && from != null && to != from && mayShare(to, from)) {
        boolean less = to.values.size() < from.values.size();
        join(less ? from : to, less ? to : from);
      }
    }
  }

  private static boolean mayShare(Web one, Web other) {
    return one.kind == other.kind
        && (one.local < 0 || other.local < 0)
        && !one.ranges.overlaps(other.ranges);
  }

  private void join(Web into, Web from) {
    into.ranges.add(from.ranges);
    into.local = Math.max(into.local, from.local);
    into.values.addAll(from.values);
    from.values.forEach(value -> webs.put(value, into));
  }

  private void assign() {
    Set<Web> all = new LinkedHashSet<>(webs.values());
    List<Web> open = new ArrayList<>();
    for (Web web : all) {
      if (web.local >= 0) {
        take(web);
      } else {
        open.add(web);
      }
    }
    open.sort(Comparator.comparingInt(web -> web.ranges.first()));
    for (Web web : open) {
      web.local = 0;
      while (!isFree(web)) {
        web.local++;
      }
      take(web);
    }
  }

  private boolean isFree(Web web) {
    for (int i = 0; i < web.kind.slotSize(); i++) {
      Local local = local(web.local + i);
      boolean fits = local.half == Half.NONE || local.half == half(web.kind.slotSize(), i);
      if (!fits || local.taken.overlaps(web.ranges)) {
        return false;
      }
    }
    return true;
  }

  private static Half half(int size, int index) {
    return size == 1 ? Half.WHOLE : index == 0 ? Half.FIRST : Half.SECOND;
  }

  private void take(Web web) {
    for (int i = 0; i < web.kind.slotSize(); i++) {
      Local local = local(web.local + i);
      local.half = half(web.kind.slotSize(), i);
      local.taken.add(web.ranges);
    }
  }

  private Local local(int index) {
    while (locals.size() <= index) {
      locals.add(new Local());
    }
    return locals.get(index);
  }
}
