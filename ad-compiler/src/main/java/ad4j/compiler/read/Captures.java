package ad4j.compiler.read;

import ad4j.error.NotDifferentiableException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects that a lambda captured, as parameters of its Program and as what these are given. */
final class Captures {
  private final Reading reading;
  private final Site site;
  private final List<@Nullable Object> given = new ArrayList<>();

  Captures(Reading reading, Site site) {
    this.reading = reading;
    this.site = site;
  }

  /** What the parameters so far are given. */
  List<@Nullable Object> given() {
    return given;
  }

  /** A captured value of this declared type. */
  Item item(@Nullable Object value, ClassDesc type, String name) {
    if (value == null) {
      return Item.NOTHING;
    }
    boolean plain = Types.of(type) != null;
    ClassDesc actual = plain ? type : value.getClass().describeConstable().orElse(type);
    Item known = plain || isBox(actual) ? reading.model(actual) : null;
    if (known != null) {
      given.add(number(value));
      return reading.parameter(actual, name, site);
    }
    if (value instanceof Enum<?> constant) {
      return Item.Enumerated.of(constant);
    }
    ValueClass composite =
        value.getClass().isHidden() ? null : reading.files().valueClass(internalName(value));
    if (composite != null && reading.model(actual) != null) {
      return composite(value, composite, name);
    }
    if (value.getClass().isHidden()) {
      return closure(value);
    }
    if (value.getClass().isArray()) {
      String array = value.getClass().getTypeName().replace('$', '.');
      return new Item.Unusable("uses the " + array, "use arrays of double, int, long or boolean");
    }
    return value instanceof CharSequence ? Item.TEXT : new Item.Receiver(internalName(value), true);
  }

  /** The name of the parameter of a method with this index, the receiver included; or empty. */
  String label(MethodName method, int index) {
    ClassModel owner = reading.files().find(method.owner());
    MethodModel model =
        owner == null ? null : ClassFiles.method(owner, method.name(), method.descriptor());
    Body body = model == null ? null : reading.body(model);
    if (body == null) {
      return "";
    }
    int first = body.code().isStatic() ? 0 : 1;
    int slot = index < first ? 0 : first;
    for (int i = 0; i < index - first; i++) {
      slot += TypeKind.from(body.code().type().parameterType(i)).slotSize();
    }
    String name = body.code().variable(slot, 0);
    return name.equals("this") ? "" : name;
  }

  private static boolean isBox(ClassDesc type) {
    return type.isClassOrInterface() && Types.boxed(Names.internal(type)) != null;
  }

  private static Object number(Object value) {
    return switch (value) {
      case Boolean truth -> truth ? 1 : 0;
      case Character letter -> (int) letter;
      case Short number -> number.intValue();
      case Byte number -> number.intValue();
      default -> value;
    };
  }

  static String internalName(Object value) {
    return value.getClass().getName().replace('.', '/');
  }

  private Item composite(Object value, ValueClass type, String name) {
    List<Item> parts = new ArrayList<>();
    for (ValueClass.Component component : type.components()) {
      String label = name.isEmpty() ? component.name() : name + "." + component.name();
      parts.add(item(field(value, component.name()), component.type(), label));
    }
    return new Item.Composite(type, parts);
  }

  /** The field of an object with this name. */
  static @Nullable Object field(Object object, String name) {
    try {
      Field field = object.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(object);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw closed(object, e);
    }
  }

  /** A lambda within a lambda. */
  private Item.Closure closure(Object value) {
    return new SerializedFunction(value, site.place() + " captures ").closure(this);
  }

  /** The class of an object may not be looked into. */
  static NotDifferentiableException closed(Object object, Exception cause) {
    Class<?> type = object.getClass();
    return new NotDifferentiableException(
        "module " + type.getModule().getName() + " does not open package " + type.getPackageName(),
        "state in its module-info: opens " + type.getPackageName() + " to ad4j.compiler",
        null,
        cause);
  }
}
