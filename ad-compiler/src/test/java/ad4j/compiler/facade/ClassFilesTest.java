package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.JavaFunction;
import ad4j.error.AdException;
import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class files of all ages and sizes, and without. */
final class ClassFilesTest {
  @TempDir Path folder;

  private static final String OLD =
      """
      package made;
      public class Old {
        static double weight = 0;
        static double helper(double a, int n) {
          double s = 0;
          for (int i = 0; i < n; i++) { s += a * i; }
          return s;
        }
        public static double f(double[] x) {
          double s = 0;
          for (double each : x) { s += helper(each, 3) * each; }
          String unused = "";
          switch (x.length) { case 2: s *= 2; break; default: s += 1; }
          return s;
        }
        public static ad4j.JavaFunction.OfArray lambda(final double k) {
          return x -> k * x[0] * x[0];
        }
        public static ad4j.JavaFunction.OfArray reference() { return Old::f; }
      }
      """;

  @ParameterizedTest
  @ValueSource(ints = {8, 11, 17, 21, 25})
  void lambdasAndMethodsOfAllReleases(int release) throws Exception {
    try (URLClassLoader loader = compiled("Old", OLD, release)) {
      Class<?> old = loader.loadClass("made.Old");
      Object lambda = old.getMethod("lambda", double.class).invoke(null, 5.0);
      assertArrayEquals(new double[] {20}, gradient(lambda, 2));
      Object reference = old.getMethod("reference").invoke(null);
      assertArrayEquals(new double[] {24, 36}, gradient(reference, 2, 3));
    }
  }

  private static double[] gradient(Object function, double... x) {
    return Ad.function((JavaFunction.OfArray) function).gradient(x);
  }

  @Test
  void aMethodOfManyStatementsIsCompiledInPartsOrRecorded() throws Exception {
    StringBuilder text = new StringBuilder("package made; public class Large {\n");
    text.append("static double f(double[] x) { double s = x[0]; double t = x[1];\n");
    for (int i = 0; i < 3000; i++) {
      text.append(i % 2 == 0 ? "s += t * 0.001;\n" : "t = t * 0.999 + s * 0.0001;\n");
    }
    text.append("return s * t; }\n");
    text.append("public static ad4j.JavaFunction.OfArray get() { return Large::f; } }");
    try (URLClassLoader loader = compiled("Large", text.toString(), 25)) {
      Object get = loader.loadClass("made.Large").getMethod("get").invoke(null);
      Differentiable f = Ad.function((JavaFunction.OfArray) get);
      double[] gradient = f.gradient(1, 2);
      double h = 1e-5;
      assertEquals((f.value(1 + h, 2) - f.value(1 - h, 2)) / (2 * h), gradient[0], 1e-6);
      assertEquals((f.value(1, 2 + h) - f.value(1, 2 - h)) / (2 * h), gradient[1], 1e-6);
      String plan = f.plan().toString();
      assertTrue(
          plan.equals("compiled") || (plan.startsWith("recorded: ") && plan.contains("bytes")),
          plan);
    }
  }

  @Test
  void aClassThatWasDefinedAtRunTime() throws Exception {
    compiled("Old", OLD, 25).close();
    byte[] bytes = Files.readAllBytes(folder.resolve("made/Old.class"));
    ClassLoader silent =
        new ClassLoader(ClassFilesTest.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) {
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    Object lambda =
        silent.loadClass("made.Old").getMethod("lambda", double.class).invoke(null, 5.0);
    AdException e = assertThrows(AdException.class, () -> gradient(lambda, 2));
    assertTrue(e.getMessage().contains("made.Old"), e::getMessage);
    assertTrue(!e.remedy().isEmpty(), e::getMessage);
  }

  @Test
  void functionsThatAreDroppedLeaveNoClassesBehind() throws InterruptedException {
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    make(50);
    long before = settled(classes);
    make(Integer.getInteger("ad4j.dropped.functions", 2000));
    long after = settled(classes);
    assertTrue(after - before < 200, () -> after - before + " classes more");
  }

  private static void make(int count) {
    for (int i = 0; i < count; i++) {
      double factor = i;
      Differentiable f = Ad.function((double x) -> factor * x);
      assertEquals(factor, f.gradient(1)[0]);
      assertEquals(2 * factor, f.valueAndGradient(2).value());
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // the collector is given a chance
  private static long settled(ClassLoadingMXBean classes) throws InterruptedException {
    long count = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(20);
      count = Math.min(count, classes.getLoadedClassCount());
    }
    return count;
  }

  private URLClassLoader compiled(String name, String text, int release) throws IOException {
    Path source = Files.writeString(folder.resolve(name + ".java"), text);
    List<String> options = new ArrayList<>(List.of("-d", folder.toString(), "-nowarn"));
    options.addAll(List.of("-proc:none", "-Xlint:none"));
    options.addAll(List.of("-cp", System.getProperty("java.class.path")));
    options.addAll(List.of("-source", "" + release, "-target", "" + release));
    options.add(source.toString());
    int exit =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    assertEquals(0, exit);
    URL[] places = {folder.toUri().toURL()};
    return new URLClassLoader(places, ClassFilesTest.class.getClassLoader());
  }
}
