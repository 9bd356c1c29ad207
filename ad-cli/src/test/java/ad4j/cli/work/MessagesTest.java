package ad4j.cli.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.error.ConfigurationException;
import ad4j.error.Origin;
import ad4j.error.ScriptException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  private static String said(String source, Consumer<Messages> speaker) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Sources sources = new Sources();
    sources.inline(source);
    speaker.accept(new Messages(err, sources));
    return err.toString(UTF_8);
  }

  @Test
  void aFailureShowsCodePlaceLineCaretAndRemedy() {
    Origin origin = new Origin("<inline>", 2, 5, "foo(x)");
    assertEquals(
        """
        ad: AD-SCRIPT: no foo
          at <inline>:2:5
            1 + foo(x)
                ^^^^^^
            define it
        """,
        said(
            "x => \n1 + foo(x)",
            m -> m.failure(new ScriptException("no foo", "define it", origin, null))));
  }

  @Test
  void aLongLineIsCutAroundTheCaret() {
    String line = "1 + ".repeat(100) + "foo(x)" + " + 1".repeat(100);
    String text = said(line, m -> m.at(new Origin("<inline>", 1, 401, "foo(x)")));
    List<String> lines = text.lines().toList();
    assertEquals(lines.get(1).indexOf("foo(x)"), lines.get(2).indexOf("^^^^^^"));
    assertEquals(true, lines.get(1).length() <= 104);
  }

  @Test
  void aLineThatCannotBeFoundIsReplacedByWhatIsKnown() {
    assertEquals(
        """
          at gone.mjs:7:9
            f(x)
            ^^^^
        """,
        said("", m -> m.at(new Origin("gone.mjs", 7, 9, "f(x)"))));
  }

  @Test
  void aWholeLineHasItsCaretAtTheColumn() {
    assertEquals(
        """
          at gone.mjs:7:5
            1 + f(x)
                ^
        """,
        said("", m -> m.at(new Origin("gone.mjs", 7, 5, "1 + f(x)"))));
  }

  @Test
  void everyProblemOfAConfigurationHasItsLine() {
    assertEquals(
        """
        ad: AD-CONFIGURATION: one
        ad: AD-CONFIGURATION: two
        """,
        said("", m -> m.failure(new ConfigurationException(List.of("one", "two")))));
  }
}
