package ad4j.engine;

import ad4j.error.Origin;
import org.jspecify.annotations.Nullable;

/** Tells a recording where in the user's source each operation stands. */
public interface Positions {
  /** Knows nothing. */
  Positions UNKNOWN =
      new Positions() {
        @Override
        public int current() {
          return -1;
        }

        @Override
        public @Nullable Origin origin(int position) {
          return null;
        }
      };

  /** The number of the place of the operation that is being recorded, or -1. Cheap. */
  int current();

  /** The place with this number. */
  @Nullable Origin origin(int position);
}
