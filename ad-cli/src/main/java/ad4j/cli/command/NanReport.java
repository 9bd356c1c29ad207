package ad4j.cli.command;

import ad4j.cli.output.Answer;
import ad4j.cli.output.NumberStyle;
import ad4j.cli.work.GivenFunction;
import ad4j.cli.work.Messages;
import ad4j.engine.Graph;
import ad4j.engine.Graph.Node;
import ad4j.engine.Graph.Operand;
import ad4j.error.AdException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which operation a NaN comes from. */
final class NanReport {
  private static final NumberStyle STYLE = new NumberStyle(NumberStyle.FULL);

  private final Messages messages;

  NanReport(Messages messages) {
    this.messages = messages;
  }

  /** Says it for this answer, which holds NaN. */
  void report(String place, GivenFunction function, Answer answer) {
    String prefix = (place.isEmpty() ? "" : place + ": ") + "AD-NOT-FINITE: ";
    Graph graph = graph(function, answer);
    for (Node node : graph == null ? List.<Node>of() : graph.nodes()) {
      String problem = problem(answer, node);
      if (!problem.isEmpty()) {
        messages.say(prefix + problem);
        if (node.origin() != null) {
          messages.at(node.origin());
        }
        return;
      }
    }
    messages.say(prefix + "the answer holds NaN, although no operation gives NaN by itself");
    messages.remedy("infinite numbers may have cancelled; `ad explain` shows all of them");
  }

  private static @Nullable Graph graph(GivenFunction function, Answer answer) {
    try {
      return function.differentiable(answer.at().length).record(answer.at()).graph();
    } catch (AdException e) {
      return null; // cannot be recorded: then it is only said that there is NaN
    }
  }

  private static String problem(Answer answer, Node node) {
    if (Double.isNaN(node.value())) {
      return node.operator() == null
          ? "the input " + answer.variables().get(node.index()) + " is NaN"
          : "NaN first arises in " + call(node);
    }
    for (int i = 0; i < node.partials().size(); i++) {
      if (node.operands().get(i) instanceof Operand.Ref && Double.isNaN(node.partials().get(i))) {
        return "NaN first arises in the slope of " + call(node);
      }
    }
    return "";
  }

  private static String call(Node node) {
    return node.operator()
        + node.operands().stream()
            .map(operand -> STYLE.text(operand.value()))
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
