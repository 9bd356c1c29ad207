package ad4j.cli.architecture;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The guards hold of ad4j, and each of them can fail. */
final class ArchitectureTest {
  private static final JavaClasses AD4J =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("ad4j");

  /** How many classes a guard must at least have seen; fewer means that it looked elsewhere. */
  private static final Map<String, Integer> LEAST =
      Map.ofEntries(
          entry("ad4j.op", 20),
          entry("ad4j.engine", 20),
          entry("ad4j.error", 10),
          entry("ad4j.program", 40),
          entry("ad4j.verify", 10),
          entry("ad4j.ops", 20),
          entry("ad4j.forward", 5),
          entry("ad4j.reverse", 10),
          entry("ad4j.reverse.program", 10),
          entry("ad4j.compiler", 50),
          entry("ad4j.script", 20),
          entry("ad4j.cli", 20),
          entry("ad4j.testkit", 15));

  private static List<Guard> guards() {
    return Stream.of(Layers.guards(), Habits.guards()).flatMap(List::stream).toList();
  }

  @TestFactory
  Stream<DynamicTest> everyGuardHolds() {
    return guards().stream()
        .map(guard -> dynamicTest(guard.toString(), () -> guard.rule().check(AD4J)));
  }

  @TestFactory
  Stream<DynamicTest> everyGuardCanFail(@TempDir Path folder) throws IOException {
    JavaClasses spoilt = new Breaches(folder).among(guards());
    return guards().stream()
        .map(
            guard ->
                dynamicTest(
                    guard.name() + " breaks: " + guard, () -> requireReport(guard, spoilt)));
  }

  private static void requireReport(Guard guard, JavaClasses spoilt) {
    List<String> reported = guard.rule().evaluate(spoilt).getFailureReport().getDetails();
    assertTrue(
        reported.stream().anyMatch(line -> line.contains(guard.name())),
        "not reported: " + guard.breach());
  }

  @TestFactory
  Stream<DynamicTest> enoughClassesWereSeen() {
    return LEAST.entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    "at least " + entry.getValue() + " in " + entry.getKey(),
                    () -> assertTrue(seen(entry.getKey()) >= entry.getValue())));
  }

  @Test
  void noTestsWereSeen() {
    assertFalse(AD4J.contain(ArchitectureTest.class));
  }

  private static long seen(String name) {
    return AD4J.stream()
        .filter(
            type ->
                type.getPackageName().equals(name) || type.getPackageName().startsWith(name + "."))
        .count();
  }
}
