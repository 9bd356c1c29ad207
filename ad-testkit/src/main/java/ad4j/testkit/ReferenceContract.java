package ad4j.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ad4j.Differentiable;
import ad4j.Installation;
import ad4j.ValueAndGradient;
import ad4j.ValueGradientHessian;
import ad4j.engine.Engine;
import ad4j.engine.Mode;
import ad4j.engine.RealFunction;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.testkit.ReferenceValues.Bivariate;
import ad4j.testkit.ReferenceValues.Convention;
import ad4j.testkit.ReferenceValues.Univariate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The installed operators, differentiated by the installed engines, against {@link
 * ReferenceValues}: every row in every mode, up to order 3, by series and by nesting.
 */
public abstract class ReferenceContract {
  private static final double TOLERANCE = 1e-12;

  /** Functions whose values themselves cost digits. */
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

  private final Installation installation = Installation.standard();
  private final Laboratory laboratory = new Laboratory(installation.engines(), TOLERANCE);

  /** For the test that extends it. */
  protected ReferenceContract() {}

  /** Value and derivatives 1 to 3. */
  @TestFactory
  protected final Stream<DynamicTest> functionsOfOneVariable() {
    Map<String, List<Univariate>> rows =
        ReferenceValues.univariate().stream()
            .collect(
                Collectors.groupingBy(Univariate::operator, TreeMap::new, Collectors.toList()));
    return tests(rows, this::requireUnivariate);
  }

  /** Value, gradient and Hessian. */
  @TestFactory
  protected final Stream<DynamicTest> functionsOfTwoVariables() {
    Map<String, List<Bivariate>> rows =
        ReferenceValues.bivariate().stream()
            .collect(Collectors.groupingBy(Bivariate::operator, TreeMap::new, Collectors.toList()));
    return tests(rows, this::requireBivariate);
  }

  /** Value and gradient at kinks, ties and poles. */
  @TestFactory
  protected final Stream<DynamicTest> conventions() {
    Map<String, List<Convention>> rows =
        ReferenceValues.conventions().stream()
            .collect(
                Collectors.groupingBy(Convention::expression, TreeMap::new, Collectors.toList()));
    return tests(rows, this::requireConvention);
  }

  @FunctionalInterface
  private interface Requirement<R> {
    void hold(R row, Mode mode);
  }

  private <R> Stream<DynamicTest> tests(Map<String, List<R>> rows, Requirement<R> requirement) {
    return rows.entrySet().stream()
        .flatMap(
            entry ->
                laboratory.modes().stream()
                    .map(
                        mode ->
                            dynamicTest(
                                entry.getKey() + ", " + Laboratory.text(mode),
                                () ->
                                    entry.getValue().forEach(row -> requirement.hold(row, mode)))));
  }

  private void requireUnivariate(Univariate row, Mode mode) {
    Operator operator = installation.operators().named(row.operator());
    Laboratory.Univariate f = operator::of;
    double[] series = laboratory.scalar(f, mode).derivatives(3, row.x());
    for (int order = 0; order <= 3; order++) {
      String what = "%s at %s, derivative %d".formatted(row.operator(), row.x(), order);
      requireSmall(row.error(order, series[order]), row.operator(), what + ", at once", mode);
      double nested = f.at(Real.constant(row.x())).primal();
      requireSmall(row.error(order, nested), row.operator(), what + ", nested", mode);
      Laboratory.Univariate inner = f;
      f = x -> laboratory.slope(inner, mode, x);
    }
  }

  private void requireBivariate(Bivariate row, Mode mode) {
    Operator operator = installation.operators().named(row.operator());
    ValueGradientHessian found =
        differentiable(operator::of, mode).valueGradientHessian(row.x(), row.y());
    double[] numbers = {
      found.value(),
      found.gradient()[0],
      found.gradient()[1],
      found.hessian()[0][0],
      found.hessian()[0][1],
      found.hessian()[1][1]
    };
    for (int i = 0; i < numbers.length; i++) {
      String what =
          "%s at (%s, %s), number %d of the row".formatted(row.operator(), row.x(), row.y(), i);
      requireSmall(row.error(i, numbers[i]), row.operator(), what, mode);
    }
    requireSmall(
        row.error(4, found.hessian()[1][0]), row.operator(), row + ", lower triangle", mode);
  }

  private void requireConvention(Convention row, Mode mode) {
    Expressions.Formula formula = new Expressions(installation.operators()).named(row.expression());
    double[] x = row.at().stream().mapToDouble(Double::doubleValue).toArray();
    ValueAndGradient found = differentiable(formula, mode).valueAndGradient(x);
    String what = "%s at %s, %s".formatted(row.expression(), row.at(), Laboratory.text(mode));
    laboratory.requireClose(row.value(), found.value(), what + ": value");
    double[] partials = row.partials().stream().mapToDouble(Double::doubleValue).toArray();
    laboratory.requireClose(partials, found.gradient(), what + ": gradient");
  }

  private Differentiable differentiable(Expressions.Formula f, Mode mode) {
    RealFunction function = x -> new Real[] {f.at(x)};
    return laboratory.differentiable(function, mode);
  }

  private void requireSmall(double error, String operator, String what, Mode mode) {
    double allowed = SPECIAL.contains(operator) ? 1e-10 : TOLERANCE;
    assertTrue(
        error <= allowed,
        () ->
            "%s, mode %s of %s: off by %s"
                .formatted(
                    what,
                    Laboratory.text(mode),
                    laboratory.engines().all().stream().map(Engine::name).toList(),
                    error));
  }
}
