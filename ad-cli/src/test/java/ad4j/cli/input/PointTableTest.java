package ad4j.cli.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PointTableTest {
  private static PointTable table(String text) throws IOException {
    return new PointTable("t.csv", new StringReader(text));
  }

  private static GivenPoint next(PointTable table) {
    GivenPoint point = table.next();
    assertEquals(true, point != null);
    return point == null ? new GivenPoint(List.of(), List.of()) : point;
  }

  @Test
  void theFirstLineNamesTheColumnsIfItHoldsNoNumber() throws IOException {
    try (PointTable table = table("x,y\n1,2\n")) {
      assertEquals(List.of("x", "y"), table.header());
      assertEquals(new GivenPoint(List.of("x", "y"), List.of(1.0, 2.0)), next(table));
      assertNull(table.next());
    }
  }

  @Test
  void withoutNamesTheFirstLineIsAPoint() throws IOException {
    try (PointTable table = table("1,2\r\n3,NaN")) {
      assertEquals(new GivenPoint(List.of(), List.of(1.0, 2.0)), next(table));
      assertEquals(List.of(3.0, Double.NaN), next(table).numbers());
      assertNull(table.next());
    }
  }

  @Test
  void aMarkOfTheByteOrderIsNoPartOfAName() throws IOException {
    try (PointTable table = table("\uFEFFx,y\n1,2\n")) {
      assertEquals(List.of("x", "y"), table.header());
    }
    try (PointTable table = table("\uFEFF1,2\n")) {
      assertEquals(List.of(1.0, 2.0), next(table).numbers());
    }
  }

  @Test
  void aPlaceIsFileAndLine() throws IOException {
    try (PointTable table = table("x\n1\n\n# remark\n2\n3")) {
      next(table);
      assertEquals("t.csv:2", table.place());
      next(table);
      assertEquals("t.csv:5", table.place());
      next(table);
      assertEquals("t.csv:6", table.place());
    }
  }

  @Test
  void aLineThatIsTooShortIsRefused() throws IOException {
    try (PointTable table = table("x,y\n1\n")) {
      assertThrows(UsageException.class, table::next);
    }
  }

  @Test
  void anEmptyTableIsRefused() {
    assertThrows(UsageException.class, () -> table("\n").close());
  }
}
