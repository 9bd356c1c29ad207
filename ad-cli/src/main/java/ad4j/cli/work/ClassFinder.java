package ad4j.cli.work;

import ad4j.cli.input.UsageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds class files in folders and jars, and defines no classes: what is only read cannot run. The
 * classes of the JDK are there as ever.
 */
final class ClassFinder extends ClassLoader {
  private final URLClassLoader places;
  private final String name;
  private final byte @Nullable [] own;

  private ClassFinder(List<Path> places, String name, byte @Nullable [] own) {
    super("class-files", ClassLoader.getPlatformClassLoader());
    this.places = new URLClassLoader("places", urls(places), ClassLoader.getPlatformClassLoader());
    this.name = name;
    this.own = own == null ? null : own.clone();
  }

  /** Looks in these folders and jars. */
  static ClassFinder in(List<Path> places) {
    return new ClassFinder(places, "", null);
  }

  /** Looks there, but knows one class already, by its internal name. */
  static ClassFinder with(String name, byte[] own, List<Path> places) {
    return new ClassFinder(places, name + ".class", own);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String resource) {
    return own != null && resource.equals(name)
        ? new ByteArrayInputStream(own)
        : places.getResourceAsStream(resource);
  }

  private static URL[] urls(List<Path> places) {
    URL[] urls = new URL[places.size()];
    for (int i = 0; i < urls.length; i++) {
      Path place = places.get(i);
      if (!Files.exists(place)) {
        throw new UsageException("there is no " + place, "correct --classpath");
      }
      try {
        urls[i] = place.toUri().toURL();
      } catch (IOException e) {
        throw new UncheckedIOException(e); // does not happen: every path has a URL
      }
    }
    return urls;
  }
}
