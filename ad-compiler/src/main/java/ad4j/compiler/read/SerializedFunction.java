package ad4j.compiler.read;

import ad4j.error.NotDifferentiableException;
import java.io.Serializable;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** What a serializable lambda says of itself. */
final class SerializedFunction implements LambdaReader.Function {
  private final SerializedLambda form;

  /** A functional object; {@code where} says for a refusal what does what with it, or nothing. */
  SerializedFunction(Object function, String where) {
    form = form(function, where);
  }

  private static SerializedLambda form(Object function, String where) {
    try {
      Method replace = function.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      if (replace.invoke(function) instanceof SerializedLambda serialized) {
        return serialized;
      }
      throw unreadable(function, where);
    } catch (InaccessibleObjectException e) {
      throw Captures.closed(function, e);
    } catch (ReflectiveOperationException e) {
      throw unreadable(function, where);
    }
  }

  private static NotDifferentiableException unreadable(Object function, String where) {
    Class<?>[] interfaces = function.getClass().getInterfaces();
    String type = interfaces.length == 0 ? "an object" : interfaces[0].getName();
    return new NotDifferentiableException(
        where + "a lambda of " + type + ", which cannot be read: " + type + " is not Serializable",
        "make it one of ad4j.JavaFunction, such as JavaFunction.Of1, or of an interface that"
            + " extends "
            + Serializable.class.getName());
  }

  @Override
  public MethodTypeDesc type() {
    return MethodTypeDesc.ofDescriptor(form.getInstantiatedMethodType());
  }

  @Override
  public MethodName method() {
    return new MethodName(
        form.getImplClass(), form.getImplMethodName(), form.getImplMethodSignature());
  }

  @Override
  public int captured() {
    return form.getCapturedArgCount();
  }

  @Override
  public Item.Closure closure(Captures captures) {
    Lambda.Target target = new Lambda.Target(kind(), method());
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(form.getImplMethodSignature());
    List<Item> captured = new ArrayList<>();
    int first = target.hasReceiver() ? 1 : 0;
    for (int i = 0; i < form.getCapturedArgCount(); i++) {
      captured.add(
          captures.item(
              form.getCapturedArg(i),
              i < first ? Names.desc(form.getImplClass()) : type.parameterType(i - first),
              captures.label(method(), i)));
    }
    Lambda lambda =
        new Lambda(
            form.getFunctionalInterfaceClass(),
            form.getFunctionalInterfaceMethodName(),
            form.getFunctionalInterfaceMethodSignature(),
            target);
    return new Item.Closure(lambda, captured);
  }

  private DirectMethodHandleDesc.Kind kind() {
    return switch (form.getImplMethodKind()) {
      case MethodHandleInfo.REF_invokeStatic -> DirectMethodHandleDesc.Kind.STATIC;
      case MethodHandleInfo.REF_newInvokeSpecial -> DirectMethodHandleDesc.Kind.CONSTRUCTOR;
      default -> DirectMethodHandleDesc.Kind.VIRTUAL;
    };
  }
}
