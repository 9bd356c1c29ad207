package ad4j.compiler.read;

import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;

/**
 * A lambda expression or method reference.
 *
 * @param type the interface that it implements
 * @param method the name of the interface's method
 * @param descriptor the descriptor of the interface's method
 * @param target what is called, with the captured values first
 */
record Lambda(String type, String method, String descriptor, Target target) {
  /** A method, and how it is called. */
  record Target(Kind kind, MethodName method) {
    static Target of(DirectMethodHandleDesc handle) {
      MethodName method =
          new MethodName(
              Names.internal(handle.owner()), handle.methodName(), handle.lookupDescriptor());
      return new Target(handle.kind(), method);
    }

    /** Whether the first value is the object that it is called on. */
    boolean hasReceiver() {
      return kind != Kind.STATIC && kind != Kind.INTERFACE_STATIC && kind != Kind.CONSTRUCTOR;
    }
  }
}
