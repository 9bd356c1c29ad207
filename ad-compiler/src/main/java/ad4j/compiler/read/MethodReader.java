package ad4j.compiler.read;

import ad4j.error.NotDifferentiableException;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the class files of methods as Programs. Calls are read along with them; what has no place
 * in a Program is refused with the place in the source. Thread-safe.
 */
public final class MethodReader {
  private final OperatorMethods methods;

  /** A reader that knows the methods of operators. */
  public MethodReader(OperatorMethods methods) {
    this.methods = methods;
  }

  /**
   * Reads a method. The parameters of the Program are those of the method, the receiver first,
   * records replaced by their components; so are its results.
   *
   * @throws NotDifferentiableException if the method, or one that it calls, does what no Program
   *     can
   */
  public Program read(MethodSource source) {
    ClassFiles files = new ClassFiles(source.loader());
    Reading reading = new Reading(files, methods);
    Body body = body(source, files, reading);
    Code code = body.code();
    MethodTypeDesc type = code.type();
    Item result = reading.result(type.returnType(), code.place(0));
    List<Type> results = Item.values(result).stream().map(Value::type).toList();
    ProgramBuilder builder = new ProgramBuilder(code.title(), results);
    return reading.program(
        body, builder, parameters(code, reading, new Site(code, builder)), result);
  }

  private static Body body(MethodSource source, ClassFiles files, Reading reading) {
    ClassModel owner = files.find(source.owner());
    if (owner == null) {
      throw new NotDifferentiableException(
          "the class file of " + Names.java(source.owner()) + " is not to be found",
          "use a class that was loaded from a file or a jar, not one made at run time");
    }
    MethodModel method = ClassFiles.method(owner, source.name(), source.descriptor());
    Body body = method == null ? null : reading.body(method);
    if (body == null) {
      throw new NotDifferentiableException(
          new MethodName(source.owner(), source.name(), source.descriptor()) + " has no code",
          "use a method that is neither abstract nor native");
    }
    if (method != null && method.flags().has(AccessFlag.SYNCHRONIZED)) {
      throw new NotDifferentiableException(
          body.code().place(0) + " is synchronized", "synchronize around the whole function");
    }
    return body;
  }

  private static List<Item> parameters(Code code, Reading reading, Site site) {
    List<Item> items = new ArrayList<>();
    int slot = 0;
    if (!code.isStatic()) {
      ValueClass type = reading.files().valueClass(code.name().owner());
      items.add(
          type == null
              ? new Item.Receiver(code.name().owner(), true)
              : reading.parameter(Names.desc(code.name().owner()), "", site));
      slot = 1;
    }
    for (var parameter : code.type().parameterList()) {
      Item item = reading.parameter(parameter, code.variable(slot, 0), site);
      items.add(item);
      slot += Item.isWide(item) ? 2 : 1;
    }
    return items;
  }
}
