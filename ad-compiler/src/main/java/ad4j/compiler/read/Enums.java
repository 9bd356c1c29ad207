package ad4j.compiler.read;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.reflect.AccessFlag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What class files say of enums, which no Program has: a constant is its ordinal there, its place
 * among the constants. A {@code switch} over an enum looks its cases up in a synthetic array, which
 * is filled when its class is initialised: here that code is read, not run.
 */
final class Enums {
  private static final String TABLE = "$SwitchMap$";

  private final ClassFiles files;

  Enums(ClassFiles files) {
    this.files = files;
  }

  /** Whether objects of this declared type are constants of one enum. */
  boolean isEnum(String type) {
    ClassModel model = type.startsWith("java/lang/") ? null : files.find(type);
    return model != null
        && model
            .superclass()
            .filter(above -> above.asInternalName().equals("java/lang/Enum"))
            .isPresent();
  }

  /** The place of a constant, or -1 if the enum has none of that name. */
  int ordinal(String type, String constant) {
    ClassModel model = files.find(type);
    int ordinal = 0;
    for (FieldModel field : model == null ? List.<FieldModel>of() : model.fields()) {
      if (field.flags().has(AccessFlag.ENUM)) {
        if (field.fieldName().equalsString(constant)) {
          return ordinal;
        }
        ordinal++;
      }
    }
    return -1;
  }

  /** Whether a field is the array in which a {@code switch} looks its cases up. */
  static boolean isTable(FieldInstruction field) {
    return field.name().stringValue().startsWith(TABLE) && field.type().equalsString("[I");
  }

  /** The ordinals by the numbers of the cases that such an array holds for them. */
  Map<Integer, Integer> table(FieldInstruction table) {
    Map<Integer, Integer> ordinals = new LinkedHashMap<>();
    boolean mine = false;
    int ordinal = -1;
    int number = -1;
    for (CodeElement element : initializer(table.owner().asInternalName())) {
      switch (element) {
        case FieldInstruction field when field.opcode() == Opcode.GETSTATIC -> {
          if (isTable(field)) {
            mine = field.name().equalsString(table.name().stringValue());
          } else {
            ordinal = ordinal(field.owner().asInternalName(), field.name().stringValue());
          }
        }
        case ConstantInstruction constant when constant.constantValue() instanceof Integer value ->
            number = value;
        case Instruction store when store.opcode() == Opcode.IASTORE -> {
          if (mine && ordinal >= 0) {
            ordinals.put(number, ordinal);
          }
        }
        default -> {}
      }
    }
    return ordinals;
  }

  /** The class of the constant at this place: one of its own, if it has a body. */
  String classOf(String type, int ordinal) {
    String made = type;
    for (CodeElement element : initializer(type)) {
      switch (element) {
        case NewObjectInstruction object -> made = object.className().asInternalName();
        case FieldInstruction field
            when field.opcode() == Opcode.PUTSTATIC
                && ordinal(type, field.name().stringValue()) == ordinal -> {
          return files.isA(made, type) ? made : type;
        }
        default -> {}
      }
    }
    return type;
  }

  private Iterable<CodeElement> initializer(String type) {
    ClassModel owner = files.find(type);
    MethodModel method = owner == null ? null : ClassFiles.method(owner, "<clinit>", "()V");
    return method == null ? List.of() : method.code().orElseThrow();
  }
}
