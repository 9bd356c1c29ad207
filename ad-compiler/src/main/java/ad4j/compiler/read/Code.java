package ad4j.compiler.read;

import ad4j.error.Origin;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The instructions of a method, and what its tables say of them. */
final class Code {
  /** Where exceptions are caught: instructions {@code from} until {@code to}. */
  record Handler(int from, int to, int target) {}

  private final MethodName name;
  private final boolean isStatic;
  private final String file;
  private final int maxLocals;
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final IdentityHashMap<Label, Integer> labels = new IdentityHashMap<>();
  private final List<LocalVariable> variables = new ArrayList<>();
  private final List<Handler> handlers = new ArrayList<>();
  private final Map<Origin, Origin> origins = new HashMap<>();

  Code(ClassModel owner, MethodModel method, CodeModel code) {
    name =
        new MethodName(
            owner.thisClass().asInternalName(),
            method.methodName().stringValue(),
            method.methodType().stringValue());
    isStatic = method.flags().has(AccessFlag.STATIC);
    file =
        owner
            .findAttribute(Attributes.sourceFile())
            .map(attribute -> attribute.sourceFile().stringValue())
            .orElse("");
    maxLocals = ((CodeAttribute) code).maxLocals();
    int line = 0;
    for (CodeElement element : code) {
      switch (element) {
        case Instruction instruction -> {
          instructions.add(instruction);
          lines.add(line);
        }
        case LineNumber number -> line = number.line();
        case Label label -> labels.put(label, instructions.size());
        case LocalVariable variable -> variables.add(variable);
        default -> {}
      }
    }
    for (ExceptionCatch handler : code.exceptionHandlers()) {
      handlers.add(
          new Handler(
              index(handler.tryStart()), index(handler.tryEnd()), index(handler.handler())));
    }
  }

  MethodName name() {
    return name;
  }

  MethodTypeDesc type() {
    return MethodTypeDesc.ofDescriptor(name.descriptor());
  }

  boolean isStatic() {
    return isStatic;
  }

  int maxLocals() {
    return maxLocals;
  }

  List<Instruction> instructions() {
    return instructions;
  }

  List<Handler> handlers() {
    return handlers;
  }

  /** The instruction at a label. */
  int index(Label label) {
    return labels.getOrDefault(label, instructions.size());
  }

  /** The name of the variable in this slot before this instruction, or empty. */
  String variable(int slot, int index) {
    for (LocalVariable variable : variables) {
      if (variable.slot() == slot
          && index(variable.startScope()) <= index
          && index < index(variable.endScope())) {
        return variable.name().stringValue();
      }
    }
    return "";
  }

  /** Where an instruction stands in the source. */
  Origin origin(int index) {
    String target = "";
    if (index + 1 < instructions.size()
        && instructions.get(index + 1) instanceof StoreInstruction store) {
      target = variable(store.slot(), index + 2);
    }
    Origin origin = new Origin(file, lines.get(index), 0, "", target);
    return origins.computeIfAbsent(origin, key -> key);
  }

  /**
   * What an exception says that is made from this instruction on, after a colon: a text as it
   * stands, with dots for what is only known at run time; empty if it says nothing, or is made from
   * more.
   */
  String message(int made) {
    for (int i = made + 1; i < instructions.size(); i++) {
      if (instructions.get(i) instanceof InvokeInstruction call
          && call.opcode() == Opcode.INVOKESPECIAL) {
        boolean ofText = call.type().stringValue().equals("(Ljava/lang/String;)V");
        String text = ofText ? text(instructions.get(i - 1)) : null;
        return text == null ? "" : ": " + text;
      }
    }
    return "";
  }

  private static @Nullable String text(Instruction instruction) {
    return switch (instruction) {
      case ConstantInstruction constant when constant.constantValue() instanceof String text ->
          text;
      case InvokeDynamicInstruction call
          when call.bootstrapArgs().getFirst() instanceof String recipe ->
          recipe.replaceAll("[\1\2]+", "...");
      default -> null;
    };
  }

  /** Where an instruction stands, as stack traces have it: {@code Models.loss(Models.java:12)}. */
  String place(int index) {
    int line = index < lines.size() ? lines.get(index) : 0;
    String where = file.isEmpty() ? "Unknown Source" : line > 0 ? file + ":" + line : file;
    return title() + "(" + where + ")";
  }

  /** Class and method, for readers. */
  String title() {
    return Names.title(name);
  }
}
