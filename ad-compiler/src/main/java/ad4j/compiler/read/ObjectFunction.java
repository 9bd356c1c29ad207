package ad4j.compiler.read;

import ad4j.error.NotDifferentiableException;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of an ordinary class that implements an interface of one method. */
final class ObjectFunction implements LambdaReader.Function {
  private final Object function;
  private final MethodName called;

  ObjectFunction(Object function) {
    this.function = function;
    Map<String, MethodName> methods = new LinkedHashMap<>();
    for (Class<?> type = function.getClass(); type != null; type = superclass(type)) {
      addAbstract(type, methods);
    }
    if (methods.size() != 1) {
      throw new NotDifferentiableException(
          function.getClass().getName()
              + (methods.isEmpty()
                  ? " implements no interface with a method"
                  : " has several methods that may be meant"),
          "pass a lambda");
    }
    called = methods.values().iterator().next();
  }

  private static @Nullable Class<?> superclass(Class<?> type) {
    return type.getSuperclass();
  }

  private static void addAbstract(Class<?> type, Map<String, MethodName> methods) {
    for (Class<?> each : type.getInterfaces()) {
      for (Method method : each.getDeclaredMethods()) {
        if (Modifier.isAbstract(method.getModifiers())) {
          String descriptor =
              MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                  .toMethodDescriptorString();
          String owner = each.getName().replace('.', '/');
          methods.putIfAbsent(
              method.getName() + descriptor, new MethodName(owner, method.getName(), descriptor));
        }
      }
      addAbstract(each, methods);
    }
  }

  @Override
  public MethodTypeDesc type() {
    return MethodTypeDesc.ofDescriptor(called.descriptor());
  }

  @Override
  public MethodName method() {
    return new MethodName(Captures.internalName(function), called.name(), called.descriptor());
  }

  @Override
  public int captured() {
    return 1;
  }

  @Override
  public Item.Closure closure(Captures captures) {
    List<Item> captured = new ArrayList<>();
    captured.add(captures.item(function, Names.desc(Captures.internalName(function)), ""));
    Lambda.Target target = new Lambda.Target(DirectMethodHandleDesc.Kind.VIRTUAL, called);
    return new Item.Closure(
        new Lambda(called.owner(), called.name(), called.descriptor(), target), captured);
  }
}
