package ad4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ad graph -o}. */
final class GraphFileTest {
  @TempDir private Path folder = Path.of("");

  private String drawn(String name) throws Exception {
    Path file = folder.resolve(name);
    CliRun run =
        CliRun.of("graph", "Math.sin(x*y) + Math.cos(x*y)", "--at", "2,3", "-o", file.toString());
    assertEquals(new CliRun(0, "", ""), run);
    return Files.readString(file);
  }

  @Test
  void aNameThatEndsInSvgGivesAPicture() throws Exception {
    String text = drawn("g.svg");
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
    assertEquals("svg", document.getDocumentElement().getNodeName());
    assertTrue(text.contains("0.680755"), text);
  }

  @Test
  void aNameThatEndsInDotGivesDot() throws Exception {
    assertTrue(drawn("g.DOT").startsWith("digraph"));
  }

  @Test
  void aNameThatEndsInJsonGivesJson() throws Exception {
    assertTrue(drawn("g.json").startsWith("{\"schema\":\"ad/1\",\"value\":0.680"));
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    CliRun run =
        CliRun.of("graph", "x", "--at", "1", "-o", folder.resolve("missing/g.svg").toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("ad: AD-USAGE: cannot write "), run.err());
  }
}
