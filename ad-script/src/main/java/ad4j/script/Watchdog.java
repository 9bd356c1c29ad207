package ad4j.script;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stops a call that takes too long, or that is not wanted any more. */
final class Watchdog implements AutoCloseable {
  private final Runnable stop;
  private final @Nullable Duration limit;
  private final @Nullable ScheduledExecutorService timer;
  private volatile boolean barked;
  private volatile boolean called;

  Watchdog(Runnable stop, @Nullable Duration limit) {
    this.stop = stop;
    this.limit = limit;
    this.timer =
        limit == null
            ? null
            : Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("ad-script-watchdog").factory());
  }

  /** The watch over one call. */
  record Watch(@Nullable ScheduledFuture<?> alarm) implements AutoCloseable {
    @Override
    public void close() {
      if (alarm != null) {
        alarm.cancel(false);
      }
    }
  }

  Watch start() {
    barked = false;
    called = false;
    return new Watch(
        timer == null || limit == null
            ? null
            : timer.schedule(this::bark, limit.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void bark() {
    barked = true;
    stop.run();
  }

  /** Stops the present call. */
  void call() {
    called = true;
    stop.run();
  }

  /** Whether the present call was stopped because of the time. */
  boolean barked() {
    return barked;
  }

  /** Whether the present call was stopped, whatever that looks like to the script. */
  boolean stopped() {
    return barked || called;
  }

  /** The limit in seconds. */
  double limit() {
    return limit == null ? Double.POSITIVE_INFINITY : limit.toMillis() / 1000.0;
  }

  @Override
  public void close() {
    if (timer != null) {
      timer.shutdownNow();
    }
  }
}
