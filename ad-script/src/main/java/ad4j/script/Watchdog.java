package ad4j.script;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stops an evaluation that takes too long. */
final class Watchdog implements AutoCloseable {
  private final Runnable stop;
  private final Duration deadline;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ad-script-watchdog").factory());

  Watchdog(Runnable stop, Duration deadline) {
    this.stop = stop;
    this.deadline = deadline;
  }

  /** The watch over one evaluation. */
  record Watch(@Nullable ScheduledFuture<?> alarm) {
    void stop() {
      if (alarm != null) {
        alarm.cancel(false);
      }
    }
  }

  Watch start() {
    return new Watch(
        deadline.isZero()
            ? null
            : timer.schedule(stop, deadline.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
