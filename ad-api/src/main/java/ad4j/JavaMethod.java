package ad4j;

import ad4j.engine.Differentiator;
import ad4j.error.NotDifferentiableException;
import ad4j.program.Instruction;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.Simplify;
import ad4j.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A static method that is read from its class file by its name, and never run by the JVM: its
 * values are those of the Program. Immutable and thread-safe.
 */
public final class JavaMethod {
  private final Program program;
  private final VectorProgram.Shape shape;
  private final Installation installation;

  private JavaMethod(Program program, VectorProgram.Shape shape, Installation installation) {
    this.program = program;
    this.shape = shape;
    this.installation = installation;
  }

  /**
   * Reads a static method of doubles, or of one {@code double[]}, that returns a {@code double} or
   * a {@code double[]}.
   *
   * @param loader finds the class files; one that defines no classes keeps also the initialisers of
   *     static fields from being run
   * @param type the name of the class, such as {@code com.example.Models}
   * @throws NotDifferentiableException with the place in the source, if there is no such method, or
   *     it does what no Program can
   */
  public static JavaMethod read(
      ClassLoader loader, String type, String method, Installation installation) {
    Arguments.some("name of the class", type, "such as com.example.Models");
    Arguments.some("name of the method", method, "name a static method");
    Arguments.some("installation", installation, "such as Installation.standard()");
    Program program =
        JavaFunctions.reader(installation).read(loader, type, method, installation.operators());
    return new JavaMethod(Simplify.keepingFailures(program), shape(program), installation);
  }

  /** It as a Program, with the parameters of the method. */
  public Program program() {
    return program;
  }

  /** Whether its parameter is one array of all inputs. */
  public boolean takesArray() {
    return shape instanceof VectorProgram.Shape.Array;
  }

  /**
   * The names of its parameters. Where the class file does not tell them, {@code x1}, {@code x2}
   * and so on, or {@code x} for an array.
   */
  public List<String> parameters() {
    List<Parameter> parameters = program.parameters();
    List<String> names = new ArrayList<>();
    for (Parameter parameter : parameters) {
      names.add(parameter.name());
    }
    if (names.stream().allMatch(name -> !name.isEmpty())) {
      return List.copyOf(names);
    }
    names.clear();
    for (int i = 1; i <= parameters.size(); i++) {
      names.add(takesArray() ? "x" : "x" + i);
    }
    return List.copyOf(names);
  }

  /** It with its derivatives, in the mode that takes fewer passes. */
  public Differentiable differentiable() {
    return differentiable(installation.differentiator());
  }

  /** It with its derivatives by this differentiator. */
  public Differentiable differentiable(Differentiator differentiator) {
    VectorProgram plain = VectorProgram.of(program, List.of(), shape, x -> x);
    VectorProgram source =
        new VectorProgram(
            plain.program(), List.of(), plain.inputs(), new InterpretedMethod(plain.program()));
    return new Differentiable(
        new CompiledCalls(source, differentiator, JavaFunctions.compiler(installation)),
        differentiator);
  }

  private static VectorProgram.Shape shape(Program program) {
    List<Type> given = program.parameters().stream().map(Parameter::type).toList();
    List<Type> results = program.results();
    if (!results.equals(List.of(Type.F64)) && !results.equals(List.of(Type.F64_ARRAY))) {
      String what =
          switch (results.size()) {
            case 0 -> "nothing";
            case 1 -> words(results);
            default -> "several numbers";
          };
      throw new NotDifferentiableException(
          place(program) + " returns " + what, "return a double or a double[]");
    }
    if (given.equals(List.of(Type.F64_ARRAY))) {
      return new VectorProgram.Shape.Array();
    }
    if (given.stream().allMatch(Type.F64::equals)) {
      return new VectorProgram.Shape.Numbers(given.size());
    }
    throw new NotDifferentiableException(
        place(program) + " takes (" + words(given) + ")",
        "take doubles, or one double[]: write a method that calls this one with its further"
            + " arguments fixed");
  }

  /** As stack traces have it: {@code Models.loss(Models.java:12)}. */
  private static String place(Program program) {
    return program.blocks().stream()
        .flatMap(block -> block.instructions().stream())
        .map(Instruction::origin)
        .filter(Objects::nonNull)
        .findFirst()
        .map(origin -> program.name() + "(" + origin + ")")
        .orElse(program.name());
  }

  private static String words(List<Type> types) {
    return types.stream()
        .map(Type::toString)
        .map(type -> type.replace("f64", "double").replace("i32", "int").replace("i64", "long"))
        .collect(Collectors.joining(", "));
  }
}
