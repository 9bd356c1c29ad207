package ad4j.cli.command;

import ad4j.cli.work.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The commands by name. Only the one that is asked for is made: so {@code ad} starts fast. */
public final class Commands {
  private static final List<Entry> ALL =
      List.of(
          new Entry("eval", "the value of a function", EvalCommand::new),
          new Entry("grad", "value and gradient; derivatives of any order", GradCommand::new),
          new Entry("jacobian", "results and Jacobian", JacobianCommand::new),
          new Entry("hessian", "value, gradient and Hessian", HessianCommand::new),
          new Entry("jvp", "derivatives in a direction", JvpCommand::new),
          new Entry("vjp", "the gradient of a weighted sum of results", VjpCommand::new),
          new Entry("hvp", "the Hessian times a direction", HvpCommand::new),
          new Entry("taylor", "Taylor coefficients", TaylorCommand::new),
          new Entry("explain", "how value and derivatives come about", ExplainCommand::new),
          new Entry("graph", "the computational graph as a drawing", GraphCommand::new),
          new Entry("ir", "a Java method and its derivatives as Programs", IrCommand::new),
          new Entry("check", "derivatives against finite differences", CheckCommand::new),
          new Entry("ops", "the operators", OpsCommand::new),
          new Entry("run", "runs a script", RunCommand::new),
          new Entry("repl", "an interactive session", ReplCommand::new),
          new Entry("doctor", "what this installation consists of", DoctorCommand::new));

  private Commands() {}

  /**
   * A command.
   *
   * @param name its name
   * @param summary what it gives, in a few words
   * @param maker makes it, annotated for picocli
   */
  public record Entry(String name, String summary, Supplier<Action> maker) {}

  /** All commands, in the order in which help lists them. */
  public static List<Entry> all() {
    return ALL;
  }

  /** The command with this name. */
  public static Optional<Entry> named(String name) {
    return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** Their names. */
  public static List<String> names() {
    return ALL.stream().map(Entry::name).toList();
  }
}
