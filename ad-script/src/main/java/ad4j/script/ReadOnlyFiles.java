package ad4j.script;

import ad4j.script.rewrite.SourceException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/** The files that a script may import: rewritten as they are read, and never written. */
final class ReadOnlyFiles implements FileSystem {
  private static final String VIRTUAL = "ad";
  private static final Path VIRTUAL_PATH = Path.of("/").resolve(VIRTUAL);

  /** Rewrites the text of a file. */
  @FunctionalInterface
  interface Reader {
    /** The rewritten text; {@code name} is the file's name to show. */
    String rewrite(Path path, String name, String text);
  }

  private final List<Path> roots = new ArrayList<>();
  private final String module;
  private final Reader reader;
  private @Nullable SourceException refused;
  private @Nullable String denied;

  /**
   * Creates a view of some folders.
   *
   * @param module text of the module {@code ad}
   */
  ReadOnlyFiles(List<Path> roots, String module, Reader reader) {
    roots.forEach(this::allow);
    this.module = module;
    this.reader = reader;
  }

  /** Lets scripts read this file or folder too; relative paths start at the first one. */
  void allow(Path root) {
    Path real = realPath(root);
    if (!roots.contains(real)) {
      roots.add(real);
    }
  }

  /** Relative paths start at this folder from now on. */
  void startAt(Path folder) {
    Path real = realPath(folder);
    roots.remove(real);
    roots.addFirst(real);
  }

  private static Path realPath(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException e) {
      return root.toAbsolutePath().normalize();
    }
  }

  /** Returns why the most recent import was not accepted, and forgets it. */
  @Nullable SourceException takeRefused() {
    SourceException taken = refused;
    refused = null;
    return taken;
  }

  /** Returns the file to which access was denied, if the message speaks of it, and forgets it. */
  @Nullable String takeDenied(String message) {
    String taken = denied;
    denied = null;
    return taken != null && message.contains(taken) ? taken : null;
  }

  /** Returns the rewritten text of a file. */
  String read(Path path) throws IOException {
    if (isVirtual(path)) {
      return module;
    }
    Path real = permitted(path);
    String text = Files.readString(real, StandardCharsets.UTF_8);
    if (real.toString().endsWith(".json")) {
      return text;
    }
    return reader.rewrite(real, shown(real), text);
  }

  /** Returns the text of a file as it is. */
  String plain(Path path) throws IOException {
    return Files.readString(permitted(path), StandardCharsets.UTF_8);
  }

  /** The name of a file to show: short where it is below the working directory. */
  static String shown(Path real) {
    Path here = realPath(Path.of(""));
    return real.startsWith(here) ? here.relativize(real).toString() : real.toString();
  }

  private static boolean isVirtual(Path path) {
    return path.equals(Path.of(VIRTUAL)) || path.equals(VIRTUAL_PATH);
  }

  /** Symbolic links are followed first: so none leads out of the permitted folders. */
  private Path permitted(Path path) throws IOException {
    Path real = toAbsolutePath(path).toRealPath();
    if (roots.stream().noneMatch(real::startsWith)) {
      throw denied(path);
    }
    return real;
  }

  private AccessDeniedException denied(Path path) {
    denied = path.toString();
    return new AccessDeniedException(
        path.toString(), null, "not in a folder that scripts may read (--allow-read)");
  }

  @Override
  public Path parsePath(URI uri) {
    return Path.of(uri);
  }

  @Override
  public Path parsePath(String path) {
    return Path.of(path);
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
      throw denied(path);
    }
    if (!isVirtual(path)) {
      permitted(path);
    }
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.stream().anyMatch(option -> option != StandardOpenOption.READ)) {
      throw denied(path);
    }
    try {
      return new ByteArrayChannel(read(path).getBytes(StandardCharsets.UTF_8));
    } catch (SourceException e) {
      refused = e;
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public Path toAbsolutePath(Path path) {
    if (path.isAbsolute()) {
      return path;
    }
    return roots.isEmpty() ? Path.of("/").resolve(path) : roots.getFirst().resolve(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    return isVirtual(path) ? VIRTUAL_PATH : permitted(toAbsolutePath(path));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return Files.readAttributes(permitted(path), attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    throw denied(folder);
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    throw denied(folder);
  }

  @Override
  public void delete(Path path) throws IOException {
    throw denied(path);
  }
}
