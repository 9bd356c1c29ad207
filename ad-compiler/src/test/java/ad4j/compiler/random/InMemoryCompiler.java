package ad4j.compiler.random;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
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
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles programs in memory, many in one go. Not safe for use by several threads at once. */
final class InMemoryCompiler implements AutoCloseable {
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);

  /** Classes that come out of memory, as streams of bytes too; unloaded with it. */
  static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(InMemoryCompiler.class.getClassLoader());
      this.classes = Map.copyOf(classes);
    }

    /** The class files by the names of the classes. */
    Map<String, byte[]> classes() {
      return classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] bytes =
          name.endsWith(".class")
              ? classes.get(name.substring(0, name.length() - 6).replace('/', '.'))
              : null;
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
  }

  /** What a compilation came to: a loader, or the errors that javac reported. */
  record Compiled(Loader loader, List<String> errors) {}

  /** Compiles programs of one release, with line numbers and names of variables. */
  Compiled compile(Collection<Program> programs) {
    Map<String, byte[]> classes = new HashMap<>();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<JavaFileObject> sources = new ArrayList<>();
    int release = Runtime.version().feature();
    for (Program program : programs) {
      sources.add(new Source(program));
      release = program.release();
    }
    List<String> options = new ArrayList<>(List.of("-g", "-proc:none", "-Xlint:none", "-nowarn"));
    if (release != Runtime.version().feature()) {
      options.addAll(List.of("--release", Integer.toString(release)));
    }
    JavaFileManager memory = new Memory(files, classes);
    boolean done = javac.getTask(null, memory, diagnostics, options, null, sources).call();
    List<String> errors =
        done
            ? List.of()
            : diagnostics.getDiagnostics().stream()
                .filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    return new Compiled(new Loader(classes), errors);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(Program program) {
      super(
          URI.create("memory:///" + program.className().replace('.', '/') + ".java"), Kind.SOURCE);
      text = program.source();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, byte[]> classes;

    Memory(StandardJavaFileManager files, Map<String, byte[]> classes) {
      super(files);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling)
        throws IOException {
      if (location != StandardLocation.CLASS_OUTPUT) {
        return super.getJavaFileForOutput(location, name, kind, sibling);
      }
      return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
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
}
