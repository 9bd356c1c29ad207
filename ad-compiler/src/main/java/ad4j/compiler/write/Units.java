package ad4j.compiler.write;

import ad4j.error.LimitException;
import ad4j.error.ProgramException;
import ad4j.program.Block;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.Program;
import ad4j.program.Routine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The methods of a class: a Program and the routines that it calls, directly or not. */
final class Units {
  /** A static method can take that many locals. */
  private static final int MOST_LOCALS = 255;

  private final Unit main;
  private final Map<Routine, Unit> routines = new LinkedHashMap<>();
  private final int frameSize;

  /** Finds all routines; {@code fitting} makes of each Program what is written for it. */
  Units(Program program, UnaryOperator<Program> fitting) {
    Program first = fitting.apply(program);
    Map<Routine, Program> bodies = new LinkedHashMap<>();
    Deque<Program> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      for (Routine routine : called(open.remove())) {
        if (!bodies.containsKey(routine)) {
          Program body = fitting.apply(routine.body());
          bodies.put(routine, body);
          open.add(body);
        }
      }
    }
    Set<Program> framed = framed(first, bodies);
    main = new Unit(first, Unit.allowed(first.name(), 0), framed.contains(first), false);
    bodies.forEach(
        (routine, body) ->
            routines.put(
                routine,
                new Unit(
                    body,
                    Unit.allowed(routine.name(), routines.size() + 1),
                    framed.contains(body),
                    Packed.suits(body))));
    all().forEach(Units::requireCallable);
    frameSize = all().stream().mapToInt(unit -> frameSize(unit.program())).max().orElse(0);
  }

  Unit main() {
    return main;
  }

  Unit of(Routine routine) {
    Unit unit = routines.get(routine);
    if (unit == null) {
      throw new ProgramException("a call of " + routine.name() + ", which nobody found");
    }
    return unit;
  }

  List<Unit> all() {
    List<Unit> all = new ArrayList<>();
    all.add(main);
    all.addAll(routines.values());
    return all;
  }

  /** How many arrays a frame keeps. */
  int frameSize() {
    return frameSize;
  }

  private static void requireCallable(Unit unit) {
    int locals = unit.frameLocal() + (unit.framed() ? 1 : 0);
    if (locals > MOST_LOCALS) {
      throw new LimitException(
          unit.program().name()
              + " takes "
              + unit.program().parameters().size()
              + " arguments, more than the JVM passes to a method",
          "pass arrays");
    }
  }

  private static List<Instruction> instructions(Program program) {
    List<Instruction> all = new ArrayList<>();
    for (Block block : program.blocks()) {
      all.addAll(block.instructions());
    }
    return all;
  }

  private static Set<Routine> called(Program program) {
    Set<Routine> all = new HashSet<>();
    for (Instruction instruction : instructions(program)) {
      if (instruction.op() instanceof Op.Call call) {
        all.add(call.routine());
      }
    }
    return all;
  }

  private static int frameSize(Program program) {
    int size = 0;
    for (Instruction instruction : instructions(program)) {
      size =
          switch (instruction.op()) {
            case Op.Held held -> Math.max(size, held.slot() + 1);
            case Op.Grow grow -> Math.max(size, grow.slot() + 1);
            default -> size;
          };
    }
    return size;
  }

  /** Those that use the frame, or call one that does. */
  private static Set<Program> framed(Program first, Map<Routine, Program> bodies) {
    List<Program> programs = new ArrayList<>(bodies.values());
    programs.add(first);
    Set<Program> framed = new HashSet<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Program program : programs) {
        boolean frame =
            frameSize(program) > 0
                || called(program).stream().anyMatch(call -> framed.contains(bodies.get(call)));
        changed |= frame && framed.add(program);
      }
    }
    return framed;
  }
}
