package ad4j.program;

import ad4j.error.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A Program and the routines that it calls, prepared when they are first run. Thread-safe. */
final class Library {
  private final Preparation preparation;
  private final Prepared main;
  private final Map<Routine, Prepared> routines = new ConcurrentHashMap<>();
  private final List<Instruction> instructions = new ArrayList<>();

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

  /** Numbers instructions that follow each other: the number of the first. */
  int number(List<Instruction> body) {
    synchronized (instructions) {
      instructions.addAll(body);
      return instructions.size() - body.size();
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
