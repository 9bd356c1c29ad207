package ad4j.compiler.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ShrinkerTest {

  /** Wrong wherever the source has a certain text. */
  private record WrongIf(String text) implements Subject {
    @Override
    public String name() {
      return "wrong if " + text;
    }

    @Override
    public Result differentiate(Call call) throws InvocationTargetException {
      Result right = new FiniteDifferences().differentiate(call);
      if (!call.program().source().contains(text)) {
        return right;
      }
      double[] wrong = right.gradient().clone();
      wrong[0] = 1.5 * wrong[0] + 0.25;
      return new Result(right.outputs(), wrong);
    }
  }

  @Test
  void aGradientThatIsWrongForContinueShrinksToALoopWithContinue() throws Exception {
    Failure shrunk = firstShrunk("continue;");
    assertEquals(Failure.Reason.GRADIENT, shrunk.reason());
    assertTrue(shrunk.program().source().contains("continue;"));
    assertTrue(lines(shrunk) <= 12, shrunk::toString);
  }

  @Test
  void aGradientThatIsWrongForACallShrinksToTheMethodAndItsCall() throws Exception {
    Failure shrunk = firstShrunk("h1(");
    assertTrue(lines(shrunk) <= 12, shrunk::toString);
  }

  @Test
  void aRightSubjectDoesNotFail() throws Exception {
    try (InMemoryCompiler compiler = new InMemoryCompiler()) {
      RandomRun run =
          new RandomRun(List.of(new FiniteDifferences()), compiler, RandomMethodTest.silent());
      run.run(40, 0, List.of(Kind.values()), Runtime.version().feature(), Set.of());
      assertEquals(List.of(), run.failures());
    }
  }

  private static Failure firstShrunk(String text) throws Exception {
    try (InMemoryCompiler compiler = new InMemoryCompiler()) {
      RandomRun run =
          new RandomRun(List.of(new WrongIf(text)), compiler, RandomMethodTest.silent());
      run.run(50, 0, List.of(Kind.GRADIENT), Runtime.version().feature(), Set.of());
      assertFalse(run.failures().isEmpty());
      return run.shrunk(run.failures().getFirst());
    }
  }

  private static long lines(Failure failure) {
    return failure.program().tree().toString().lines().count();
  }
}
