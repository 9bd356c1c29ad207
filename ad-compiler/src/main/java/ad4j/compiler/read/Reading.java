package ad4j.compiler.read;

import ad4j.error.NotDifferentiableException;
import ad4j.op.Operators;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Routine;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known while one Program, and the routines that it calls, are read. */
final class Reading {
  /** More instructions of class files than this in one Program, and calls become routines. */
  private static final int LARGE = 4000;

  /** More calls within calls than this, and a function without end is being read. */
  private static final int DEEP = 100;

  private final ClassFiles files;
  private final OperatorMethods methods;
  private final Map<MethodName, Body> bodies = new HashMap<>();
  private final Map<String, Routine> routines = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private int size;

  Reading(ClassFiles files, OperatorMethods methods) {
    this.files = files;
    this.methods = methods;
  }

  ClassFiles files() {
    return files;
  }

  OperatorMethods methods() {
    return methods;
  }

  Operators operators() {
    return methods.operators();
  }

  /** Counts an instruction. */
  void count() {
    size++;
  }

  /** A method as it can be read, or null if it is native or abstract. */
  @Nullable Body body(MethodModel method) {
    var owner = method.parent();
    var code = method.code();
    if (owner.isEmpty() || code.isEmpty()) {
      return null;
    }
    String type = owner.get().thisClass().asInternalName();
    String name = method.methodName().stringValue();
    MethodName key = new MethodName(type, name, method.methodType().stringValue());
    return bodies.computeIfAbsent(
        key,
        _ -> {
          Code read = new Code(owner.get(), method, code.get());
          ValueClass building = name.equals("<init>") ? files.valueClass(type) : null;
          return new Body(read, new Graph(read), building);
        });
  }

  /** Reads a method as a Program of its own, whose parameters are the values of these items. */
  Program program(Body body, ProgramBuilder builder, List<Item> arguments, Item result) {
    String key = key(body, arguments);
    open.push(key);
    List<@Nullable Item> row = new Lowering(this, builder, body).run(arguments);
    open.pop();
    if (row != null) {
      Item returned = row.isEmpty() ? null : row.getFirst();
      giveBack(new Site(body.code(), builder), returned == null ? Item.NOTHING : returned, result);
    }
    return builder.buildKeepingFailures();
  }

  /** Ends a Program with what a method returned, as the values of {@code result} are. */
  static void giveBack(Site site, Item returned, Item result) {
    List<Value> values = new ArrayList<>();
    List<Value> models = Item.values(result);
    List<Value> given = Item.values(returned);
    for (int i = 0; i < models.size(); i++) {
      Type type = models.get(i).type();
      values.add(given.size() == models.size() ? given.get(i) : site.value(returned, type));
    }
    site.builder().giveBack(values);
  }

  /** Reads a call: into the builder itself, or as a call of a routine. */
  @Nullable Item call(Body body, Site site, List<Item> arguments) {
    String key = key(body, arguments);
    int length = body.code().instructions().size();
    Item result = model(body.code().type().returnType());
    boolean small = open.isEmpty() || size + length < LARGE || length < 30;
    if (open.contains(key) || (!small && result != null && body.building() == null)) {
      return routine(body, key, site, arguments, result);
    }
    if (open.size() > DEEP) {
      throw site.refused(
          "calls " + body.name() + ", which calls itself with ever new functions",
          "call it with the same functions");
    }
    open.push(key);
    List<@Nullable Item> row = new Lowering(this, site.builder(), body).run(arguments);
    open.pop();
    if (row == null) {
      return null;
    }
    Item returned = row.isEmpty() ? null : row.getFirst();
    return returned == null ? Item.NOTHING : returned;
  }

  private static String key(Body body, List<Item> arguments) {
    return body.name() + Item.shapes(arguments);
  }

  private Item routine(
      Body body, String key, Site site, List<Item> arguments, @Nullable Item result) {
    if (result == null) {
      throw site.refused(
          "calls " + body.name() + ", which calls itself and returns an object",
          "return numbers, arrays or records");
    }
    Routine routine = routines.get(key);
    if (routine == null) {
      List<Type> results = Item.values(result).stream().map(Value::type).toList();
      List<Value> values = arguments.stream().flatMap(item -> Item.values(item).stream()).toList();
      List<Type> types = values.stream().map(Value::type).toList();
      routine =
          new Routine(Names.simple(body.name().owner()) + "." + body.name().name(), types, results);
      routines.put(key, routine);
      define(routine, body, arguments, result);
    }
    Value[] values =
        arguments.stream().flatMap(item -> Item.values(item).stream()).toArray(Value[]::new);
    ProgramBuilder builder = site.builder();
    Value call = builder.append(new Op.Call(routine), routine.type(), values);
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < routine.results().size(); i++) {
      results.add(
          routine.results().size() == 1
              ? call
              : builder.append(new Op.Result(i), routine.results().get(i), call));
    }
    return Shapes.filled(result, results.iterator());
  }

  private void define(Routine routine, Body body, List<Item> arguments, Item result) {
    ProgramBuilder builder = new ProgramBuilder(routine.name(), routine.results());
    List<Value> parameters = new ArrayList<>();
    for (Type type : routine.parameters()) {
      parameters.add(builder.parameter(type, ""));
    }
    var values = parameters.iterator();
    List<Item> own = arguments.stream().map(item -> Shapes.filled(item, values)).toList();
    int outer = size;
    size = 0;
    routine.define(program(body, builder, own, result));
    size = outer;
  }

  /** An item of this type, made of parameters without names; null if there is none. */
  @Nullable Item model(ClassDesc type) {
    return Shapes.of(type, files, "", (kind, name) -> new Parameter(kind, name));
  }

  /** What a method is given, as parameters of the Program. */
  Item parameter(ClassDesc type, String name, Site site) {
    Item item = Shapes.of(type, files, name, site.builder()::parameter);
    if (item == null) {
      throw site.refused(
          "takes a " + Names.java(type) + unfit(type, ""),
          "take doubles, ints, longs, booleans, arrays of these, enums, or records of all these");
    }
    return item;
  }

  /** Which component of a record, or of one in it, has no place in a Program, in words. */
  private String unfit(ClassDesc type, String path) {
    ValueClass composite = files.valueClass(Names.internal(type));
    if (composite != null && (path.isEmpty() || !files.holdsItself(composite))) {
      for (ValueClass.Component part : composite.components()) {
        if (model(part.type()) == null) {
          return unfit(part.type(), path.isEmpty() ? part.name() : path + "." + part.name());
        }
      }
    }
    return path.isEmpty() ? "" : ", whose component " + path + " is a " + Names.java(type);
  }

  /** What a method returns, in form only. */
  Item result(ClassDesc type, String place) {
    Item result = model(type);
    if (result == null) {
      throw new NotDifferentiableException(
          place + " returns a " + Names.java(type), "return a double, an array or a record");
    }
    return result;
  }
}
