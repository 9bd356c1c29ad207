package ad4j;

import ad4j.engine.Differentiator;
import ad4j.engine.Engine;
import ad4j.engine.Engines;
import ad4j.engine.Mode;
import ad4j.error.ConfigurationException;
import ad4j.op.OperatorProvider;
import ad4j.op.Operators;
import ad4j.program.FunctionReader;
import ad4j.program.ProgramCompiler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The operators and engines that are installed: the one place that asks {@link ServiceLoader}.
 *
 * @param operators all operators
 * @param engines all engines
 * @param readers what reads Java code as Programs
 * @param compilers what compiles Programs
 */
public record Installation(
    Operators operators,
    Engines engines,
    List<FunctionReader> readers,
    List<ProgramCompiler> compilers) {
  /** Copies the lists. */
  public Installation {
    readers = List.copyOf(readers);
    compilers = List.copyOf(compilers);
  }

  /** Operators and engines, without a compiler. */
  public Installation(Operators operators, Engines engines) {
    this(operators, engines, List.of(), List.of());
  }

  /** What the class path or module path of ad4j holds; looked up once. */
  public static Installation standard() {
    return Standard.INSTALLATION;
  }

  /**
   * What this class loader and its parents hold.
   *
   * @throws ConfigurationException with every problem: broken providers, names claimed twice
   */
  public static Installation of(ClassLoader loader) {
    return read(
        ServiceLoader.load(OperatorProvider.class, loader),
        ServiceLoader.load(Engine.class, loader),
        ServiceLoader.load(FunctionReader.class, loader),
        ServiceLoader.load(ProgramCompiler.class, loader));
  }

  /**
   * What this module layer and its parents hold.
   *
   * @throws ConfigurationException with every problem: broken providers, names claimed twice
   */
  public static Installation of(ModuleLayer layer) {
    return read(
        ServiceLoader.load(layer, OperatorProvider.class),
        ServiceLoader.load(layer, Engine.class),
        ServiceLoader.load(layer, FunctionReader.class),
        ServiceLoader.load(layer, ProgramCompiler.class));
  }

  /** A differentiator with these engines, in {@link Mode#AUTO}. */
  public Differentiator differentiator() {
    return new Differentiator(engines, Mode.AUTO);
  }

  private static Installation read(
      ServiceLoader<OperatorProvider> providers,
      ServiceLoader<Engine> engines,
      ServiceLoader<FunctionReader> readers,
      ServiceLoader<ProgramCompiler> compilers) {
    List<String> problems = new ArrayList<>();
    List<OperatorProvider> readable = load(providers, problems);
    List<Engine> sorted = new ArrayList<>(load(engines, problems));
    sorted.sort(Comparator.comparing(engine -> engine.getClass().getName()));
    List<FunctionReader> reading = load(readers, problems);
    List<ProgramCompiler> compiling = load(compilers, problems);
    Operators operators = collect(readable, problems);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new Installation(operators, new Engines(sorted), reading, compiling);
  }

  private static Operators collect(List<OperatorProvider> providers, List<String> problems) {
    try {
      return new Operators(providers);
    } catch (ConfigurationException e) {
      problems.addAll(e.problems());
      return new Operators(List.of());
    }
  }

  private static <T> List<T> load(ServiceLoader<T> services, List<String> problems) {
    List<T> loaded = new ArrayList<>();
    Iterator<T> iterator = services.iterator();
    while (true) {
      try {
        if (!iterator.hasNext()) {
          return loaded;
        }
        loaded.add(iterator.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        problems.add(e.getMessage() + (e.getCause() == null ? "" : " (" + e.getCause() + ")"));
        if (problems.size() > 20) { // an unreadable configuration file repeats itself
          return loaded;
        }
      }
    }
  }

  private static final class Standard {
    static final Installation INSTALLATION = find();

    private Standard() {}

    private static Installation find() {
      ModuleLayer layer = Installation.class.getModule().getLayer();
      return layer == null ? of(Installation.class.getClassLoader()) : of(layer);
    }
  }
}
