package ad4j.compiler.read;

import ad4j.error.NotDifferentiableException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The class files that a loader finds, as they are asked for. */
final class ClassFiles {
  private final @Nullable ClassLoader loader;
  private final Map<String, Optional<ClassModel>> known = new HashMap<>();
  private final Enums enums = new Enums(this);

  ClassFiles(@Nullable ClassLoader loader) {
    this.loader = loader;
  }

  /** What they say of enums. */
  Enums enums() {
    return enums;
  }

  /** What loads the classes. */
  @Nullable ClassLoader loader() {
    return loader;
  }

  /** The class file of this class, or null if there is none to be read. */
  @Nullable ClassModel find(String name) {
    return known.computeIfAbsent(name, this::read).orElse(null);
  }

  private Optional<ClassModel> read(String name) {
    try (InputStream bytes = open(name + ".class")) {
      return bytes == null
          ? Optional.empty()
          : Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
    } catch (IOException e) {
      throw new NotDifferentiableException(
          "the class file of " + Names.java(name) + " cannot be read: " + e.getMessage(),
          "",
          null,
          e);
    }
  }

  private @Nullable InputStream open(String file) {
    InputStream bytes = loader == null ? null : loader.getResourceAsStream(file);
    return bytes == null ? ClassLoader.getSystemResourceAsStream(file) : bytes;
  }

  /** The method that this class declares itself, or null. */
  static @Nullable MethodModel method(ClassModel type, String name, String descriptor) {
    for (MethodModel method : type.methods()) {
      if (method.methodName().equalsString(name) && method.methodType().equalsString(descriptor)) {
        return method;
      }
    }
    return null;
  }

  /** The method that a call on an object of exactly this class calls, or null. */
  @Nullable MethodModel resolve(String type, String name, String descriptor) {
    ClassModel model = find(type);
    while (model != null) {
      MethodModel method = method(model, name, descriptor);
      if (method != null) {
        return method;
      }
      model = model.superclass().map(above -> find(above.asInternalName())).orElse(null);
    }
    return resolveDefault(type, name, descriptor);
  }

  private @Nullable MethodModel resolveDefault(String type, String name, String descriptor) {
    ClassModel model = find(type);
    if (model == null) {
      return null;
    }
    for (var each : model.interfaces()) {
      ClassModel above = find(each.asInternalName());
      MethodModel method = above == null ? null : method(above, name, descriptor);
      if (method != null && method.code().isPresent()) {
        return method;
      }
      method = resolveDefault(each.asInternalName(), name, descriptor);
      if (method != null) {
        return method;
      }
    }
    return model
        .superclass()
        .map(above -> resolveDefault(above.asInternalName(), name, descriptor))
        .orElse(null);
  }

  /** Whether a class is another one, or extends or implements it. */
  boolean isA(String name, String other) {
    if (name.equals(other) || other.equals("java/lang/Object")) {
      return true;
    }
    ClassModel model = find(name);
    if (model == null) {
      return false;
    }
    return model.superclass().map(above -> isA(above.asInternalName(), other)).orElse(false)
        || model.interfaces().stream().anyMatch(above -> isA(above.asInternalName(), other));
  }

  /** Whether strings and exceptions are made of it. */
  boolean isText(String name) {
    return switch (name) {
      case "java/lang/String", "java/lang/StringBuilder", "java/lang/CharSequence" -> true;
      default -> isA(name, "java/lang/Throwable");
    };
  }

  /** The class, if its objects can be taken apart; else null. */
  @Nullable ValueClass valueClass(String name) {
    ClassModel model = find(name);
    if (model == null || name.startsWith("java/")) {
      return null;
    }
    var components = model.findAttribute(Attributes.record());
    if (components.isPresent()) {
      List<ValueClass.Component> all = new ArrayList<>();
      for (RecordComponentInfo part : components.get().components()) {
        all.add(new ValueClass.Component(part.name().stringValue(), part.descriptorSymbol()));
      }
      return new ValueClass(name, List.copyOf(all));
    }
    return model.flags().has(AccessFlag.FINAL)
            && model
                .superclass()
                .filter(c -> c.asInternalName().equals("java/lang/Object"))
                .isPresent()
        ? finalFields(name, model)
        : null;
  }

  /** Whether a component is of the class itself, or holds one: its shape would have no end. */
  boolean holdsItself(ValueClass type) {
    return holds(type, type.name(), new HashSet<>());
  }

  private boolean holds(ValueClass type, String sought, Set<String> seen) {
    for (ValueClass.Component component : type.components()) {
      String name = Names.internal(component.type());
      if (name.equals(sought)) {
        return true;
      }
      ValueClass part = seen.add(name) ? valueClass(name) : null;
      if (part != null && holds(part, sought, seen)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable ValueClass finalFields(String name, ClassModel model) {
    List<ValueClass.Component> all = new ArrayList<>();
    for (FieldModel field : model.fields()) {
      if (!field.flags().has(AccessFlag.STATIC)) {
        if (!field.flags().has(AccessFlag.FINAL)) {
          return null;
        }
        ClassDesc type = field.fieldTypeSymbol();
        all.add(new ValueClass.Component(field.fieldName().stringValue(), type));
      }
    }
    return all.isEmpty() ? null : new ValueClass(name, List.copyOf(all));
  }
}
