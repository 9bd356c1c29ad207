package ad4j.verify;

import ad4j.engine.Mode;
import ad4j.op.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what one check finds; the first few are enough. */
final class Findings {
  private static final int MOST = 5;

  private final Operator operator;
  private final Aspect aspect;
  private final List<Finding> all = new ArrayList<>();

  Findings(Operator operator, Aspect aspect) {
    this.operator = operator;
    this.aspect = aspect;
  }

  List<Finding> all() {
    return all;
  }

  void add(String problem) {
    add(new double[0], "", problem);
  }

  void add(double[] at, String problem) {
    add(at, "", problem);
  }

  void add(double[] at, Mode mode, String problem) {
    add(at, mode.name().toLowerCase(java.util.Locale.ROOT), problem);
  }

  private void add(double[] at, String mode, String problem) {
    if (all.size() < MOST) {
      List<Double> point = Arrays.stream(at).boxed().toList();
      all.add(new Finding(operator.name(), aspect, point, mode, problem));
    }
  }
}
