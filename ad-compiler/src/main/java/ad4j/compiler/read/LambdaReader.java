package ad4j.compiler.read;

import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.MethodModel;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads functional objects as Programs: lambda expressions and method references of an interface
 * that extends {@link java.io.Serializable}, which say which method they are, and objects of
 * classes that implement an interface of one method. Thread-safe.
 */
public final class LambdaReader {
  /** A functional object: what it says of itself. */
  sealed interface Function permits SerializedFunction, ObjectFunction {
    /** The types of what it is given and returns. */
    MethodTypeDesc type();

    /** What is called. */
    MethodName method();

    /** How many values it captured. */
    int captured();

    /** It as an item, with what it captured as parameters. */
    Item.Closure closure(Captures captures);
  }

  private final OperatorMethods methods;

  /** A reader that knows the methods of operators. */
  public LambdaReader(OperatorMethods methods) {
    this.methods = methods;
  }

  /**
   * Reads a functional object. The parameters of the Program are what it captured, then those of
   * its method, records replaced by their components; so are its results.
   *
   * @throws ad4j.error.NotDifferentiableException if it, or a method that it calls, does what no
   *     Program can
   */
  public ReadLambda read(Object function) {
    Function form =
        function.getClass().isHidden()
            ? new SerializedFunction(function, "")
            : new ObjectFunction(function);
    ClassFiles files = new ClassFiles(function.getClass().getClassLoader());
    Reading reading = new Reading(files, methods);
    MethodTypeDesc type = form.type();
    String title = Names.title(form.method());
    String place = place(function, form.method(), reading);
    Item result = reading.result(type.returnType(), place);
    List<Type> results = Item.values(result).stream().map(Value::type).toList();
    ProgramBuilder builder = new ProgramBuilder(title, results);
    Site site = new Site(place, builder);
    Captures captures = new Captures(reading, site);
    Item.Closure closure = form.closure(captures);
    List<Item> arguments = new ArrayList<>();
    for (int i = 0; i < type.parameterCount(); i++) {
      String label = captures.label(form.method(), form.captured() + i);
      arguments.add(reading.parameter(type.parameterType(i), label, site));
    }
    Item returned = new Calls(reading, site).invokeClosure(closure, arguments);
    if (returned != null) {
      Reading.giveBack(site, returned, result);
    }
    List<Class<?>> types =
        MethodType.fromMethodDescriptorString(type.descriptorString(), files.loader())
            .wrap()
            .parameterList();
    return new ReadLambda(builder.buildKeepingFailures(), captures.given(), types);
  }

  /** Where the code begins, or at least the class that the function was made in. */
  private static String place(Object function, MethodName method, Reading reading) {
    MethodModel found = reading.files().resolve(method.owner(), method.name(), method.descriptor());
    Body body = found == null ? null : reading.body(found);
    return body == null
        ? Names.simple(function.getClass().getNestHost().getName())
        : body.code().place(0);
  }
}
