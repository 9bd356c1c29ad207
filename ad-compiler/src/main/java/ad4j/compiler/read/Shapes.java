package ad4j.compiler.read;

import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Items of a type or shape, with values of their own. */
final class Shapes {
  private Shapes() {}

  /** An item of this type whose values, named after it, {@code values} gives; null: none has it. */
  static @Nullable Item of(
      ClassDesc type, ClassFiles files, String name, BiFunction<Type, String, Value> values) {
    if (type.descriptorString().equals("V")) {
      return Item.NOTHING;
    }
    Type plain = Types.of(type);
    if (plain != null) {
      return new Item.Plain(values.apply(plain, name));
    }
    if (!type.isClassOrInterface()) {
      return null;
    }
    Type boxed = Types.boxed(Names.internal(type));
    if (boxed != null) {
      return new Item.Boxed(values.apply(boxed, name));
    }
    if (files.enums().isEnum(Names.internal(type))) {
      return new Item.Enumerated(Names.internal(type), values.apply(Type.I32, name));
    }
    ValueClass composite = files.valueClass(Names.internal(type));
    if (composite == null || files.holdsItself(composite)) {
      return null;
    }
    List<Item> parts = new ArrayList<>();
    for (ValueClass.Component component : composite.components()) {
      String label = name.isEmpty() ? component.name() : name + "." + component.name();
      Item part = of(component.type(), files, label, values);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return new Item.Composite(composite, parts);
  }

  /** An item of this shape with other values. */
  static Item filled(Item shape, Iterator<Value> values) {
    return switch (shape) {
      case Item.Plain _ -> new Item.Plain(values.next());
      case Item.Boxed _ -> new Item.Boxed(values.next());
      case Item.Enumerated constant -> new Item.Enumerated(constant.type(), values.next());
      case Item.Composite composite ->
          new Item.Composite(composite.type(), filled(composite.components(), values));
      case Item.Closure closure ->
          new Item.Closure(closure.lambda(), filled(closure.captured(), values));
      default -> shape;
    };
  }

  private static List<Item> filled(List<Item> shapes, Iterator<Value> values) {
    return shapes.stream().map(shape -> filled(shape, values)).toList();
  }
}
