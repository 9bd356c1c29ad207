package ad4j.compiler.write;

import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.Type;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes the methods of {@link ad4j.program.Kernel}, which call the main method. */
final class EntryWriter {
  private static final MethodTypeDesc BOXED = MethodTypeDesc.of(Types.OBJECTS, Types.OBJECTS);
  private final Unit main;
  private final Program program;
  private final ClassDesc owner;

  EntryWriter(Unit main, ClassDesc owner) {
    this.main = main;
    this.program = main.program();
    this.owner = owner;
  }

  void write(ClassBuilder builder) {
    int flags = ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL;
    builder.withMethodBody("run", BOXED, flags | ClassFile.ACC_VARARGS, this::boxed);
    for (int arrays = 2; arrays <= 3; arrays++) {
      int count = arrays;
      builder.withMethodBody("run", direct(count), flags, code -> enter(code, count));
    }
  }

  /** The type of the method that takes so many {@code double[]} without boxing them. */
  private static MethodTypeDesc direct(int arrays) {
    List<ClassDesc> given = new ArrayList<>(Collections.nCopies(arrays, Types.DOUBLES));
    given.add(Types.OBJECTS);
    return MethodTypeDesc.of(ConstantDescs.CD_double, given);
  }

  private void enter(CodeBuilder code, int arrays) {
    List<Parameter> given = program.parameters();
    List<Type> results = program.results();
    boolean suitable =
        given.size() >= arrays
            && given.stream().limit(arrays).allMatch(each -> each.type().equals(Type.F64_ARRAY))
            && (results.isEmpty() || results.equals(List.of(Type.F64)));
    if (suitable) {
      enterDirectly(code, arrays);
    } else {
      refuse(code, arrays);
    }
  }

  private void refuse(CodeBuilder code, int arrays) {
    code.loadConstant(shortened(main.signature())).loadConstant(arrays);
    code.invokestatic(
        Types.PARENT,
        "unsuitable",
        MethodTypeDesc.of(Types.REFUSED, ConstantDescs.CD_String, ConstantDescs.CD_int));
    code.athrow();
  }

  private static String shortened(String text) {
    return text.length() > 1000 ? text.substring(0, 1000) + "..." : text;
  }

  private void boxed(CodeBuilder code) {
    code.aload(1).loadConstant(program.parameters().size());
    code.invokestatic(
        Types.PARENT,
        "require",
        MethodTypeDesc.of(ConstantDescs.CD_void, Types.OBJECTS, ConstantDescs.CD_int));
    framed(
        code,
        3,
        () -> {
          for (int i = 0; i < program.parameters().size(); i++) {
            unbox(code, 1, i, program.parameters().get(i).type());
          }
        },
        () -> results(code));
  }

  private void enterDirectly(CodeBuilder code, int arrays) {
    framed(
        code,
        2 + arrays + 1,
        () -> {
          for (int i = 0; i < arrays; i++) {
            code.aload(1 + i);
          }
          for (int i = arrays; i < program.parameters().size(); i++) {
            unbox(code, 1 + arrays, i - arrays, program.parameters().get(i).type());
          }
        },
        () -> {
          if (program.results().isEmpty()) {
            code.dconst_0();
          }
        });
    code.dreturn();
  }

  /** Calls the main method, with a frame if it takes one; gives that back in any case. */
  private void framed(CodeBuilder code, int local, Runnable push, Runnable after) {
    if (!main.framed()) {
      push.run();
      call(code);
      after.run();
      return;
    }
    Label begin = code.newLabel();
    Label end = code.newLabel();
    Label failed = code.newLabel();
    Label done = code.newLabel();
    code.aload(0).invokevirtual(Types.PARENT, "take", MethodTypeDesc.of(Types.FRAME));
    code.astore(local);
    code.labelBinding(begin);
    push.run();
    code.aload(local);
    call(code);
    code.labelBinding(end);
    giveBack(code, local);
    code.goto_(done);
    code.labelBinding(failed);
    giveBack(code, local);
    code.athrow();
    code.exceptionCatchAll(begin, end, failed);
    code.labelBinding(done);
    after.run();
  }

  private void call(CodeBuilder code) {
    code.invokestatic(owner, main.name(), main.type());
  }

  private static void giveBack(CodeBuilder code, int local) {
    code.aload(0).aload(local);
    code.invokevirtual(
        Types.PARENT, "giveBack", MethodTypeDesc.of(ConstantDescs.CD_void, Types.FRAME));
  }

  private static void unbox(CodeBuilder code, int local, int index, Type type) {
    code.aload(local).loadConstant(index).aaload();
    if (type.isArray()) {
      code.checkcast(Types.desc(type));
      return;
    }
    TypeKind kind = Types.kind(type);
    ClassDesc box = Types.box(kind);
    code.checkcast(box);
    code.invokevirtual(
        box, kind.upperBound().displayName() + "Value", MethodTypeDesc.of(kind.upperBound()));
  }

  /** From what the main method left on the stack, an array of objects. */
  private void results(CodeBuilder code) {
    List<Type> types = program.results();
    int held = 4;
    TypeKind kind = types.size() > 1 ? TypeKind.REFERENCE : Types.returned(types);
    if (kind != TypeKind.VOID) {
      code.storeLocal(kind, held);
    }
    code.loadConstant(types.size()).anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < types.size(); i++) {
      code.dup().loadConstant(i).loadLocal(kind, held);
      if (types.size() > 1) {
        new Packed(types).take(code, i);
      }
      box(code, types.get(i));
      code.aastore();
    }
    code.areturn();
  }

  private static void box(CodeBuilder code, Type type) {
    if (!type.isArray()) {
      TypeKind kind = Types.kind(type);
      ClassDesc box = Types.box(kind);
      code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, kind.upperBound()));
    }
  }
}
