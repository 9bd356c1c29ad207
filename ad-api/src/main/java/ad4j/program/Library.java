package ad4j.program;

import ad4j.error.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A Program and the routines that it calls, prepared when they are first run. Thread-safe. */
final class Library {
  private final Preparation preparation;
  private final Prepared main;
  private final Map<Routine, Prepared> routines = new ConcurrentHashMap<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private final NavigableMap<Integer, String> names = new TreeMap<>();

  Library(Program program, Doubles doubles) {
    preparation = new Preparation(doubles, this);
    main = new Prepared(program, this);
  }

  Preparation preparation() {
    return preparation;
  }

  Prepared main() {
    return main;
  }

  Prepared prepared(Routine routine) {
    Prepared known = routines.get(routine);
    return known != null
        ? known
        : routines.computeIfAbsent(routine, key -> new Prepared(key.body(), this));
  }

  /** Numbers instructions of a Program that follow each other: the number of the first. */
  int number(List<Instruction> body, Program of) {
    synchronized (instructions) {
      names.put(instructions.size(), of.name());
      instructions.addAll(body);
      return instructions.size() - body.size();
    }
  }

  /** The name of the Program, or routine, in which the instruction with this number is. */
  String name(int position) {
    synchronized (instructions) {
      var stretch = names.floorEntry(position);
      return stretch == null ? main.name() : stretch.getValue();
    }
  }

  @Nullable Origin origin(int position) {
    synchronized (instructions) {
      return position < 0 || position >= instructions.size()
          ? null
          : instructions.get(position).origin();
    }
  }
}
