package ad4j.script.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the text of a function tells about its parameters. */
final class SignatureReaderTest {
  private static Signature read(String text) {
    return Objects.requireNonNull(SignatureReader.read(text), text);
  }

  private static String parameters(String text) {
    return read(text).parameters().stream()
        .map(p -> p.name() + ":" + p.use() + (p.optional() ? "?" : "") + p.members())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "x => x * x ~ x:ANY[]",
        "x => x[0] ~ x:ARRAY[]",
        "x => x.length ~ x:ARRAY[]",
        "x => [...x] ~ x:ARRAY[]",
        "x => Math.max(...x) ~ x:ARRAY[]",
        "x => { for (const v of x) return v } ~ x:ARRAY[]",
        "x => { const [a, b] = x; return a } ~ x:ARRAY[]",
        "x => { const {a, b} = x; return a } ~ x:OBJECT[a, b]",
        "p => p.u * p.v + p.u ~ p:OBJECT[u, v]",
        "p => p.u * p['v'] ~ p:OBJECT[u, v]",
        "p => p.u * p['0'] ~ p:ARRAY[]",
        "({u, ...r}) => u * r.v ~ :OBJECT[u, ]",
        "({u, ['v']: v}) => u * v ~ :OBJECT[u, ]",
        "p => { const {u, ...r} = p; return u * r.v } ~ p:OBJECT[u, ]",
        "p => p[\"u\"] * p.v + p['u'] ~ p:OBJECT[u, v]",
        "p => p['0'] ~ p:ARRAY[]",
        "x => x.toFixed(2) ~ x:ANY[]",
        "([a, b]) => a ~ :ARRAY[a, b]",
        "({a, b}) => a ~ :OBJECT[a, b]",
        "({a, b} = {}) => a ~ :OBJECT?[a, b]",
        "(x, y = 2) => x ~ x:ANY[] y:ANY?[]",
        "(x, ...rest) => x ~ x:ANY[] rest:REST?[]",
        "(x, y = 2, ...rest) => x ~ x:ANY[] y:ANY?[] rest:REST?[]",
        "function (x, y) { return x } ~ x:ANY[] y:ANY[]",
        "async x => x ~ x:ANY[]",
        "function* (x) { yield x } ~ x:ANY[]",
        "method(x, y) { return x } ~ x:ANY[] y:ANY[]",
        "async method(x) { return x } ~ x:ANY[]",
        "['computed'](x) { return x } ~ x:ANY[]"
      })
  void parametersAreReadOffTheText(String text, String expected) {
    assertEquals(expected.strip(), parameters(text.strip()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "p => p.u * p.v ~ [u, v]",
        "({u, v}) => u * v ~ [u, v]",
        "({u, ...r}) => u * r.v ~ [argument1]",
        "([u, v]) => u * v ~ [u, v]",
        "v => v[0] * v[1] ~ [v]",
        "(p, x) => p.u * x ~ [p, x]"
      })
  void theNumbersThatItTakesHaveNames(String text, String expected) {
    assertEquals(expected, read(text).inputs().toString());
  }

  @Test
  void whatIsCapturedIsReadOffTheText() {
    String text =
        "(x, [y]) => { let z = k * x; const f = w => w + x + q; return f(y.m) + Math.sin(z) }";
    assertEquals(List.of("k", "q", "Math"), read(text).captured());
  }

  @Test
  void aFunctionMayTakeMoreThanItNames() {
    assertEquals(
        List.of(false, true, true),
        List.of("x => x", "(...xs) => 1", "function () { return arguments[0] }").stream()
            .map(text -> read(text).takesMore())
            .toList());
  }

  @Test
  void aFunctionOfTheLanguageHasNoSignature() {
    assertNull(SignatureReader.read("function sin() { [native code] }"));
  }
}
