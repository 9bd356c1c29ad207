package ad4j.cli.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionTextTest {
  @Test
  void aFileAndANameAreAnExport() {
    assertEquals(
        new FunctionText.InFile("a b/model.mjs", "loss"), FunctionText.read("a b/model.mjs#loss"));
  }

  @Test
  void aFileAloneIsItsDefaultExport() {
    assertEquals(new FunctionText.InFile("m.js", "default"), FunctionText.read("m.js"));
  }

  @Test
  void aClassFileAndANameAreAJavaMethod() {
    assertEquals(
        new FunctionText.InClassFile("a b/Models.class", "loss"),
        FunctionText.read("a b/Models.class#loss"));
    assertEquals(new FunctionText.InClassFile("M.class", ""), FunctionText.read("M.class"));
  }

  @Test
  void aClassAndANameAreAJavaMethod() {
    assertEquals(
        new FunctionText.InClass("com.example.Models$Inner", "loss"),
        FunctionText.read("com.example.Models$Inner#loss"));
  }

  @Test
  void aDashIsStandardInput() {
    assertEquals(new FunctionText.FromStandardInput(), FunctionText.read("-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x*y", "v => v.js", "f(x.mjs)", "x.json", "-x"})
  void allElseIsJavaScript(String text) {
    assertEquals(new FunctionText.Inline(text), FunctionText.read(text));
  }
}
