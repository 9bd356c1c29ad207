package ad4j.cli.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;

/** Compiles the classes that break the guards, each in the package where it would be. */
final class Breaches {
  private final Path folder;

  Breaches(Path folder) {
    this.folder = folder;
  }

  /** All of ad4j, spoilt by the breaches of these guards. */
  JavaClasses among(List<Guard> guards) throws IOException {
    List<String> command = new ArrayList<>();
    Path classes = Files.createDirectories(folder.resolve("classes"));
    command.addAll(List.of("-proc:none", "-d", classes.toString()));
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    for (Guard guard : guards) {
      command.add(source(guard).toString());
    }
    compile(command);
    Set<Location> locations = new HashSet<>(Locations.ofPackage("ad4j"));
    locations.add(Location.of(classes));
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importLocations(locations);
  }

  private Path source(Guard guard) throws IOException {
    int dot = guard.name().lastIndexOf('.');
    Path file = folder.resolve(guard.name().replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    String text = "package " + guard.name().substring(0, dot) + "; " + guard.breach();
    return Files.writeString(file, text);
  }

  private static void compile(List<String> command) {
    ByteArrayOutputStream problems = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, problems, command.toArray(String[]::new));
    assertEquals(0, result, problems.toString(StandardCharsets.UTF_8));
  }
}
