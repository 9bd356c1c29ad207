package ad4j.cli.work;

import ad4j.script.ScriptSession;
import org.jspecify.annotations.Nullable;

/**
 * What a command runs, so that another thread can stop it: the script session that is open, or else
 * the thread that made this, in which Java methods are interpreted. Thread-safe.
 */
public final class Running implements AutoCloseable {
  private final Thread thread = Thread.currentThread();
  private @Nullable ScriptSession session;
  private boolean stopped;

  /** None yet. */
  public Running() {}

  /** Opens this session in place of the one that was open; stopped at once if it is too late. */
  public synchronized ScriptSession opened(ScriptSession next) {
    close();
    session = next;
    if (stopped) {
      next.interrupt();
    }
    return next;
  }

  /** Stops what runs, and what is still to run. */
  public synchronized void stop() {
    stopped = true;
    if (session != null) {
      session.interrupt();
    } else {
      thread.interrupt();
    }
  }

  @Override
  public synchronized void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
