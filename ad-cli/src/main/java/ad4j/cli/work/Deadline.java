package ad4j.cli.work;

import ad4j.error.LimitException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The end of the time that a command has. Thread-safe. */
public final class Deadline implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final @Nullable Duration limit;
  private final Thread timer;
  private volatile boolean passed;

  /**
   * Begins now.
   *
   * @param limit null for none
   * @param interrupt stops what runs
   * @param giveUp ends the process, if stopping it did not help
   */
  public Deadline(@Nullable Duration limit, Runnable interrupt, Consumer<LimitException> giveUp) {
    this.limit = limit;
    Duration time = limit == null ? Duration.ZERO : limit;
    timer = inBackground("ad-deadline", () -> watch(time, interrupt, giveUp));
    if (limit != null) {
      timer.start();
    }
  }

  private static Thread inBackground(String name, Runnable action) {
    return Thread.ofPlatform().daemon().name(name).unstarted(action);
  }

  private void watch(Duration time, Runnable interrupt, Consumer<LimitException> giveUp) {
    try {
      Thread.sleep(time);
      passed = true;
      inBackground("ad-interrupt", interrupt).start(); // waits for what may never end
      Thread.sleep(PATIENCE);
      giveUp.accept(failure());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the command has ended in time
    }
  }

  /** Whether it is over. */
  public boolean passed() {
    return passed;
  }

  /** What is said when it is over. */
  public LimitException failure() {
    return new LimitException(
        "the time limit of " + text() + " was reached", "give more time with --timeout");
  }

  private String text() {
    long milliseconds = limit == null ? 0 : limit.toMillis();
    return milliseconds % 1000 == 0 ? milliseconds / 1000 + "s" : milliseconds + "ms";
  }

  @Override
  public void close() {
    timer.interrupt();
  }
}
