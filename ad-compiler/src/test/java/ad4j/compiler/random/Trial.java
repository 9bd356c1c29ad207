package ad4j.compiler.random;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lets subjects differentiate a program at a point, and judges what they give. */
final class Trial {
  private final List<Subject> subjects;

  Trial(List<Subject> subjects) {
    this.subjects = List.copyOf(subjects);
  }

  /** How a trial ended if no subject failed. */
  enum Outcome {
    /** Values and gradients agree. */
    AGREED,
    /** There is a kink nearby: values agree, and subjects agree with each other. */
    NOT_SMOOTH,
    NOT_FINITE,
    /** The Java method itself throws, and so must every subject. */
    THROWS
  }

  /** The outcome, the failures if any, and what subjects refused. */
  record Verdict(Outcome outcome, List<Failure> failures, List<Subject.Refusal> refusals) {}

  Verdict run(Program program, ClassLoader loader, long pointSeed) throws ClassNotFoundException {
    Call call = Call.of(program, loader, pointSeed);
    double[] outputs;
    FiniteDifferences.Estimate reference;
    try {
      outputs = call.outputs();
    } catch (InvocationTargetException e) {
      return throwing(call, pointSeed);
    }
    try {
      reference = FiniteDifferences.estimate(call);
    } catch (InvocationTargetException e) {
      return new Verdict(Outcome.THROWS, List.of(), List.of());
    }
    if (!finite(outputs) || !finite(reference.gradient())) {
      return new Verdict(Outcome.NOT_FINITE, List.of(), List.of());
    }
    List<Failure> failures = new ArrayList<>();
    List<Subject.Refusal> refusals = new ArrayList<>();
    double[] other = {};
    for (Subject subject : subjects) {
      if (!subject.takes(program)) {
        continue;
      }
      Judge judge = new Judge(call, pointSeed, subject.name(), failures);
      try {
        Subject.Result result = subject.differentiate(call);
        if (!subject.isExact() && !reference.smooth()) {
          continue; // it may be on the other side of the kink
        }
        judge.values(outputs, result.outputs(), subject.isExact() ? 0 : 1e-9);
        boolean values = result.gradient().length == 0 && call.inputs().length > 0;
        if (values) {
          continue;
        }
        if (reference.smooth()) {
          judge.gradient(reference, result.gradient());
        }
        if (other.length > 0 && !(subject instanceof FiniteDifferences)) {
          judge.same(other, result.gradient());
        }
        other = subject instanceof FiniteDifferences ? other : result.gradient();
      } catch (Subject.Refusal e) {
        refusals.add(e);
      } catch (Exception | LinkageError | StackOverflowError e) {
        judge.threw(e);
      }
    }
    Outcome outcome = reference.smooth() ? Outcome.AGREED : Outcome.NOT_SMOOTH;
    return new Verdict(outcome, failures, refusals);
  }

  private Verdict throwing(Call call, long pointSeed) {
    List<Failure> failures = new ArrayList<>();
    List<Subject.Refusal> refusals = new ArrayList<>();
    for (Subject subject : subjects) {
      if (subject.takes(call.program())) {
        try {
          Subject.Result result = subject.differentiate(call);
          new Judge(call, pointSeed, subject.name(), failures).returned(result.outputs());
        } catch (Subject.Refusal e) {
          refusals.add(e);
        } catch (Exception | StackOverflowError _) {
          // It throws, as it must.
        }
      }
    }
    return new Verdict(Outcome.THROWS, failures, refusals);
  }

  private static boolean finite(double[] values) {
    return Arrays.stream(values).allMatch(v -> Math.abs(v) < 1e8);
  }

  /** Writes down what is wrong with the results of one subject, one failure at most. */
  private record Judge(Call call, long pointSeed, String subject, List<Failure> failures) {

    void values(double[] expected, double[] actual, double tolerance) {
      for (int k = 0; k < expected.length; k++) {
        if (expected.length != actual.length
            || (Double.doubleToLongBits(expected[k]) != Double.doubleToLongBits(actual[k])
                && !(Math.abs(expected[k] - actual[k])
                    < tolerance * (1 + Math.abs(expected[k]))))) {
          fail(Failure.Reason.VALUE, "output " + k, expected, actual);
          return;
        }
      }
    }

    void gradient(FiniteDifferences.Estimate reference, double[] actual) {
      double[] expected = reference.gradient();
      for (int k = 0; k < expected.length; k++) {
        double tolerance = 10 * reference.error()[k] + 1e-6 * (1 + Math.abs(expected[k]));
        if (expected.length != actual.length || !(Math.abs(expected[k] - actual[k]) <= tolerance)) {
          String detail = "slope by input " + k + ", tolerance " + (float) tolerance;
          fail(Failure.Reason.GRADIENT, detail, expected, actual);
          return;
        }
      }
    }

    void same(double[] expected, double[] actual) {
      for (int k = 0; k < expected.length; k++) {
        double tolerance = 1e-9 * (1 + Math.abs(expected[k]));
        if (!(Math.abs(expected[k] - actual[k]) <= tolerance)
            && Double.compare(expected[k], actual[k]) != 0) {
          String detail = "slope by input " + k + " of the subject before";
          fail(Failure.Reason.GRADIENT_OF_OTHER_SUBJECT, detail, expected, actual);
          return;
        }
      }
    }

    void threw(Throwable thrown) {
      StackTraceElement[] stack = thrown.getStackTrace();
      String where = stack.length == 0 ? "" : " at " + stack[0];
      fail(Failure.Reason.THREW, thrown.getClass().getName() + where, new double[0], new double[0]);
    }

    void returned(double[] outputs) {
      fail(Failure.Reason.RETURNED, "the method throws", new double[0], outputs);
    }

    private void fail(Failure.Reason reason, String detail, double[] expected, double[] actual) {
      if (failures.isEmpty() || !failures.getLast().subject().equals(subject)) {
        failures.add(
            new Failure(
                call.program(),
                pointSeed,
                subject,
                reason,
                detail,
                call.inputs(),
                expected,
                actual));
      }
    }
  }
}
