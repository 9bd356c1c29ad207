package ad4j.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Values and derivatives up to order 3 against references; leaves target/accuracy.md. */
class AccuracyTest {
  private static final Set<String> SPECIAL =
      Set.of(
          "gamma",
          "lgamma",
          "digamma",
          "trigamma",
          "beta",
          "lbeta",
          "lambertw",
          "besselj0",
          "besselj1",
          "besseli0",
          "besseli1");

  /** Piecewise linear or constant: conventions, JavaScript's table and finite differences. */
  private static final Set<String> CHECKED_ELSEWHERE =
      Set.of(
          "ceil",
          "chain",
          "clamp",
          "clz32",
          "f16round",
          "floor",
          "fround",
          "heaviside",
          "imul",
          "max",
          "min",
          "positive",
          "rem",
          "round",
          "share",
          "sign",
          "stopGradient",
          "trunc",
          "where");

  /** The worst errors of an operator, per order, and where the very worst is. */
  private static final class Worst {
    private final double[] errors = {-1, -1, -1, -1};
    private double worst;
    private String where = "everywhere";

    void add(Reference row, int order, double error) {
      errors[order] = Math.max(errors[order], error);
      if (error > worst) {
        worst = error;
        where = "order " + order + " at " + Arrays.toString(row.at());
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyOperatorKeepsItsDigitsAtTheReferencePoints() {
    return tests("unary.csv", "binary.csv");
  }

  @TestFactory
  Stream<DynamicTest> everyOperatorKeepsItsDigitsOverItsWholeDomain() {
    return tests("wide-unary.csv", "wide-binary.csv");
  }

  private static Stream<DynamicTest> tests(String unary, String binary) {
    return worst(unary, binary).entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry)));
  }

  private static void check(Map.Entry<String, Worst> entry) {
    double bound = SPECIAL.contains(entry.getKey()) ? 1e-10 : 1e-12;
    Worst worst = entry.getValue();
    assertTrue(
        worst.worst <= bound,
        () -> entry.getKey() + " is off by " + worst.worst + ", " + worst.where);
  }

  @Test
  void everySmoothOperatorHasReferences() {
    Set<String> covered = new TreeSet<>(worst("unary.csv", "binary.csv").keySet());
    covered.addAll(worst("wide-unary.csv", "wide-binary.csv").keySet());
    Set<String> smooth = new TreeSet<>();
    Catalogue.ALL.all().forEach(operator -> smooth.add(operator.name()));
    smooth.removeAll(CHECKED_ELSEWHERE);
    smooth.removeAll(covered);
    assertEquals(Set.of(), smooth);
  }

  @Test
  void theTableOfErrorsIsWritten() throws IOException {
    Map<String, Worst> given = worst("unary.csv", "binary.csv");
    Map<String, Worst> wide = worst("wide-unary.csv", "wide-binary.csv");
    Set<String> names = new TreeSet<>(given.keySet());
    names.addAll(wide.keySet());
    List<String> lines = new ArrayList<>();
    lines.add("| operator | value | order 1 | order 2 | order 3 | wide value | 1 | 2 | 3 |");
    lines.add("|---|---|---|---|---|---|---|---|---|");
    for (String name : names) {
      lines.add(
          "| "
              + name
              + cells(given.getOrDefault(name, new Worst()))
              + cells(wide.getOrDefault(name, new Worst()))
              + " |");
    }
    Path table = Path.of("target", "accuracy.md");
    Files.write(table, lines);
    assertEquals(names.size() + 2, Files.readAllLines(table).size());
  }

  private static String cells(Worst worst) {
    return Arrays.stream(worst.errors)
        .mapToObj(error -> error < 0 ? " | " : String.format(Locale.ROOT, " | %.1e", error))
        .collect(Collectors.joining());
  }

  private static Map<String, Worst> worst(String unary, String binary) {
    Map<String, Worst> all = new TreeMap<>();
    Stream.concat(Reference.read(unary, 1).stream(), Reference.read(binary, 2).stream())
        .forEach(row -> measure(row, all.computeIfAbsent(row.operator(), name -> new Worst())));
    return all;
  }

  private static void measure(Reference row, Worst worst) {
    for (int i = 0; i < row.derivatives().size(); i++) {
      int[] indices = row.derivatives().get(i);
      double actual = TestDual.partial(Catalogue.named(row.operator())::of, row.at(), indices);
      worst.add(row, indices.length, row.error(i, actual));
    }
  }
}
