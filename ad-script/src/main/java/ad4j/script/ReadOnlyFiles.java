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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/** The files that a script may import: rewritten as they are read, and never written. */
final class ReadOnlyFiles implements FileSystem {
  private static final String VIRTUAL = "ad";
  private static final Path VIRTUAL_PATH = Path.of("/").resolve(VIRTUAL);

  private final List<Path> roots;
  private final String module;
  private final BinaryOperator<String> rewriter;
  private @Nullable SourceException refused;

  /**
   * Creates a view of some folders.
   *
   * @param module text of the module {@code ad}
   * @param rewriter takes name and text to rewritten text
   */
  ReadOnlyFiles(List<Path> roots, String module, BinaryOperator<String> rewriter) {
    this.roots = roots.stream().map(ReadOnlyFiles::realPath).toList();
    this.module = module;
    this.rewriter = rewriter;
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
    return rewriter.apply(path.toString(), text);
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

  private static AccessDeniedException denied(Path path) {
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
