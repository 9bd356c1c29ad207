package ad4j.compiler.read;

import ad4j.error.NotDifferentiableException;
import ad4j.op.Operators;
import ad4j.program.FunctionReader;
import ad4j.program.Program;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reads functions from the class files of their methods. */
public final class ClassFileReader implements FunctionReader {
  /** The methods of the operators that were asked for last: usually there are no others. */
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  private record Known(Operators operators, OperatorMethods methods) {}

  /** For {@code ServiceLoader}. */
  public ClassFileReader() {}

  @Override
  public Reading read(Object function, Operators operators) {
    ReadLambda read = new LambdaReader(methods(operators)).read(function);
    return new Reading(read.program(), read.captured(), read.arguments());
  }

  @Override
  public Program read(ClassLoader loader, String type, String method, Operators operators) {
    String owner = type.replace('.', '/');
    ClassModel model = new ClassFiles(loader).find(owner);
    if (model == null) {
      throw new NotDifferentiableException(
          "the class file of " + type + " is not to be found", "look at the class path");
    }
    List<MethodModel> methods =
        model.methods().stream()
            .filter(one -> one.methodName().equalsString(method))
            .filter(one -> one.flags().has(AccessFlag.STATIC))
            .toList();
    if (methods.size() != 1) {
      throw new NotDifferentiableException(
          type + " has " + (methods.isEmpty() ? "no static method " : "several methods ") + method,
          "name a static method that is there once");
    }
    String descriptor = methods.getFirst().methodType().stringValue();
    return new MethodReader(methods(operators))
        .read(new MethodSource(loader, owner, method, descriptor));
  }

  private OperatorMethods methods(Operators operators) {
    Known last = known.get();
    if (last == null || last.operators() != operators) {
      last = new Known(operators, new OperatorMethods(operators));
      known.set(last);
    }
    return last.methods();
  }
}
