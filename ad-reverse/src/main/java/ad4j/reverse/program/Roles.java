package ad4j.reverse.program;

import ad4j.program.Program;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What parameters and results of a Program are for its pullback, by their numbers.
 *
 * @param inputs what it is differentiated by
 * @param scratch arrays that the Program is given only to work in: nobody has put anything into
 *     them that is read, nor reads them afterwards; their shadows hold zeros before and after
 * @param outputs the results that have adjoints
 */
record Roles(List<Integer> inputs, Set<Integer> scratch, Set<Integer> outputs) {
  /** Of a Program all of whose results count. */
  static Roles of(Program program, List<Integer> inputs) {
    return new Roles(
        inputs,
        Set.of(),
        IntStream.range(0, program.results().size()).boxed().collect(Collectors.toSet()));
  }
}
