package ad4j.cli.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The end of the time that a command has. */
final class DeadlineTest {
  @Test
  void whatCannotBeInterruptedIsGivenUp() throws InterruptedException {
    LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    CountDownLatch never = new CountDownLatch(1);
    try (Deadline deadline =
        new Deadline(Duration.ofMillis(50), () -> await(never), late -> said.add(late.what()))) {
      assertEquals("the time limit of 50ms was reached", said.poll(20, TimeUnit.SECONDS));
      assertTrue(deadline.passed());
    } finally {
      never.countDown();
    }
  }

  @Test
  void whatEndsInTimeIsNotDisturbed() throws InterruptedException {
    CountDownLatch disturbed = new CountDownLatch(1);
    Deadline deadline =
        new Deadline(Duration.ofSeconds(60), disturbed::countDown, late -> disturbed.countDown());
    deadline.close();
    assertFalse(disturbed.await(100, TimeUnit.MILLISECONDS));
  }

  private static void await(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
