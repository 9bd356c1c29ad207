package ad4j.compiler.read;

import ad4j.error.NotDifferentiableException;
import ad4j.program.Constant;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What instructions do with fields. */
final class FieldSteps {
  private static final String ARRAY_REMEDY =
      "pass the array as an argument, or copy it into a local variable outside the lambda";

  private final Reading reading;
  private final Site site;
  private final @Nullable ValueClass building;

  FieldSteps(Reading reading, Site site, @Nullable ValueClass building) {
    this.reading = reading;
    this.site = site;
    this.building = building;
  }

  void step(FieldInstruction field, Frame frame) {
    switch (field.opcode()) {
      case GETSTATIC -> frame.push(constant(field));
      case GETFIELD -> frame.push(component(field, frame, frame.pop()));
      case PUTFIELD -> write(field, frame);
      default ->
          throw site.refused("writes to the static field " + name(field), "return the value");
    }
  }

  private static String name(FieldInstruction field) {
    return Names.simple(field.owner().asInternalName()) + "." + field.name().stringValue();
  }

  private Item component(FieldInstruction field, Frame frame, Item object) {
    String name = field.name().stringValue();
    if (object instanceof Item.Composite composite) {
      return composite.components().get(composite.type().indexOf(name));
    }
    if (object instanceof Item.Building && building != null) {
      Item item = frame.local(place(building, name));
      return item == null ? Item.NOTHING : item;
    }
    if (object instanceof Item.Enumerated one && isKnown(one, field)) {
      return constant(read(field, one), field);
    }
    if (object instanceof Item.Unusable) {
      site.value(object);
    }
    if (object instanceof Item.Enumerated) {
      throw site.refused(
          "reads the field " + name(field) + " of one of several constants",
          "pass its value as an argument, or capture the constant");
    }
    throw site.refused(
        "reads the field " + name(field),
        "pass its value as an argument, or copy it into a local variable outside the lambda");
  }

  private void write(FieldInstruction field, Frame frame) {
    Item item = frame.pop();
    Item object = frame.pop();
    String name = field.name().stringValue();
    if (!(object instanceof Item.Building) || building == null || building.indexOf(name) < 0) {
      throw site.refused(
          "writes to the field " + name(field), "return the value, or write to an array");
    }
    frame.local(place(building, name), item);
  }

  private int place(ValueClass type, String field) {
    return site.code().maxLocals() + type.indexOf(field);
  }

  private Item constant(FieldInstruction instruction) {
    String owner = instruction.owner().asInternalName();
    if (Enums.isTable(instruction)) {
      return new Item.CaseTable(reading.files().enums().table(instruction));
    }
    if (instruction.name().equalsString("$VALUES")) {
      throw site.refused("lists the constants of an enum", "name them");
    }
    FieldModel field = find(owner, instruction.name().stringValue());
    if (field == null || !field.flags().has(AccessFlag.FINAL)) {
      boolean isArray = instruction.typeSymbol().isArray(); // a final one may change, too
      throw site.refused(
          "reads the static field " + name(instruction) + ", which may change",
          isArray ? ARRAY_REMEDY : "pass it as an argument, or make it final");
    }
    var value = field.findAttribute(Attributes.constantValue());
    if (value.isPresent()) {
      return constant(value.get().constant().constantValue(), instruction);
    }
    ClassDesc type = instruction.typeSymbol();
    if (type.isPrimitive()) {
      return constant(read(instruction, null), instruction);
    }
    if (field.flags().has(AccessFlag.ENUM)) {
      int ordinal = reading.files().enums().ordinal(owner, field.fieldName().stringValue());
      return new Item.Enumerated(owner, Constant.of(ordinal));
    }
    if (reading.files().enums().isEnum(Names.internal(type))) {
      return constant(read(instruction, null), instruction);
    }
    if (type.isArray()) {
      throw refused(instruction);
    }
    ValueClass composite = reading.files().valueClass(Names.internal(type));
    if (composite != null || Types.boxed(Names.internal(type)) != null) {
      return object(read(instruction, null), type, instruction);
    }
    return reading.files().isText(Names.internal(type))
        ? Item.TEXT
        : new Item.Receiver(Names.internal(type), false);
  }

  /** What never changes either: a number in a box, or a record; an array in one may not be used. */
  private Item object(@Nullable Object value, ClassDesc type, FieldInstruction field) {
    if (value == null) {
      return Item.NOTHING;
    }
    ValueClass composite = reading.files().valueClass(Names.internal(type));
    if (composite != null) {
      List<Item> parts = new ArrayList<>();
      for (ValueClass.Component component : composite.components()) {
        Object part = Captures.field(value, component.name());
        parts.add(object(part, component.type(), field));
      }
      return new Item.Composite(composite, parts);
    }
    if (type.isArray()) {
      return new Item.Unusable("reads an array of the static field " + name(field), ARRAY_REMEDY);
    }
    Item item = constant(value, field);
    return item instanceof Item.Plain plain && !type.isPrimitive()
        ? new Item.Boxed(plain.value())
        : item;
  }

  private @Nullable FieldModel find(String owner, String name) {
    ClassModel model = reading.files().find(owner);
    if (model == null) {
      return null;
    }
    for (FieldModel field : model.fields()) {
      if (field.fieldName().equalsString(name)) {
        return field;
      }
    }
    for (var each : model.interfaces()) {
      FieldModel field = find(each.asInternalName(), name);
      if (field != null) {
        return field;
      }
    }
    return model.superclass().map(above -> find(above.asInternalName(), name)).orElse(null);
  }

  private Item constant(@Nullable Object value, FieldInstruction field) {
    return switch (value) {
      case Double number -> new Item.Plain(Constant.of(number.doubleValue()));
      case Long number -> new Item.Plain(Constant.of(number.longValue()));
      case Integer number -> new Item.Plain(Constant.of(number.intValue()));
      case Short number -> new Item.Plain(Constant.of(number.intValue()));
      case Byte number -> new Item.Plain(Constant.of(number.intValue()));
      case Character number -> new Item.Plain(Constant.of((int) number));
      case Boolean truth -> new Item.Plain(Constant.of(truth ? 1 : 0));
      case Float _ -> throw site.refused("computes with float", "use double");
      case Enum<?> one -> Item.Enumerated.of(one);
      case String _ -> Item.TEXT;
      case null, default -> throw refused(field);
    };
  }

  /** Whether it is known which constant of an enum it is, and that its field never changes. */
  private boolean isKnown(Item.Enumerated one, FieldInstruction instruction) {
    if (!(one.ordinal() instanceof Constant)) {
      return false;
    }
    FieldModel field = find(instruction.owner().asInternalName(), instruction.name().stringValue());
    return field != null && field.flags().has(AccessFlag.FINAL);
  }

  /** The value of a final field that is computed when its class, or this object, is made. */
  private @Nullable Object read(FieldInstruction field, Item.@Nullable Enumerated of) {
    String name = field.name().stringValue();
    try {
      String owner = field.owner().asInternalName().replace('/', '.');
      Class<?> type = Class.forName(owner, true, reading.files().loader());
      Field found = declared(type, name);
      if (found == null) {
        throw refused(field);
      }
      found.setAccessible(true);
      return found.get(of == null ? null : object(of, field));
    } catch (ReflectiveOperationException | LinkageError | InaccessibleObjectException e) {
      throw refused(field);
    }
  }

  /** The constant; the field's owner may be the class of its body, which has no constants. */
  private Object object(Item.Enumerated of, FieldInstruction field) throws ClassNotFoundException {
    String name = of.type().replace('/', '.');
    Object[] all = Class.forName(name, true, reading.files().loader()).getEnumConstants();
    if (all == null || !(of.ordinal() instanceof Constant place) || place.number() == null) {
      throw refused(field);
    }
    return all[place.number().intValue()];
  }

  private static @Nullable Field declared(Class<?> type, String name) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
      for (Class<?> above : each.getInterfaces()) {
        Field field = declared(above, name);
        if (field != null) {
          return field;
        }
      }
    }
    return null;
  }

  private NotDifferentiableException refused(FieldInstruction field) {
    boolean isStatic = field.opcode() == Opcode.GETSTATIC;
    return site.refused(
        "reads the " + (isStatic ? "static field " : "field ") + name(field),
        field.typeSymbol().isArray() ? ARRAY_REMEDY : "pass it as an argument");
  }
}
