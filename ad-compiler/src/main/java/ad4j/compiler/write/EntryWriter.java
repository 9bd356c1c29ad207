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
import java.util.List;

/** Writes the two methods of {@link ad4j.program.Kernel}, which call the main method. */
final class EntryWriter {
  private static final MethodTypeDesc BOXED = MethodTypeDesc.of(Types.OBJECTS, Types.OBJECTS);
  private static final MethodTypeDesc DIRECT =
      MethodTypeDesc.of(ConstantDescs.CD_double, Types.DOUBLES, Types.DOUBLES, Types.OBJECTS);

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
    builder.withMethodBody("run", DIRECT, flags, isDirect() ? this::direct : this::unsuitable);
  }

  private boolean isDirect() {
    List<Parameter> given = program.parameters();
    List<Type> results = program.results();
    return given.size() >= 2
        && given.get(0).type().equals(Type.F64_ARRAY)
        && given.get(1).type().equals(Type.F64_ARRAY)
        && (results.isEmpty() || results.equals(List.of(Type.F64)));
  }

  private void unsuitable(CodeBuilder code) {
    code.loadConstant(shortened(main.signature()));
    code.invokestatic(
        Types.PARENT, "unsuitable", MethodTypeDesc.of(Types.REFUSED, ConstantDescs.CD_String));
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

  private void direct(CodeBuilder code) {
    framed(
        code,
        5,
        () -> {
          code.aload(1).aload(2);
          for (int i = 2; i < program.parameters().size(); i++) {
            unbox(code, 3, i - 2, program.parameters().get(i).type());
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
        new Results(types).take(code, i);
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
