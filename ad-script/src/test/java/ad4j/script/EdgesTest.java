package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.ValueAndJacobian;
import ad4j.engine.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The conventions at kinks, ties and poles: value and partials are exactly those of the table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EdgesTest {
  private ScriptSession session;

  @BeforeAll
  void open() {
    session = new ScriptSession(TwoEngines.settings(Mode.AUTO, OutputStream.nullOutputStream()));
  }

  @AfterAll
  void close() {
    session.close();
  }

  static Stream<Arguments> rows() throws IOException {
    try (InputStream stream = EdgesTest.class.getResourceAsStream("edges.csv")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text
          .lines()
          .skip(1)
          .map(EdgesTest::fields)
          .flatMap(row -> Stream.of(Mode.values()).map(mode -> Arguments.of(row, mode)))
          .toList()
          .stream();
    }
  }

  private static List<String> fields(String line) {
    return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .map(field -> field.replace("\"", ""))
        .toList();
  }

  private static double[] numbers(String field) {
    return Arrays.stream(field.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anEdgeIsAsStated(List<String> row, Mode mode) {
    double[] x = numbers(row.get(2));
    ScriptFunction f = session.function(row.get(0));
    assertEquals(List.of(row.get(1).split(" ", -1)), f.parameters());
    ValueAndJacobian result = f.differentiable(x.length).in(mode).valueAndJacobian(x);
    assertEquals(Double.parseDouble(row.get(3)), result.value()[0] + 0.0, row + " " + mode);
    assertEquals(f.differentiable(x.length).value(x), result.value()[0], row + " " + mode);
    double[] partials = numbers(row.get(4));
    for (int i = 0; i < partials.length; i++) {
      assertEquals(partials[i], result.jacobian()[0][i], row + " " + mode + " by " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aScriptSeesTheSame(List<String> row, Mode mode) {
    String call =
        "valueAndGrad((%s) => %s, {mode: '%s'})(%s)"
            .formatted(
                row.get(1).replace(' ', ','),
                row.get(0),
                mode.name().toLowerCase(java.util.Locale.ROOT),
                row.get(2).replace(' ', ','));
    String found =
        session
            .evaluate("{ const r = " + call + "; [r.value, r.gradient].flat().join(' ') }")
            .text();
    assertEquals("\"" + text(row.get(3)) + " " + text(row.get(4)) + "\"", found, row + " " + mode);
  }

  /** Numbers as JavaScript writes them. */
  private static String text(String numbers) {
    return numbers.replace(".0", "").replace("-0 ", "0 ");
  }
}
