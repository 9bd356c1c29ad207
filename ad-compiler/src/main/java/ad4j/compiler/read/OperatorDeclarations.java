package ad4j.compiler.read;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operators that a class and those nested in it declare with a constant name, and the methods
 * that are their values: {@code unary("sin").value(Math::sin)}.
 */
final class OperatorDeclarations {
  private static final String OPERATOR = "ad4j/op/Operator";
  private static final String VALUE = "ad4j/op/Value$";

  private final ClassFiles files;
  private final Map<String, MethodName> methods = new HashMap<>();

  OperatorDeclarations(Class<?> host) {
    files = new ClassFiles(host.getClassLoader());
    ClassModel model = files.find(host.getName().replace('.', '/'));
    if (model != null) {
      read(model);
      model
          .findAttribute(Attributes.nestMembers())
          .ifPresent(
              members ->
                  members
                      .nestMembers()
                      .forEach(
                          member -> {
                            ClassModel nested = files.find(member.asInternalName());
                            if (nested != null) {
                              read(nested);
                            }
                          }));
    }
  }

  ClassFiles files() {
    return files;
  }

  /** The method that is the value of the operator with this name; null if it is not to be seen. */
  @Nullable MethodName method(String operator) {
    return methods.get(operator);
  }

  private void read(ClassModel model) {
    for (MethodModel method : model.methods()) {
      method.code().ifPresent(code -> read(instructions(code)));
    }
  }

  private static List<Instruction> instructions(Iterable<CodeElement> code) {
    List<Instruction> all = new ArrayList<>();
    for (CodeElement element : code) {
      if (element instanceof Instruction instruction) {
        all.add(instruction);
      }
    }
    return all;
  }

  private void read(List<Instruction> code) {
    String text = "";
    String name = "";
    for (Instruction instruction : code) {
      switch (instruction) {
        case ConstantInstruction constant -> {
          if (constant.constantValue() instanceof String given) {
            text = given;
          }
        }
        case InvokeDynamicInstruction made -> {
          String type = Names.internal(made.typeSymbol().returnType());
          if (type.startsWith(VALUE) && made.typeSymbol().parameterCount() == 0) {
            declare(name, made);
          } else if (type.equals("java/lang/String")) {
            text = ""; // a name that is put together
          }
        }
        case InvokeInstruction call -> {
          if (call.owner().asInternalName().equals(OPERATOR)
              && call.opcode() == Opcode.INVOKESTATIC) {
            name = text;
            text = "";
          }
        }
        default -> {}
      }
    }
  }

  private void declare(String name, InvokeDynamicInstruction value) {
    DirectMethodHandleDesc handle = (DirectMethodHandleDesc) value.bootstrapArgs().get(1);
    Lambda.Target target = Lambda.Target.of(handle);
    MethodName method = target.hasReceiver() ? null : called(target.method());
    if (!name.isEmpty() && method != null && method.descriptor().matches("\\(D+\\)D")) {
      methods.put(name, method);
    }
  }

  /** What a lambda does nothing but call, with its own arguments; else the method itself. */
  private MethodName called(MethodName lambda) {
    ClassModel owner = files.find(lambda.owner());
    MethodModel method =
        owner == null ? null : ClassFiles.method(owner, lambda.name(), lambda.descriptor());
    if (method == null || !lambda.name().startsWith("lambda$")) {
      return lambda;
    }
    List<Instruction> code =
        method.code().map(OperatorDeclarations::instructions).orElse(List.of());
    int last = code.size() - 2;
    return last >= 0
            && code.get(last) instanceof InvokeInstruction call
            && call.opcode() == Opcode.INVOKESTATIC
            && code.getLast() instanceof ReturnInstruction
            && passesOn(code.subList(0, last), call.typeSymbol().parameterCount())
        ? new MethodName(
            call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue())
        : lambda;
  }

  /** Whether this loads the parameters, or the elements of the only one, in order. */
  private static boolean passesOn(List<Instruction> code, int count) {
    boolean plain = code.size() == count;
    if (!plain && code.size() != 3 * count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      boolean loads =
          plain
              ? code.get(i) instanceof LoadInstruction load && load.slot() == 2 * i
              : code.get(3 * i) instanceof LoadInstruction
                  && code.get(3 * i + 1) instanceof ConstantInstruction constant
                  && constant.constantValue().equals(i)
                  && code.get(3 * i + 2) instanceof ArrayLoadInstruction;
      if (!loads) {
        return false;
      }
    }
    return true;
  }
}
