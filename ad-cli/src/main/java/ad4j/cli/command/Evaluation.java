package ad4j.cli.command;

import ad4j.Differentiable;
import ad4j.cli.input.FileName;
import ad4j.cli.input.GivenPoint;
import ad4j.cli.input.PointTable;
import ad4j.cli.input.UsageException;
import ad4j.cli.input.Variables;
import ad4j.cli.output.Answer;
import ad4j.cli.output.Axis;
import ad4j.cli.output.Format;
import ad4j.cli.output.Rows;
import ad4j.cli.work.ExitCode;
import ad4j.cli.work.GivenFunction;
import ad4j.cli.work.Workbench;
import ad4j.error.AdException;
import ad4j.error.CancelledException;
import ad4j.error.LimitException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a question about a function, at one point or at many. */
final class Evaluation {
  private static final int MOST_MESSAGES = 10;

  private final Workbench bench;
  private final Target target;
  private final Question question;
  private int messages;
  private int exitCode = ExitCode.FINE;

  Evaluation(Workbench bench, Target target, Question question) {
    this.bench = bench;
    this.target = target;
    this.question = question;
  }

  /** Writes the answers; gives the exit code. */
  int run() throws IOException {
    if (target.points == null) {
      one();
    } else {
      many(target.points);
    }
    return exitCode;
  }

  private void one() {
    GivenPoint given = target.at == null ? null : GivenPoint.read(target.at);
    GivenFunction function = bench.function(target.function);
    Located point = Located.of(function, given);
    Answer answer = answer(function, point);
    bench.output().answer(answer);
    reportNaN("", function, answer);
  }

  private Answer answer(GivenFunction function, Located point) {
    Differentiable f = function.differentiable(point.x().length);
    Axis variables = Axis.variables(point.variables());
    return new Answer(point.variables(), point.x(), question.answer(f, variables, point.x()));
  }

  private void many(String points) throws IOException {
    if (target.at != null) {
      throw new UsageException("--at and --points exclude each other", "");
    }
    if (points.equals("-") && target.function.equals("-")) {
      throw new UsageException("standard input cannot be both the function and the points", "");
    }
    GivenFunction function = bench.function(target.function);
    try (PointTable table =
        new PointTable(points.equals("-") ? "<stdin>" : points, reader(points))) {
      Rows rows = bench.output(Format.CSV).rows();
      GivenPoint given = table.next();
      while (given != null) {
        row(function, Located.of(function, given), table.place(), rows);
        given = table.next();
      }
      rows.end();
    }
    if (messages > MOST_MESSAGES) {
      bench.messages().say("and " + (messages - MOST_MESSAGES) + " more messages like these");
    }
  }

  private void row(GivenFunction function, Located point, String place, Rows rows) {
    try {
      Answer answer = answer(function, point);
      rows.add(answer);
      reportNaN(place, function, answer);
    } catch (LimitException | CancelledException e) {
      rows.end();
      throw e;
    } catch (AdException e) {
      exitCode = Math.max(exitCode, ExitCode.of(e));
      rows.addFailure(point.variables(), point.x(), e);
      if (messages++ < MOST_MESSAGES) {
        bench.messages().failure(place, e);
      }
    }
  }

  private void reportNaN(String place, GivenFunction function, Answer answer) {
    if (answer.hasNaN()) {
      exitCode = Math.max(exitCode, ExitCode.FAILED);
      if (messages++ < MOST_MESSAGES) {
        new NanReport(bench.messages()).report(place, function, answer);
      }
    }
  }

  private Reader reader(String points) throws IOException {
    if (points.equals("-")) {
      return new InputStreamReader(bench.streams().in(), StandardCharsets.UTF_8);
    }
    return Files.newBufferedReader(FileName.existing(points), StandardCharsets.UTF_8);
  }

  /**
   * A point of a function.
   *
   * @param variables names of its coordinates
   * @param x the coordinates
   */
  record Located(List<String> variables, double[] x) {
    static Located of(GivenFunction function, @Nullable GivenPoint given) {
      List<String> parameters = function.parameters();
      if (given == null) {
        if (!parameters.isEmpty()) {
          throw new UsageException(
              "no point is given", "add --at " + Variables.example(parameters));
        }
        return new Located(List.of(), new double[0]);
      }
      int inputs = given.numbers().size();
      boolean one = parameters.size() == 1 && given.names().contains(parameters.getFirst());
      List<String> variables = one ? parameters : Variables.names(parameters, inputs);
      return new Located(variables, given.inOrder(variables));
    }
  }
}
