package ad4j.forward;

import ad4j.program.Block;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.Program;
import ad4j.program.Routine;
import ad4j.program.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pushforwards of the routines that a Program calls, each made once. */
final class PushedRoutines {
  private final int lanes;
  private final int slots;
  private final Map<Routine, Routine> known = new HashMap<>();

  PushedRoutines(Program program, int lanes) {
    this.lanes = lanes;
    this.slots = slots(program, new HashSet<>());
  }

  int lanes() {
    return lanes;
  }

  /** Where the shadow of what is held in this slot is held; -1 is no slot. */
  int slot(int slot, int lane) {
    return slot < 0 ? slot : slots + slot * lanes + lane;
  }

  /** The pushforward by all parameters that are made of doubles. */
  Routine of(Routine routine) {
    Routine pushed = known.get(routine);
    if (pushed == null) {
      pushed =
          new Routine(routine.name() + "~", types(routine.parameters()), types(routine.results()));
      known.put(routine, pushed);
      List<Integer> active = new ArrayList<>();
      for (int i = 0; i < routine.parameters().size(); i++) {
        if (routine.parameters().get(i).isReal()) {
          active.add(i);
        }
      }
      pushed.define(new ProgramPushforward(routine.body(), active, this).build());
    }
    return pushed;
  }

  /** These types, and then those that are made of doubles once a lane. */
  List<Type> types(List<Type> types) {
    List<Type> all = new ArrayList<>(types);
    types.stream().filter(Type::isReal).forEach(t -> all.addAll(Collections.nCopies(lanes, t)));
    return all;
  }

  /** More than any slot that is used. */
  private static int slots(Program program, Set<Routine> seen) {
    int most = 0;
    for (Block block : program.blocks()) {
      for (Instruction instruction : block.instructions()) {
        int used =
            switch (instruction.op()) {
              case Op.Held(int slot) -> slot + 1;
              case Op.Grow(int slot) -> slot + 1;
              case Op.Call(Routine routine) when seen.add(routine) -> slots(routine.body(), seen);
              default -> 0;
            };
        most = Math.max(most, used);
      }
    }
    return most;
  }
}
