package ad4j.cli.plugin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A plugin that is compiled and packed for a test, as its author would. */
final class PluginJar {
  private final Path folder;
  private final Path classes;

  /** Everything goes into this folder. */
  PluginJar(Path folder) {
    this.folder = folder;
    classes = folder.resolve("classes");
  }

  /** The sources and resources of a project under {@code root}. */
  static Path ofProject(Path root, Path folder) throws IOException {
    PluginJar plugin = new PluginJar(folder);
    List<JavaFileObject> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.add(new Source(file.toUri(), Files.readString(file)));
      }
    }
    plugin.compile(sources, List.of("--module-path", Installed.modulePath()));
    Path resources = root.resolve("src/main/resources");
    try (Stream<Path> files = Files.walk(resources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        plugin.add(resources.relativize(file).toString(), Files.readString(file));
      }
    }
    return plugin.packed("project.jar");
  }

  /** One class in the package {@code broken} that is registered as a provider of operators. */
  static Path ofProvider(String className, String source, Path folder) throws IOException {
    PluginJar plugin = new PluginJar(folder);
    URI name = URI.create("string:///broken/" + className + ".java");
    plugin.compile(
        List.of(new Source(name, source)),
        List.of("-classpath", System.getProperty("java.class.path")));
    plugin.add("META-INF/services/ad4j.op.OperatorProvider", "broken." + className);
    return plugin.packed(className + ".jar");
  }

  void add(String entry, String content) throws IOException {
    Path file = classes.resolve(entry);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  Path packed(String name) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packing = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        packing.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, packing);
      }
    }
    return jar;
  }

  /** A loader of this jar on top of what the test itself sees. */
  static URLClassLoader loader(Path jar) throws IOException {
    URL[] urls = {jar.toUri().toURL()};
    return new URLClassLoader(urls, PluginJar.class.getClassLoader());
  }

  private void compile(List<JavaFileObject> sources, List<String> options) throws IOException {
    Files.createDirectories(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", classes.toString(), "-proc:none"));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(problems, null, StandardCharsets.UTF_8)) {
      boolean compiled = compiler.getTask(null, files, problems, all, null, sources).call();
      assertTrue(compiled, () -> problems.getDiagnostics().toString());
    }
  }

  /** A source text in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(URI name, String text) {
      super(name, Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
