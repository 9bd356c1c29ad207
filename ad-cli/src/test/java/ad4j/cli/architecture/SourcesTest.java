package ad4j.cli.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the source tree. */
final class SourcesTest {
  private static final int LONGEST = 400;

  @Test
  void everyModuleIsNullMarkedAndSaysWhatItIs() throws IOException {
    for (Path module : sources("module-info.java")) {
      String text = Files.readString(module);
      assertTrue(text.contains("/** "), module + " does not say what the module is");
      assertTrue(text.contains("@NullMarked"), module + " is not null-marked");
    }
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    List<Path> silent = new ArrayList<>();
    for (Path file : sources(".java")) {
      Path folder = file.getParent();
      if (!folder.endsWith("java") && !Files.exists(folder.resolve("package-info.java"))) {
        silent.add(folder);
      }
    }
    assertEquals(List.of(), silent);
  }

  @Test
  void noFileIsTooLongToRead() throws IOException {
    List<Path> tooLong = new ArrayList<>();
    for (Path file : sources(".java")) {
      if (Files.readAllLines(file).size() > LONGEST) {
        tooLong.add(file);
      }
    }
    assertEquals(List.of(), tooLong);
  }

  @Test
  void nothingIsLeftToBeDone() throws IOException {
    List<Path> open = new ArrayList<>();
    for (Path file : sources(".java")) {
      if (Files.readString(file).matches("(?s).*\\b(TODO|FIXME|XXX)\\b.*")) {
        open.add(file);
      }
    }
    assertEquals(List.of(), open);
  }

  private static List<Path> sources(String end) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path module : modules.sorted().toList()) {
        Path root = module.resolve(Path.of("src", "main", "java"));
        if (Files.isDirectory(root)) {
          try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(end)).forEach(sources::add);
          }
        }
      }
    }
    assertTrue(!sources.isEmpty(), "no sources found");
    return sources;
  }
}
