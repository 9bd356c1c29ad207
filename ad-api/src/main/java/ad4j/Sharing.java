package ad4j;

import ad4j.error.ShapeException;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.Regions;
import ad4j.program.Type;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Program is given the same array twice and may store to it. It is differentiated as
 * though the arrays that it is given were distinct: what is stored in one would not be seen in the
 * other. A Program that stores to none of them may be given anything, and costs nothing here.
 */
final class Sharing {
  /** For each parameter that is an array, whether it, its rows, and so on are stored to. */
  private final List<boolean[]> stored = new ArrayList<>();

  private final boolean stores;

  /** Where an array was met: a parameter, and how deep. */
  private record Place(int parameter, int level) {}

  Sharing(Program program) {
    Regions regions = new Regions(program);
    boolean any = false;
    for (Parameter parameter : program.parameters()) {
      Type type = parameter.type();
      boolean[] levels = new boolean[type.rank()];
      for (int level = 0; level < levels.length; level++) {
        levels[level] = regions.innermost(regions.of(parameter), level + 1).isStored();
        any |= levels[level];
      }
      stored.add(levels);
    }
    stores = any;
  }

  /** Whether a parameter is stored to, or what it holds. */
  boolean stores(int parameter) {
    for (boolean level : stored.get(parameter)) {
      if (level) {
        return true;
      }
    }
    return false;
  }

  /**
   * Refuses what the parameters from {@code first} on are given, if arrays are the same.
   *
   * @throws ShapeException if two parameters are given the same array, and one is stored to
   */
  void requireDistinct(List<? extends @Nullable Object> given, int first) {
    if (stores) {
      IdentityHashMap<Object, Place> met = new IdentityHashMap<>();
      for (int i = 0; i < given.size(); i++) {
        visit(given.get(i), new Place(first + i, 0), met, false);
      }
    }
  }

  /**
   * Refuses an array of arrays for whose elements derivatives are asked.
   *
   * @throws ShapeException if it holds the same row twice, and rows are stored to
   */
  void requireDistinctRows(@Nullable Object given, int parameter) {
    if (stores(parameter)) {
      visit(given, new Place(parameter, 0), new IdentityHashMap<>(), true);
    }
  }

  private void visit(
      @Nullable Object array, Place place, IdentityHashMap<Object, Place> met, boolean withinOne) {
    if (array == null || !array.getClass().isArray() || place.level >= depth(place)) {
      return;
    }
    Place before = met.putIfAbsent(array, place);
    if (before != null
        && (withinOne || before.parameter != place.parameter)
        && (isStored(before) || isStored(place))) {
      throw new ShapeException(
          withinOne
              ? "an array of arrays holds the same array twice, and is stored to"
              : "the function is given the same array twice, and stores to it",
          "give it a copy: array.clone()");
    }
    if (before == null && array instanceof Object[]) {
      for (int i = 0; i < Array.getLength(array); i++) {
        visit(Array.get(array, i), new Place(place.parameter, place.level + 1), met, withinOne);
      }
    }
  }

  private int depth(Place place) {
    return stored.get(place.parameter).length;
  }

  private boolean isStored(Place place) {
    return stored.get(place.parameter)[place.level];
  }
}
