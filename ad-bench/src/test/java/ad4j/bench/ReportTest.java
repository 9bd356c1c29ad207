package ad4j.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReportTest {
  @Test
  void aTableHasRatiosToThePrimalAndToTheAdjointByHand() {
    String table =
        Report.table("Kernel", Map.of("other", 30.0, "primal", 4.0, "handWritten", 10.0));
    assertEquals(
        """

        Kernel: medians
                                          ns a call   / primal    / by hand
        primal                                  4.0       1.00         0.40
        handWritten                            10.0       2.50         1.00
        other                                  30.0       7.50         3.00
        """,
        table);
  }

  @Test
  void aRatioToWhatWasLeftOutIsADash() {
    assertEquals(
        """

        Kernel: medians
                                          ns a call   / primal    / by hand
        other                                  30.0          -            -
        """,
        Report.table("Kernel", Map.of("other", 30.0)));
  }

  @Test
  void aDistributionIsALine() {
    double[] times = new double[10];
    Arrays.setAll(times, i -> 10 - i);
    assertEquals(
        "First gradient of 10 small methods, elapsed in ms:"
            + " median 6.00; least 1.00, tenths 2.00 to 10.00, most 10.00\n",
        FirstGradient.report("elapsed", times).replace("\r", ""));
  }
}
