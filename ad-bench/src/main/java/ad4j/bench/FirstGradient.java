package ad4j.bench;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.JavaFunction;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The time from {@code Ad.function} to the first gradient, of small methods that are all different,
 * in a JVM that has made others before.
 */
public final class FirstGradient {
  private static final int WARM_UP = 300;
  private static final int MEASURED = 200;
  private static final String[] TERMS = {
    "Math.sin(a * %s)", "Math.exp(-a * a) * %s", "a * a - %s", "Math.log(1 + a * a + %s)",
    "a / (1 + a * a) + %s", "Math.sqrt(a * a + %s)", "Math.tanh(a) * %s", "Math.max(a, %s)"
  };

  private FirstGradient() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    Path folder = Files.createTempDirectory("ad4j-first");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      compile(folder);
      List<JavaFunction.OfArray> methods = new ArrayList<>();
      for (int i = 0; i < WARM_UP + MEASURED; i++) {
        Method get = loader.loadClass("Method" + i).getDeclaredMethod("get");
        get.setAccessible(true);
        methods.add((JavaFunction.OfArray) get.invoke(null));
      }
      measure(methods);
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static void measure(List<JavaFunction.OfArray> methods) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    double[] elapsed = new double[MEASURED];
    double[] processor = new double[MEASURED];
    double[] x = {0.5, 1.5, -0.25, 2};
    for (int i = 0; i < methods.size(); i++) {
      long processorBefore = thread.getCurrentThreadCpuTime();
      long before = System.nanoTime();
      Differentiable f = Ad.function(methods.get(i));
      double[] gradient = f.gradient(x);
      long after = System.nanoTime();
      long processorAfter = thread.getCurrentThreadCpuTime();
      if (gradient.length != x.length || !f.plan().toString().equals("compiled")) {
        throw new IllegalStateException("not compiled: " + f.plan());
      }
      if (i >= WARM_UP) {
        elapsed[i - WARM_UP] = (after - before) / 1e6;
        processor[i - WARM_UP] = (processorAfter - processorBefore) / 1e6;
      }
    }
    System.out.print(
        report("elapsed", elapsed) + report("processor time of the thread", processor));
  }

  /** The distribution of times in milliseconds, as a line. */
  static String report(String what, double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "First gradient of %d small methods, %s in ms: median %.2f; least %.2f, tenths %.2f to"
            + " %.2f, most %.2f%n",
        sorted.length,
        what,
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length / 10],
        sorted[sorted.length * 9 / 10],
        sorted[sorted.length - 1]);
  }

  private static void compile(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < WARM_UP + MEASURED; i++) {
      text.append(source(i, random));
    }
    Path source = Files.writeString(folder.resolve("Methods.java"), text);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String[] options = {
      "-g",
      "-nowarn",
      "-proc:none",
      "-d",
      folder.toString(),
      source.toString(),
      "-cp",
      System.getProperty("java.class.path")
    };
    if (compiler.run(null, null, null, options) != 0) {
      throw new IllegalStateException("methods that do not compile");
    }
  }

  /** A class with a method of some ten lines: a loop, elementary functions, perhaps a branch. */
  private static String source(int number, Random random) {
    StringBuilder body = new StringBuilder();
    int lines = 2 + random.nextInt(5);
    for (int i = 0; i < lines; i++) {
      String term = String.format(Locale.ROOT, TERMS[random.nextInt(TERMS.length)], 1 + i / 8.0);
      body.append(random.nextInt(4) == 0 ? "if (a > " + i / 4.0 + ") " : "");
      body.append("a = ").append(term).append(";\n");
    }
    return """
    class Method%d {
      static double f(double[] x) {
        double sum = %d;
        for (int i = 0; i < x.length; i++) {
          double a = x[i] * %d;
          %s
          sum += a;
        }
        return sum;
      }
      static ad4j.JavaFunction.OfArray get() { return Method%1$d::f; }
    }
    """
        .formatted(number, number, 1 + number % 7, body);
  }
}
