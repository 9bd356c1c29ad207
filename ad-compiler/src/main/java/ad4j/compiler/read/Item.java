package ad4j.compiler.read;

import ad4j.program.Constant;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a local variable or a place on the stack holds, as far as the Program knows it. */
sealed interface Item {
  /** The array {@code null}, of whatever type. */
  Item NOTHING = new Nothing();

  /** A text. */
  Item TEXT = new Text();

  /** A number or an array. */
  record Plain(Value value) implements Item {}

  /** A number as an object. */
  record Boxed(Value value) implements Item {}

  /** A constant of this enum, by its place among them. */
  record Enumerated(String type, Value ordinal) implements Item {
    /** The constant itself. */
    @SuppressWarnings("EnumOrdinal") // that is what a constant is to a Program
    static Enumerated of(Enum<?> constant) {
      String type = constant.getDeclaringClass().getName().replace('.', '/');
      return new Enumerated(type, Constant.of(constant.ordinal()));
    }
  }

  /** The array in which a {@code switch} over an enum looks up the numbers of its cases. */
  record CaseTable(Map<Integer, Integer> ordinals) implements Item {}

  /** The number of a case, looked up for this ordinal. */
  record CaseNumber(Map<Integer, Integer> ordinals, Value ordinal) implements Item {}

  /** {@code null}. */
  record Nothing() implements Item {}

  /** An object of a value class, taken apart. */
  record Composite(ValueClass type, List<Item> components) implements Item {}

  /** A lambda, with what it captured. */
  record Closure(Lambda lambda, List<Item> captured) implements Item {}

  /** A string, an exception, or what these are made from: nothing that a Program has. */
  record Text() implements Item {}

  /** An object of this class, or perhaps of one that extends it, of which nothing else is known. */
  record Receiver(String type, boolean isExact) implements Item {}

  /** A new object before its constructor was called. Each is itself only. */
  final class Fresh implements Item {
    private final String type;

    Fresh(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  /** {@code this} in the constructor of a value class. */
  record Building(ValueClass type) implements Item {}

  /** What a comparison instruction leaves for the branch after it. */
  record Ordering(Opcode opcode, Value x, Value y) implements Item {}

  /** Nothing that can be used, and why. */
  record Unusable(String construct, String remedy) implements Item {}

  /** Whether it takes two words on the stack. */
  static boolean isWide(@Nullable Item item) {
    return item instanceof Plain plain
        && (plain.value().type().equals(Type.F64) || plain.value().type().equals(Type.I64));
  }

  /** The values that it is made of. */
  static List<Value> values(@Nullable Item item) {
    List<Value> all = new ArrayList<>();
    addValues(item, all);
    return all;
  }

  private static void addValues(@Nullable Item item, List<Value> all) {
    switch (item) {
      case Plain plain -> all.add(plain.value());
      case Boxed boxed -> all.add(boxed.value());
      case Enumerated constant -> all.add(constant.ordinal());
      case Composite composite -> composite.components().forEach(part -> addValues(part, all));
      case Closure closure -> closure.captured().forEach(part -> addValues(part, all));
      case null, default -> {}
    }
  }

  /** What it is, without its values. */
  static String shape(@Nullable Item item) {
    return switch (item) {
      case null -> "-";
      case Plain plain -> plain.value().type().toString();
      case Boxed boxed -> "boxed " + boxed.value().type();
      case Enumerated constant -> "enum " + constant.type();
      case CaseTable table -> "cases " + table.ordinals();
      case CaseNumber number -> "case " + number.ordinals();
      case Nothing _ -> "null";
      case Composite composite -> composite.type().name() + shapes(composite.components());
      case Closure closure -> closure.lambda() + shapes(closure.captured());
      case Text _ -> "text";
      case Receiver receiver -> "object " + receiver.type();
      case Fresh fresh -> "new " + fresh.type() + "@" + System.identityHashCode(fresh);
      case Ordering ordering -> "ordering " + ordering.opcode();
      case Building building -> "this " + building.type().name();
      case Unusable unusable -> "? " + unusable.construct();
    };
  }

  /** What they are, without their values. */
  static String shapes(List<? extends @Nullable Item> items) {
    List<String> shapes = new ArrayList<>();
    for (Item item : items) {
      shapes.add(shape(item));
    }
    return "(" + String.join(", ", shapes) + ")";
  }
}
