package ad4j.verify;

import ad4j.engine.Differentiator;
import ad4j.op.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Verifies that an operator keeps what it declares, above all that its slope is that of its value.
 * Looks at a few dozen points that depend on the declaration alone, so that it finds the same each
 * time; takes milliseconds an operator. Immutable and thread-safe.
 *
 * {@snippet :
 * Installation installed = Installation.standard();
 * for (Operator operator : installed.operators().all()) {
 *   OperatorVerification.verify(operator, installed.differentiator()).forEach(report);
 * }
 * }
 */
public final class OperatorVerification {
  private final Subject subject;

  /**
   * Prepares to verify {@code operator}.
   *
   * @param differentiator its engines take part; what needs an engine that it lacks is left out
   */
  public OperatorVerification(Operator operator, Differentiator differentiator) {
    subject = new Subject(operator, differentiator);
  }

  /** All that is wrong with {@code operator}; empty if it is sound. */
  public static List<Finding> verify(Operator operator, Differentiator differentiator) {
    OperatorVerification verification = new OperatorVerification(operator, differentiator);
    List<Finding> all = new ArrayList<>();
    Arrays.stream(Aspect.values()).forEach(aspect -> all.addAll(verification.verify(aspect)));
    return all;
  }

  /** All that is wrong in this respect. */
  public List<Finding> verify(Aspect aspect) {
    Findings findings = new Findings(subject.operator(), aspect);
    try {
      check(aspect).examine(subject, findings);
    } catch (RuntimeException | LinkageError | StackOverflowError e) { // a foreign rule's failure
      findings.add("it throws " + e);
    }
    return findings.all();
  }

  private static Check check(Aspect aspect) {
    return switch (aspect) {
      case DECLARATION -> new DeclarationCheck();
      case TOTALITY -> new TotalityCheck();
      case SLOPE -> new SlopeCheck();
      case SECOND_SLOPE -> new SecondSlopeCheck();
      case PARTIALS -> new PartialCheck();
      case EDGES -> new EdgeCheck();
      case KINKS -> new KinkCheck();
      case MODES -> new ModeCheck();
      case PURITY -> new PurityCheck();
      case NAN -> new NanCheck();
    };
  }
}
