package ad4j.explain;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Ad;
import ad4j.RealsToReal;
import ad4j.engine.Graph;
import ad4j.error.ShapeException;
import ad4j.explain.Explanation.Contribution;
import ad4j.explain.Explanation.Edge;
import ad4j.explain.Explanation.Node;
import ad4j.explain.Explanation.Passes;
import ad4j.explain.Explanation.Paths;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ExplanationTest {
  @Test
  void theHingeIsAsItsAuthorDrewIt() {
    Explanation hinge = WorkedExample.HINGE.explanation();
    assertEquals(
        "w1=w=2 w2=x=1 w3=b=1 w4=y=5 w5=w1 * w2=2 w6=w5 + w3=3 w7=max(0, w6)=3 w8=C=w4 - w7=2",
        nodes(hinge));
    assertEquals(
        "∂w5/∂w1=w2=1 ∂w5/∂w2=w1=2 ∂w6/∂w5=1 ∂w6/∂w3=1 ∂w7/∂w6=1 ∂w8/∂w4=1 ∂w8/∂w7=-1",
        edges(hinge));
    assertEquals(
        "0 for a negative argument, undefined at 0: convention 1/2", hinge.edges().get(4).remark());
    assertArrayEquals(new double[] {1, -1, -2, -1}, gradient(hinge));
  }

  @Test
  void thePartialByWIsTheProductOfTheEdgesOfItsOnePath() {
    Explanation hinge = WorkedExample.HINGE.explanation();
    Paths paths = hinge.paths().getFirst();
    assertEquals(1, paths.paths().size());
    assertEquals(
        List.of(-1.0, 1.0, 1.0, 1.0),
        paths.paths().getFirst().edges().stream()
            .map(edge -> hinge.edges().get(edge).partial())
            .toList());
    assertEquals(-1, paths.paths().getFirst().product());
    assertEquals(-1, paths.sum());
    assertEquals(0, paths.leftOut());
  }

  @Test
  void theUndefinedSlopeSaysWhichConventionStandsIn() {
    Edge kink = WorkedExample.AT_THE_KINK.explanation().edges().get(4);
    assertEquals(0.5, kink.partial());
    assertEquals(
        "slope undefined here (two arguments are the maximum): convention 1/2", kink.remark());
  }

  @Test
  void theWavesCollectTwoContributionsInOneNode() {
    Explanation waves = WorkedExample.WAVES.explanation();
    assertEquals("x y r u v z", waves.nodes().stream().map(Node::name).collect(joining(" ")));
    var r = waves.backward().get(3);
    assertEquals("ū * (-sin(r)) + v̄ * cos(r)", r.formula());
    assertEquals(
        List.of(-Math.sin(6), Math.cos(6)),
        r.contributions().stream().map(Contribution::product).toList());
    assertEquals(-Math.sin(6) + Math.cos(6), r.adjoint());
    assertArrayEquals(new double[] {3.718757, 2.479172}, gradient(waves), 1e-6);
  }

  @Test
  void equalOperationsAreOneNode() {
    Explanation inline = WorkedExample.WAVES_INLINE.explanation();
    assertEquals(
        "w1=x=2 w2=y=3 w3=w1 * w2=6 w4=sin(w3)=-0.279415 w5=cos(w3)=0.960170 w6=w4 + w5=0.680755",
        nodes(inline));
    assertArrayEquals(gradient(WorkedExample.WAVES.explanation()), gradient(inline), 1e-15);
  }

  @Test
  void thePolynomialGoesOnWithItsInputsNumbers() {
    Explanation polynomial = WorkedExample.POLYNOMIAL.explanation();
    assertEquals(
        "x1=2 x2=3 x3=4 x4=x1^2=4 x5=x2 * x3=12 x6=x4 + x5=16 x7=f=3 * x6=48", nodes(polynomial));
    assertEquals(
        "∂x4/∂x1=2 * x1=4 ∂x5/∂x2=x3=4 ∂x5/∂x3=x2=3 ∂x6/∂x4=1 ∂x6/∂x5=1 ∂x7/∂x6=3",
        edges(polynomial));
    assertArrayEquals(new double[] {12, 12, 9}, gradient(polynomial));
    assertEquals(new Passes(3, 2), polynomial.passes());
  }

  @ParameterizedTest
  @MethodSource("ad4j.explain.WorkedExample#all")
  void adjointsOfInputsAreTheGradient(WorkedExample example) {
    assertArrayEquals(
        Ad.multivariate(example.f()).gradient(example.point()),
        gradient(example.explanation()),
        1e-12,
        example.name());
  }

  @ParameterizedTest
  @MethodSource("ad4j.explain.WorkedExample#all")
  void contributionsAddUpToTheAdjoint(WorkedExample example) {
    Explanation explanation = example.explanation();
    explanation.backward().stream()
        .filter(step -> !step.contributions().isEmpty())
        .forEach(
            step ->
                assertEquals(
                    step.adjoint(),
                    step.contributions().stream().mapToDouble(Contribution::product).sum(),
                    1e-12 * Math.abs(step.adjoint()),
                    example.name() + " " + step.formula()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tan    | w2^2 + 1",
        "exp    | w2",
        "sqrt   | 1 / (2 * w2)",
        "log    | 1 / w1",
        "atan   | 1 / (w1^2 + 1)",
        "asin   | asin'(w1)",
        "cos    | -sin(w1)",
        "tanh   | tanh'(w1, w2)",
        "square | 2 * w1",
        "reciprocal | -w2^2",
        "neg    | ''",
        "abs    | ''",
      })
  void aPartialIsWrittenAsItsRuleHasIt(String operator, String rule) {
    Operator function = Ad.operator(operator);
    assertEquals(rule, explain(x -> function.of(x[0]), "t").edges().getFirst().rule());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abs   | 0.5  | -1 for a negative argument, undefined at 0: convention 0",
        "abs   | -0.5 | 1 for a positive argument, undefined at 0: convention 0",
        "abs   | 0    | slope undefined here (x = 0): convention 0",
        "floor | 0.5  | undefined where x is an integer",
        "sin   | 0    | ''",
      })
  void aKinkedOperatorSaysSo(String operator, double at, String remark) {
    Operator function = Ad.operator(operator);
    Graph graph = Ad.multivariate(x -> function.of(x[0])).record(at).graph();
    assertEquals(remark, Explanation.of(graph, ExplainOptions.of("t")).edges().getFirst().remark());
  }

  @Test
  void aClampTellsOfBothLimits() {
    Operator clamp = Ad.operator("clamp");
    Explanation explanation =
        explain(x -> clamp.of(x[0], Real.constant(-1), Real.constant(2)), "t");
    assertEquals(
        "0 for w1 < -1, undefined at -1: convention 1/2; "
            + "0 for w1 > 2, undefined at 2: convention 1/2",
        explanation.edges().getFirst().remark());
  }

  @Test
  void aZeroStaysZeroWhateverItMultiplies() {
    Operator sqrt = Ad.operator("sqrt");
    Graph graph = Ad.multivariate(x -> sqrt.of(x[0]).times(0)).record(0).graph();
    Explanation explanation = Explanation.of(graph, ExplainOptions.of("t").wrt("t"));
    assertArrayEquals(new double[] {0}, gradient(explanation));
    assertEquals(0, explanation.paths().getFirst().paths().getFirst().product());
  }

  @Test
  void aRepeatedOperandHasOneEdge() {
    Explanation square = explain(x -> x[0].times(x[0]), "t");
    assertEquals("∂w2/∂w1=2 * w1=1", edges(square));
    assertArrayEquals(new double[] {1}, gradient(square));
  }

  @Test
  void operationsThatDoNotLeadToTheResultAreLeftOut() {
    Graph graph =
        Ad.vectorValued(x -> new Real[] {x[0].times(2), x[0].plus(x[1]).negate()})
            .record(1, 2)
            .graph();
    Explanation first = Explanation.of(graph, ExplainOptions.of("a", "b"));
    assertEquals("w1=a=1 w2=b=2 w3=w1 * 2=2", nodes(first));
    assertEquals(2, first.leftOut());
    Explanation second = Explanation.of(graph, ExplainOptions.of("a", "b").output(1, "g"));
    assertEquals("w1=a=1 w2=b=2 w3=w1 + w2=3 w4=g=-w3=-3", nodes(second));
  }

  @Test
  void aConstantResultDependsOnNothing() {
    Explanation constant = explain(x -> Real.constant(7), "t");
    assertEquals(-1, constant.output().node());
    assertEquals(7, constant.output().value());
    assertArrayEquals(new double[] {0}, gradient(constant));
    assertTrue(new TextRenderer().render(constant).contains("f = 7"));
    assertTrue(new SvgRenderer().render(constant).contains("f = 7"));
  }

  @Test
  void anInputMayBeTheResult() {
    Explanation identity =
        Explanation.of(
            Ad.multivariate(x -> x[1]).record(1, 2).graph(), ExplainOptions.of("a", "b").wrt("b"));
    assertEquals("w1=b=2 w2=a=1", nodes(identity));
    assertArrayEquals(new double[] {0, 1}, gradient(identity));
    assertEquals(1, identity.paths().getFirst().paths().getFirst().product());
  }

  @Test
  void pathsBeyondTheLimitAreCounted() {
    RealsToReal doublings =
        x -> {
          Real sum = x[0];
          for (int i = 0; i < 60; i++) {
            sum = sum.plus(sum.times(0.5));
          }
          return sum;
        };
    ExplainOptions options = ExplainOptions.of("t").wrt(List.of("t"), 3);
    Explanation explanation = Explanation.of(Ad.multivariate(doublings).record(1).graph(), options);
    Paths paths = explanation.paths().getFirst();
    assertEquals(3, paths.paths().size());
    assertEquals(0x1p60 - 3, paths.leftOut());
    assertEquals(Math.pow(1.5, 60), paths.sum(), 1e-3);
  }

  @Test
  void aLongChainNeedsNoDeepStack() {
    RealsToReal chain =
        x -> {
          Real sum = x[0];
          for (int i = 0; i < 20_000; i++) {
            sum = sum.plus(i);
          }
          return sum;
        };
    Explanation explanation =
        Explanation.of(Ad.multivariate(chain).record(1).graph(), ExplainOptions.of("t").wrt("t"));
    assertEquals(20_000, explanation.paths().getFirst().paths().getFirst().edges().size());
    assertTrue(new TextRenderer().render(explanation).contains("... and 19001 more"));
    assertTrue(new SvgRenderer().render(explanation).contains("20001 nodes are too many to draw"));
  }

  @Test
  void theFirstNumberThatIsNotFiniteIsNamed() {
    NotFinite slope = NotFinite.first(WorkedExample.NOT_FINITE.graph()).orElseThrow();
    assertEquals(NotFinite.Kind.PARTIAL, slope.kind());
    assertEquals("the slope of sqrt(0) is Infinity", slope.message());
    Operator log = Ad.operator("log");
    Explanation value = explain(x -> log.of(x[0].minus(2.5)).times(0), "t");
    assertEquals("log(-2) is NaN", notFinite(value));
    assertEquals(
        "input number 1 is NaN",
        NotFinite.first(Ad.multivariate(x -> x[0]).record(Double.NaN).graph())
            .orElseThrow()
            .message());
    assertEquals("the adjoint of w2 is Infinity", notFinite(explain(ExplanationTest::steep, "t")));
    assertNull(WorkedExample.HINGE.explanation().notFinite());
  }

  private static Real steep(Real... x) {
    return x[0].minus(0.5).times(1e300).times(1e300);
  }

  private static String notFinite(Explanation explanation) {
    NotFinite found = explanation.notFinite();
    return found == null ? "" : found.message();
  }

  @Test
  void textsThatAreNoMarkupStayTexts() {
    Graph graph = Ad.multivariate(x -> x[0].negate()).record(1).graph();
    ExplainOptions options = ExplainOptions.of("<a&\"b\\").output(0, "<f>");
    Explanation explanation = Explanation.of(graph, options);
    String svg = new SvgRenderer().render(explanation);
    assertTrue(svg.contains("&lt;a&amp;&quot;b\\"), svg);
    assertTrue(svg.contains("<title>&lt;f&gt; = -1</title>"), svg);
    assertTrue(new DotRenderer().render(explanation).contains("<a&\\\"b\\\\"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.1234567890123 | 0.123457 | 0.1234567890123",
        "12.345678901    | 12.34568 | 12.345678901",
        "1234567.891     | 1234568  | 1234567.891",
        "0.00001234567   | 1.23457e-5 | 1.234567E-5",
        "123456789012.5  | 1.23457e11 | 1.234567890125E11",
        "0.099999999999  | 0.100000 | 0.099999999999",
        "0.25            | 0.25     | 0.25",
        "-3              | -3       | -3",
        "NaN             | NaN      | NaN",
      })
  void numbersHaveTheDigitsAskedFor(double number, String six, String full) {
    assertEquals(six, new Digits(6).text(number));
    assertEquals(full, new Digits(ExplainOptions.FULL).text(number));
  }

  @Test
  void whatCannotBeExplainedIsRefused() {
    Graph hinge = WorkedExample.HINGE.graph();
    refused("no inputs", new Graph(List.of(), 0, List.of()), ExplainOptions.of());
    refused("no result number 1", hinge, ExplainOptions.of().output(1, ""));
    refused("no result number -1", hinge, ExplainOptions.of().output(-1, ""));
    refused("there must be 4 names, not 2", hinge, ExplainOptions.of("a", "b"));
    refused("the same name", hinge, ExplainOptions.of("a", "b", "c", "a"));
    refused("did you mean 'beta'?", hinge, ExplainOptions.of("beta", "b", "c", "d").wrt("betta"));
  }

  private static void refused(String words, Graph graph, ExplainOptions options) {
    ShapeException e =
        assertThrows(ShapeException.class, () -> Explanation.of(graph, options), words);
    assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
  }

  private static Explanation explain(RealsToReal f, String input) {
    return Explanation.of(Ad.multivariate(f).record(0.5).graph(), ExplainOptions.of(input));
  }

  private static String nodes(Explanation explanation) {
    Digits digits = new Digits(6);
    return join(
        explanation.nodes(),
        node -> List.of(node.name(), node.alias(), node.formula(), digits.text(node.value())));
  }

  private static String edges(Explanation explanation) {
    Digits digits = new Digits(6);
    return join(
        explanation.edges(),
        edge -> List.of(edge.name(), edge.rule(), digits.text(edge.partial())));
  }

  private static <T> String join(List<T> items, Function<T, List<String>> parts) {
    return items.stream()
        .map(
            item ->
                parts.apply(item).stream().filter(part -> !part.isEmpty()).collect(joining("=")))
        .collect(joining(" "));
  }

  private static double[] gradient(Explanation explanation) {
    return explanation.nodes().stream()
        .filter(Node::input)
        .sorted(Comparator.comparingInt(Node::index))
        .mapToDouble(Node::adjoint)
        .toArray();
  }
}
