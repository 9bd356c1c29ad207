package ad4j.compiler.random;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a program that fails as small as it gets while it still fails in the same way. */
final class Shrinker {
  private final Predicate<Program> fails;
  private int attempts;

  /**
   * @param attempts how many programs to try at most
   */
  Shrinker(Predicate<Program> fails, int attempts) {
    this.fails = fails;
    this.attempts = attempts;
  }

  Program shrink(Program program) {
    Program smallest = program;
    int before;
    do {
      before = smallest.tree().weight();
      smallest = pass(smallest, Edits::ofStatements);
      smallest = pass(smallest, Edits::ofExpressions);
    } while (smallest.tree().weight() < before && attempts > 0);
    return smallest;
  }

  /** Tries each edit once; after one that works, goes on at the same place of the new program. */
  private Program pass(Program program, Function<Statement, List<Statement>> edits) {
    Program smallest = program;
    List<Statement> candidates = edits.apply(smallest.tree());
    for (int k = 0; k < candidates.size() && attempts > 0; ) {
      Statement candidate = candidates.get(k);
      if (candidate.weight() < smallest.tree().weight() && attempt(smallest.with(candidate))) {
        smallest = smallest.with(candidate);
        candidates = edits.apply(candidate);
      } else {
        k++;
      }
    }
    return smallest;
  }

  private boolean attempt(Program candidate) {
    attempts--;
    return fails.test(candidate);
  }
}
