package ad4j.compiler.random;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** All classes of ad4j once more, tests too, with one bug planted in them. */
final class Planted extends ClassLoader {
  private static final String OURS = "ad4j.";

  private final Map<String, byte[]> changed;

  Planted(PlantedBug bug) {
    super(Planted.class.getClassLoader());
    changed = compiled(bug);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] bytes = changed.get(name);
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (bytes == null && in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] all = bytes == null ? in.readAllBytes() : bytes;
      return defineClass(name, all, 0, all.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** The classes of the source file with the bug in it. */
  private static Map<String, byte[]> compiled(PlantedBug bug) {
    Map<String, byte[]> classes = new HashMap<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    String path = System.getProperty("java.class.path");
    List<String> options =
        List.of("-proc:none", "-nowarn", "-Xlint:none", "-implicit:none", "-cp", path);
    JavaFileManager memory =
        new ForwardingJavaFileManager<>(javac.getStandardFileManager(null, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return output(name, classes);
          }
        };
    if (!javac.getTask(null, memory, problems, options, null, List.of(source(bug))).call()) {
      throw new AssertionError(bug + " does not compile: " + problems.getDiagnostics());
    }
    return classes;
  }

  private static JavaFileObject source(PlantedBug bug) {
    URI place = URI.create("memory:///" + bug.className().replace('.', '/') + ".java");
    String text = bug.source();
    return new SimpleJavaFileObject(place, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static JavaFileObject output(String name, Map<String, byte[]> classes) {
    URI place = URI.create("memory:///" + name.replace('.', '/') + ".class");
    return new SimpleJavaFileObject(place, JavaFileObject.Kind.CLASS) {
      @Override
      public OutputStream openOutputStream() {
        return new ByteArrayOutputStream() {
          @Override
          public void close() {
            classes.put(name, toByteArray());
          }
        };
      }
    };
  }
}
