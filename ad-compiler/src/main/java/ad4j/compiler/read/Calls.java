package ad4j.compiler.read;

import ad4j.error.NotDifferentiableException;
import ad4j.op.Operator;
import ad4j.program.Constant;
import ad4j.program.Op;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls: operators, known methods of the JDK, constructors, lambdas, and methods to be read. */
final class Calls {
  private final Reading reading;
  private final Site site;
  private final ProgramBuilder builder;
  private final KnownMethods known;

  Calls(Reading reading, Site site) {
    this.reading = reading;
    this.site = site;
    this.builder = site.builder();
    this.known = new KnownMethods(reading, site);
  }

  /** Reads a call. False: it never returns. */
  boolean invoke(InvokeInstruction call, Frame frame) {
    MethodName method =
        new MethodName(
            call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue());
    MethodTypeDesc type = call.typeSymbol();
    List<Item> arguments = popped(type, frame);
    if (method.name().equals("<init>")) {
      return construct(method, frame.pop(), arguments, frame);
    }
    Item result =
        switch (call.opcode()) {
          case INVOKESTATIC -> invokeStatic(method, arguments);
          case INVOKESPECIAL -> invokeExactly(method, frame.pop(), arguments);
          default -> invokeVirtual(method, frame.pop(), arguments);
        };
    if (result == null) {
      return false;
    }
    if (!type.returnType().descriptorString().equals("V")) {
      frame.push(fit(result, type.returnType()));
    }
    return true;
  }

  private List<Item> popped(MethodTypeDesc type, Frame frame) {
    List<Item> arguments = new ArrayList<>();
    for (int i = type.parameterCount() - 1; i >= 0; i--) {
      arguments.add(fit(frame.pop(), type.parameterType(i)));
    }
    Collections.reverse(arguments);
    return arguments;
  }

  /** A null as an array, where an array belongs. */
  private static Item fit(Item item, ClassDesc type) {
    Type array = item instanceof Item.Nothing ? Types.of(type) : null;
    return array != null && array.isArray() ? new Item.Plain(new Constant(array, null)) : item;
  }

  private @Nullable Item invokeStatic(MethodName method, List<Item> arguments) {
    Operator operator = reading.methods().find(method);
    if (operator != null) {
      Value[] values = arguments.stream().map(site::value).toArray(Value[]::new);
      return new Item.Plain(builder.apply(operator, values));
    }
    Item result = known.call(method, arguments);
    return result != null ? result : read(method, find(method), arguments);
  }

  private @Nullable MethodModel find(MethodName method) {
    return reading.files().resolve(method.owner(), method.name(), method.descriptor());
  }

  private @Nullable Item invokeExactly(MethodName method, Item receiver, List<Item> arguments) {
    return read(method, find(method), with(receiver, arguments));
  }

  private static List<Item> with(Item first, List<Item> rest) {
    List<Item> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }

  private @Nullable Item invokeVirtual(MethodName method, Item receiver, List<Item> arguments) {
    return switch (receiver) {
      case Item.Plain plain when method.name().equals("clone") ->
          new Item.Plain(builder.append(new Op.Copy(), plain.value().type(), plain.value()));
      case Item.Boxed boxed when method.name().endsWith("Value") -> {
        Type type = Types.of(MethodTypeDesc.ofDescriptor(method.descriptor()).returnType());
        if (type == null) {
          throw site.refused("computes with float", "use double");
        }
        yield new Item.Plain(builder.convert(boxed.value(), type));
      }
      case Item.Text _
          when !MethodTypeDesc.ofDescriptor(method.descriptor()).returnType().isPrimitive() ->
          Item.TEXT;
      case Item.Closure closure when closure.lambda().method().equals(method.name()) ->
          invokeClosure(closure, arguments);
      case Item.Closure closure -> invokeOn(closure.lambda().type(), method, closure, arguments);
      case Item.Composite composite ->
          invokeOn(composite.type().name(), method, composite, arguments);
      case Item.Enumerated constant -> {
        Item result = known.callOn(constant, method, arguments);
        yield result != null ? result : invokeOn(constant, method, arguments);
      }
      case Item.Receiver object -> invokeOn(object, method, arguments);
      case Item.Nothing _, Item.Unusable _ -> {
        site.value(receiver);
        yield null;
      }
      default -> throw refused(method);
    };
  }

  private @Nullable Item invokeOn(
      String type, MethodName method, Item receiver, List<Item> arguments) {
    return read(method, find(type, method), with(receiver, arguments));
  }

  /** What a call on an object of this class calls: a private method is never overridden. */
  private @Nullable MethodModel find(String type, MethodName method) {
    ClassModel owner = reading.files().find(method.owner());
    MethodModel own =
        owner == null ? null : ClassFiles.method(owner, method.name(), method.descriptor());
    return own != null && own.flags().has(AccessFlag.PRIVATE)
        ? own
        : reading.files().resolve(type, method.name(), method.descriptor());
  }

  private @Nullable Item invokeOn(
      Item.Enumerated constant, MethodName method, List<Item> arguments) {
    boolean isKnown = constant.ordinal() instanceof Constant;
    String type =
        constant.ordinal() instanceof Constant place && place.number() != null
            ? reading.files().enums().classOf(constant.type(), place.number().intValue())
            : constant.type();
    MethodModel found = find(type, method);
    if (!isKnown && !isFinal(found)) {
      throw site.refused(
          "calls " + method + ", which each constant of the enum may have of its own",
          "capture the constant, or switch over the enum");
    }
    return read(method, found, with(constant, arguments));
  }

  private @Nullable Item invokeOn(Item.Receiver object, MethodName method, List<Item> arguments) {
    MethodModel found = find(object.type(), method);
    if (!object.isExact() && !isFinal(found)) {
      throw refused(method);
    }
    return read(method, found, with(object, arguments));
  }

  private static boolean isFinal(@Nullable MethodModel method) {
    return method != null
        && (method.flags().has(AccessFlag.FINAL)
            || method.flags().has(AccessFlag.PRIVATE)
            || method.parent().map(owner -> owner.flags().has(AccessFlag.FINAL)).orElse(false));
  }

  /** Reads the body of a method. */
  private @Nullable Item read(
      MethodName method, @Nullable MethodModel found, List<Item> arguments) {
    Body body = found == null ? null : reading.body(found);
    if (body == null || !KnownMethods.isReadable(body.name())) {
      throw refused(method);
    }
    if (!body.name().owner().startsWith("java/")) {
      if (found != null && found.flags().has(AccessFlag.SYNCHRONIZED)) {
        throw site.refused(
            "calls " + method + ", which is synchronized", "synchronize around the whole function");
      }
      return reading.call(body, site, arguments);
    }
    try {
      return reading.call(body, site, arguments);
    } catch (NotDifferentiableException e) {
      throw refused(method);
    }
  }

  private NotDifferentiableException refused(MethodName method) {
    return site.refused(
        "calls " + method + ", which ad4j cannot read as a Program", KnownMethods.remedy(method));
  }

  private boolean construct(MethodName method, Item object, List<Item> arguments, Frame frame) {
    if (object instanceof Item.Building building) {
      if (!method.owner().equals(building.type().name())) {
        return true; // that of Record or Object does nothing
      }
      Item.Composite made = constructed(method, building.type(), arguments);
      for (int i = 0; made != null && i < made.components().size(); i++) {
        frame.local(site.code().maxLocals() + i, made.components().get(i));
      }
      return made != null;
    }
    Item made = made(method, arguments);
    if (made != null) {
      frame.replace(object, made);
    }
    return made != null;
  }

  /** The new object, or null if its constructor always throws. */
  private @Nullable Item made(MethodName method, List<Item> arguments) {
    if (reading.files().isText(method.owner())) {
      return Item.TEXT;
    }
    ValueClass type = reading.files().valueClass(method.owner());
    if (type == null) {
      throw site.refused(
          "makes an object of class " + Names.java(method.owner()),
          method.owner().startsWith("java/")
              ? KnownMethods.remedy(method)
              : "use a record, or arrays and local variables");
    }
    return constructed(method, type, arguments);
  }

  private Item.@Nullable Composite constructed(
      MethodName method, ValueClass type, List<Item> arguments) {
    Item made = read(method, find(method), with(new Item.Building(type), arguments));
    return made instanceof Item.Composite composite ? composite : null;
  }

  /** Reads the making of a lambda, or of a text. */
  Item dynamic(InvokeDynamicInstruction call, Frame frame) {
    return new DynamicCalls(site).made(call, popped(call.typeSymbol(), frame));
  }

  /** Calls a lambda: its arguments and result are boxed, unboxed and widened as it needs them. */
  @Nullable Item invokeClosure(Item.Closure closure, List<Item> arguments) {
    Lambda.Target target = closure.lambda().target();
    MethodName method = target.method();
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(method.descriptor());
    List<Item> all = new ArrayList<>(closure.captured());
    all.addAll(arguments);
    Item receiver = target.hasReceiver() ? all.removeFirst() : null;
    for (int i = 0; i < all.size(); i++) {
      all.set(i, adapted(all.get(i), type.parameterType(i)));
    }
    Item result;
    if (target.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
      return made(method, all);
    } else if (receiver == null) {
      result = invokeStatic(method, all);
    } else {
      result = invokeVirtual(method, receiver, all);
    }
    ClassDesc wanted = MethodTypeDesc.ofDescriptor(closure.lambda().descriptor()).returnType();
    return result == null ? null : adapted(fit(result, type.returnType()), wanted);
  }

  private Item adapted(Item item, ClassDesc type) {
    if (type.isPrimitive()) {
      Type wanted = Types.of(type);
      boolean number = item instanceof Item.Boxed || item instanceof Item.Plain;
      return wanted != null && number
          ? new Item.Plain(builder.convert(site.value(item), wanted))
          : item;
    }
    return item instanceof Item.Plain plain && !plain.value().type().isArray()
        ? new Item.Boxed(plain.value())
        : fit(item, type);
  }
}
