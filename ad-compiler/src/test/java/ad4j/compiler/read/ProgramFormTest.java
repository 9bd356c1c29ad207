package ad4j.compiler.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.error.Origin;
import ad4j.op.Operator;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.Program;
import ad4j.program.Routine;
import ad4j.program.Terminator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Programs that are read look like. */
final class ProgramFormTest {
  private static Stream<Instruction> instructions(Program program) {
    return program.blocks().stream().flatMap(block -> block.instructions().stream());
  }

  @Test
  void recordsAreReplacedByTheirComponents() {
    Program program = Readers.read(Composites.class, "model");
    assertEquals(
        List.of(
            "f64[] model.weights",
            "f64 model.shift.re",
            "f64 model.shift.im",
            "i32 model.degree",
            "i32 model.flag",
            "f64 x"),
        program.parameters().stream().map(x -> x.type() + " " + x.name()).toList());
    assertEquals("Composites.model", program.name());
  }

  @Test
  void resultsThatAreRecordsAreSeveral() {
    assertEquals("[f64, f64]", Readers.read(Composites.class, "squared").results().toString());
    assertEquals("[]", Readers.read(ArraysOfAll.class, "scale").results().toString());
    assertEquals("[f64[][]]", Readers.read(ArraysOfAll.class, "product").results().toString());
  }

  @Test
  void instructionsStandWhereTheSourceDoes() {
    Program program = Readers.read(Flows.class, "rosenbrock");
    Set<Origin> origins =
        instructions(program).map(Instruction::origin).collect(Collectors.toSet());
    Set<String> names = origins.stream().map(Origin::name).collect(Collectors.toSet());
    assertTrue(names.containsAll(Set.of("a", "b", "sum")), () -> "names: " + names);
    Origin first = origins.iterator().next();
    assertEquals("Flows.java:" + first.line(), first.toString());
  }

  @Test
  void joinsAreCalledLikeTheVariable() {
    Program program = Readers.read(Flows.class, "whileLoop");
    Set<String> names =
        program.blocks().stream()
            .flatMap(block -> block.parameters().stream())
            .map(x -> x.name())
            .collect(Collectors.toSet());
    assertEquals(Set.of("x", "y", "steps"), names);
  }

  @Test
  void methodsThatAreOperators() {
    Set<Operator> all =
        instructions(Readers.read(Numeric.class, "mathematics"))
            .map(Instruction::op)
            .filter(Op.Apply.class::isInstance)
            .map(op -> ((Op.Apply) op).operator())
            .collect(Collectors.toSet());
    for (String name :
        List.of("sin", "exp", "pow", "abs", "atan2", "max", "min", "hypot", "sign")) {
      assertTrue(all.contains(Readers.OPERATORS.operators().named(name)), name);
    }
  }

  @Test
  void whatOnlyThrowsIsNotRead() {
    Program program = Readers.read(Flows.class, "thrown");
    Terminator.Throw raised =
        program.blocks().stream()
            .map(block -> block.end())
            .filter(Terminator.Throw.class::isInstance)
            .map(Terminator.Throw.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(
        "java.lang.IllegalArgumentException: negative: ... at Flows.java:N",
        raised.what().replaceAll("\\d+", "N"));
  }

  @Test
  void smallMethodsAreReadInPlace() {
    assertTrue(
        instructions(Readers.read(Callees.class, "helpers"))
            .noneMatch(instruction -> instruction.op() instanceof Op.Call));
  }

  @Test
  void aMethodThatCallsItselfIsARoutine() {
    Program program = Readers.read(Callees.class, "fibonacci");
    List<Routine> routines = routines(program).toList();
    assertEquals(2, routines.size());
    assertSame(routines.getFirst(), routines.getLast());
    assertSame(routines.getFirst(), routines(routines.getFirst().body()).findFirst().orElseThrow());
  }

  private static Stream<Routine> routines(Program program) {
    return instructions(program)
        .map(Instruction::op)
        .filter(Op.Call.class::isInstance)
        .map(op -> ((Op.Call) op).routine());
  }
}
