package ad4j.compiler.write;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Writes the class of a kernel: a static method for each Program, and the ways in. */
final class ClassWriter {
  private final Units units;
  private final DirectMethods direct;
  private final ClassData data = new ClassData();
  private final ClassDesc owner;

  ClassWriter(Units units, DirectMethods direct) {
    this.units = units;
    this.direct = direct;
    this.owner = ClassDesc.of(getClass().getPackageName(), "Kernel$" + units.main().name());
  }

  ClassData data() {
    return data;
  }

  byte[] write() {
    return ClassFile.of().build(owner, this::write);
  }

  private void write(ClassBuilder builder) {
    builder.withSuperclass(Types.PARENT).withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
    builder.withMethodBody(
        ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, code -> construct(code));
    new EntryWriter(units.main(), owner).write(builder);
    for (Unit unit : units.all()) {
      builder.withMethodBody(
          unit.name(), unit.type(), ClassFile.ACC_STATIC, code -> write(unit, code));
    }
  }

  private void construct(CodeBuilder code) {
    code.aload(0)
        .loadConstant(units.frameSize())
        .invokespecial(
            Types.PARENT,
            ConstantDescs.INIT_NAME,
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int))
        .return_();
  }

  private void write(Unit unit, CodeBuilder code) {
    Trees trees = new Trees(unit.program());
    Slots slots = new Slots(unit, trees);
    new MethodWriter(new Method(unit, units, owner, code, trees, slots, data, direct)).write();
  }
}
