package ad4j.cli.work;

import ad4j.Installation;
import ad4j.error.ConfigurationException;
import ad4j.script.TakenNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Jars that contribute operators and engines. */
public final class PluginPath {
  private static final List<String> SERVICES =
      List.of("META-INF/services/ad4j.op.OperatorProvider", "META-INF/services/ad4j.engine.Engine");

  private final List<Path> folders;
  private final List<String> problems = new ArrayList<>();

  /** Jars in these folders; a jar may be named itself. */
  public PluginPath(List<Path> folders) {
    this.folders = folders;
  }

  /**
   * What is installed together with these jars.
   *
   * @throws ConfigurationException with every problem
   */
  public Installation installation() {
    if (folders.isEmpty()) {
      return Installation.standard();
    }
    List<URL> urls = new ArrayList<>();
    for (Path folder : folders) {
      List<Path> jars = jars(folder);
      requirePlugin(folder, jars);
      jars.stream().filter(this::readable).map(PluginPath::url).forEach(urls::add);
    }
    ClassLoader loader = new URLClassLoader("plugins", urls.toArray(URL[]::new), parent());
    return installed(loader); // stays open: classes are loaded when first used
  }

  /** Also where a jar is broken, the others are looked at, so that all problems come together. */
  private Installation installed(ClassLoader loader) {
    try {
      Installation installation = Installation.of(loader);
      problems.addAll(TakenNames.problems(installation.operators()));
      if (problems.isEmpty()) {
        return installation;
      }
    } catch (ConfigurationException e) {
      problems.addAll(e.problems());
    }
    throw new ConfigurationException(problems);
  }

  private static ClassLoader parent() {
    return PluginPath.class.getClassLoader();
  }

  private List<Path> jars(Path folder) {
    if (Files.isRegularFile(folder)) {
      return List.of(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      problems.add("plugin folder " + folder + " cannot be read: " + reason(e));
      return List.of();
    }
  }

  /** A class loader would pass over what registers nothing without a word. */
  private void requirePlugin(Path folder, List<Path> jars) {
    if (jars.isEmpty() && Files.isDirectory(folder)) {
      problems.add("plugin folder " + folder + " holds no jar");
    } else if (!jars.isEmpty() && jars.stream().noneMatch(PluginPath::mayRegister)) {
      problems.add(
          "plugin "
              + folder
              + " registers nothing: no jar has a file "
              + SERVICES.getFirst()
              + " or "
              + SERVICES.getLast());
    }
  }

  /** A jar that cannot be read is reported for that. */
  private static boolean mayRegister(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      return SERVICES.stream().anyMatch(service -> jar.getEntry(service) != null);
    } catch (IOException | SecurityException e) {
      return true;
    }
  }

  /** A class loader would pass over a broken jar without a word. */
  private boolean readable(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.size() >= 0;
    } catch (IOException | SecurityException e) {
      problems.add("plugin jar " + file + " cannot be read: " + reason(e));
      return false;
    }
  }

  private static String reason(Exception e) {
    return e instanceof NoSuchFileException ? "it does not exist" : String.valueOf(e.getMessage());
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e); // does not happen: every path has a URL
    }
  }
}
