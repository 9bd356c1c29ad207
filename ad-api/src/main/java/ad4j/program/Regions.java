package ad4j.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which arrays of a Program may be the same: all that meet in a parameter of a block, or are stored
 * to and loaded from the same array of arrays, are of one region. Arrays that the Program is given
 * are taken to be distinct. After B. Steensgaard, <i>Points-to Analysis in Almost Linear Time</i>,
 * POPL 1996.
 */
public final class Regions {
  /** Arrays that may be the same. */
  public static final class Region {
    private @Nullable Region joined;
    private @Nullable Region rows;
    private boolean stored;
    private final Set<Value> origins = new LinkedHashSet<>();

    private Region() {}

    private Region root() {
      Region root = this;
      for (Region next = joined; next != null; next = root.joined) {
        root = next;
      }
      return root;
    }

    /** Whether the Program stores to one of them. */
    public boolean isStored() {
      return root().stored;
    }

    /** Where they come from: parameters of the Program, instructions that make one, calls. */
    public Set<Value> origins() {
      return root().origins;
    }
  }

  private final Map<Value, Region> regions = new HashMap<>();

  /** The arrays that a call with several results gave. */
  private final Map<Value, List<Value>> results = new HashMap<>();

  /** Analyses {@code program}. */
  public Regions(Program program) {
    this(program, true);
  }

  /** Analyses {@code program}; the arrays of a routine may be the same, so not {@code distinct}. */
  public Regions(Program program, boolean distinct) {
    if (!distinct) {
      for (int i = 0; i < program.parameters().size(); i++) {
        if (program.parameters().get(i).type().isArray()) {
          like(program.parameters().get(i), List.copyOf(program.parameters().subList(0, i)));
        }
      }
    }
    for (Parameter parameter : program.parameters()) {
      if (parameter.type().isArray()) {
        region(parameter).origins.add(parameter);
      }
    }
    for (Block block : program.blocks()) {
      block.instructions().forEach(this::read);
      for (Edge edge : block.edges()) {
        for (int i = 0; i < edge.arguments().size(); i++) {
          same(edge.target().parameters().get(i), edge.arguments().get(i));
        }
      }
    }
  }

  /** The region of an array. */
  public Region of(Value array) {
    return region(array);
  }

  /** Whether two arrays may be the same. */
  public boolean mayBeSame(Value first, Value second) {
    return region(first) == region(second);
  }

  /** The region of the rows of rows of arrays of this rank that hold numbers. */
  public Region innermost(Region region, int rank) {
    return rowsAt(region, rank - 1);
  }

  /** The region of the arrays that an array of arrays holds. */
  public Region rows(Value array) {
    return rows(region(array));
  }

  private Region region(Value array) {
    return regions.computeIfAbsent(array, key -> new Region()).root();
  }

  private static Region rows(Region region) {
    Region rows = region.rows;
    if (rows == null) {
      rows = new Region();
      region.rows = rows;
    }
    return rows.root();
  }

  private void same(Value first, Value second) {
    if (first.type().isArray() && !(second instanceof Constant)) {
      join(region(first), region(second));
    }
  }

  private static void join(Region a, Region b) {
    Region first = a.root();
    Region second = b.root();
    if (first == second) {
      return;
    }
    second.joined = first;
    first.stored |= second.stored;
    first.origins.addAll(second.origins);
    Region rows = second.rows;
    if (rows != null) {
      join(rows(first), rows);
    }
  }

  private void read(Instruction instruction) {
    List<Value> operands = instruction.operands();
    switch (instruction.op()) {
      case Op.Load _ -> {
        if (instruction.type().isArray()) {
          join(rows(region(operands.get(0))), region(instruction));
        }
      }
      case Op.Store _ -> store(operands.get(0), operands.get(2));
      case Op.Fill _ -> store(operands.get(0), operands.get(3));
      case Op.Move _ -> {
        region(operands.get(2)).stored = true;
        if (operands.get(0).type().rank() > 1) {
          join(rows(region(operands.get(0))), rows(region(operands.get(2))));
        }
      }
      case Op.New _, Op.ZeroLike _ -> made(instruction);
      case Op.Copy _ -> {
        made(instruction);
        if (instruction.type().rank() > 1) {
          join(rows(region(instruction)), rows(region(operands.get(0))));
        }
      }
      case Op.Held _ -> made(instruction);
      case Op.Grow _ -> {
        made(instruction);
        same(instruction, operands.get(0));
      }
      case Op.Call _ -> call(instruction);
      case Op.Result _ -> {
        if (instruction.type().isArray()) {
          Instruction call = (Instruction) operands.get(0);
          List<Value> others = results.computeIfAbsent(call, key -> new ArrayList<>());
          made(instruction);
          like(instruction, call.operands());
          like(instruction, others);
          others.add(instruction);
        }
      }
      default -> {}
    }
  }

  private void store(Value array, Value element) {
    Region region = region(array);
    region.stored = true;
    if (element.type().isArray() && !(element instanceof Constant)) {
      join(rows(region), region(element));
    }
  }

  private void made(Instruction instruction) {
    Region region = region(instruction);
    region.origins.add(instruction);
    Region level = region;
    for (int rank = instruction.type().rank(); rank > 1; rank--) {
      level = rows(level);
      level.origins.add(instruction);
    }
  }

  /** A call may store to what it is given, exchange it, and give it back. */
  private void call(Instruction call) {
    if (call.type().isArray()) {
      made(call);
      like(call, call.operands());
    }
    List<Value> arrays = new ArrayList<>(call.operands());
    arrays.removeIf(value -> !value.type().isArray() || value instanceof Constant);
    for (Value array : arrays) {
      region(array).stored = true;
      for (int rank = array.type().rank(); rank > 1; rank--) {
        rowsAt(region(array), array.type().rank() - rank + 1).stored = true;
      }
    }
    for (int i = 0; i < arrays.size(); i++) {
      like(arrays.get(i), arrays.subList(i + 1, arrays.size()));
    }
  }

  /** Joins an array with those of its type, and with the rows of those that hold its type. */
  private void like(Value array, List<Value> others) {
    for (Value other : others) {
      if (other.type().isArray() && !(other instanceof Constant)) {
        int deeper = other.type().rank() - array.type().rank();
        if (other.type().scalar() == array.type().scalar()) {
          Region outer = deeper >= 0 ? region(other) : region(array);
          Region inner = deeper >= 0 ? region(array) : region(other);
          join(rowsAt(outer, Math.abs(deeper)), inner);
        }
      }
    }
  }

  private static Region rowsAt(Region region, int levels) {
    Region result = region;
    for (int i = 0; i < levels; i++) {
      result = rows(result);
    }
    return result.root();
  }
}
