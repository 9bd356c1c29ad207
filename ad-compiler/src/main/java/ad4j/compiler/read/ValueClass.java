package ad4j.compiler.read;

import java.lang.constant.ClassDesc;
import java.util.List;

/**
 * A record, or a final class that is like one: all its fields are final, and it extends nothing.
 * Objects of it are taken apart into the values of their fields.
 *
 * @param name its internal name
 * @param components its fields
 */
record ValueClass(String name, List<Component> components) {
  /** A field. */
  record Component(String name, ClassDesc type) {}

  /** The place of a field, or -1. */
  int indexOf(String field) {
    for (int i = 0; i < components.size(); i++) {
      if (components.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }
}
