package ad4j.compiler.read;

import ad4j.program.Op;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.ClassDesc;

/** What instructions do with arrays. */
final class ArraySteps {
  private final Site site;
  private final ProgramBuilder builder;

  ArraySteps(Site site) {
    this.site = site;
    this.builder = site.builder();
  }

  Item length(Item array) {
    return new Item.Plain(builder.length(array(array)));
  }

  private Value array(Item item) {
    Value value = site.value(item);
    if (!value.type().isArray()) {
      throw site.refused("uses an array of objects", "use arrays of numbers");
    }
    return value;
  }

  void load(Opcode opcode, Frame frame) {
    refuseOthers(opcode == Opcode.FALOAD || opcode == Opcode.CALOAD || opcode == Opcode.SALOAD);
    Value index = site.value(frame.pop());
    Item array = frame.pop();
    frame.push(
        array instanceof Item.CaseTable table
            ? new Item.CaseNumber(table.ordinals(), index)
            : new Item.Plain(builder.load(array(array), index)));
  }

  void store(Opcode opcode, Frame frame) {
    refuseOthers(opcode == Opcode.FASTORE || opcode == Opcode.CASTORE || opcode == Opcode.SASTORE);
    Item element = frame.pop();
    Value index = site.value(frame.pop());
    Item target = frame.pop();
    if (target instanceof Item.Text) {
      return; // the arguments of a message
    }
    Value array = array(target);
    builder.store(array, index, site.value(element, array.type().element()));
  }

  private void refuseOthers(boolean other) {
    if (other) {
      throw site.refused("uses an array of float, char or short", "use double[] or int[]");
    }
  }

  void make(NewPrimitiveArrayInstruction array, Frame frame) {
    make(array.typeKind().upperBound().arrayType(), 1, frame);
  }

  void make(NewReferenceArrayInstruction array, Frame frame) {
    ClassDesc component = array.componentType().asSymbol();
    if (Types.of(component.arrayType()) == null && isMessage(component)) {
      frame.pop();
      frame.push(Item.TEXT);
    } else {
      make(component.arrayType(), 1, frame);
    }
  }

  /** Whether arrays of it are the arguments of {@code String.format}. */
  private static boolean isMessage(ClassDesc component) {
    String name = component.descriptorString();
    return name.equals("Ljava/lang/Object;") || name.equals("Ljava/lang/String;");
  }

  void make(NewMultiArrayInstruction array, Frame frame) {
    make(array.arrayType().asSymbol(), array.dimensions(), frame);
  }

  private void make(ClassDesc desc, int dimensions, Frame frame) {
    Type type = Types.of(desc);
    if (type == null) {
      throw site.refused(
          "makes an array of " + Names.java(desc.componentType()), "use arrays of numbers");
    }
    Value[] lengths = new Value[dimensions];
    for (int i = dimensions - 1; i >= 0; i--) {
      lengths[i] = site.value(frame.pop());
    }
    frame.push(new Item.Plain(builder.append(new Op.New(), type, lengths)));
  }
}
