package ad4j.compiler.random;

import static ad4j.compiler.random.PlantedBug.By.FAST_PULLBACK;
import static ad4j.compiler.random.PlantedBug.By.HESSIAN;
import static ad4j.compiler.random.PlantedBug.By.PULLBACK;
import static ad4j.compiler.random.PlantedBug.By.PUSHFORWARD;
import static ad4j.compiler.random.PlantedBug.By.SPECIALISED;
import static ad4j.compiler.random.PlantedBug.By.VALUES;

import java.util.List;
import java.util.stream.Stream;

/** Bugs to plant: each must be caught by random programs. */
final class PlantedBugs {
  private static final String REVERSE = "ad-reverse/src/main/java/ad4j/reverse/program/";
  private static final String PROGRAM = "ad-api/src/main/java/ad4j/program/";
  private static final String FORWARD = "ad-forward/src/main/java/ad4j/forward/";
  private static final String WRITE = "ad-compiler/src/main/java/ad4j/compiler/write/";

  private PlantedBugs() {}

  static Stream<PlantedBug> all() {
    return Stream.of(
            keeping(),
            adjoints(),
            control(),
            fusing(),
            simplifying(),
            reassociating(),
            forward(),
            specialising(),
            bytecode())
        .flatMap(List::stream);
  }

  private static PlantedBug reverse(String what, String file, String original, String wrong) {
    return new PlantedBug(what, REVERSE + file + ".java", original, wrong, PULLBACK);
  }

  private static PlantedBug program(String what, String file, String original, String wrong) {
    return new PlantedBug(what, PROGRAM + file + ".java", original, wrong, PULLBACK);
  }

  private static PlantedBug rounding(String what, String file, String original, String wrong) {
    return new PlantedBug(what, PROGRAM + file + ".java", original, wrong, FAST_PULLBACK);
  }

  private static PlantedBug forward(String what, String original, String wrong) {
    String file = FORWARD + "ProgramPushforward.java";
    return new PlantedBug(what, file, original, wrong, PUSHFORWARD);
  }

  private static PlantedBug bytecode(String what, String file, String original, String wrong) {
    return new PlantedBug(what, WRITE + file + ".java", original, wrong, VALUES);
  }

  /** Values of the forward half in the backward half. */
  private static List<PlantedBug> keeping() {
    return List.of(
        reverse(
            "the turn before is restored",
            "Keeping",
            "builder.load(builder.get(one.store()), index)",
            "builder.load(builder.get(one.store()), builder.integral(IntegralOp.MAX, "
                + "builder.integral(IntegralOp.SUB, index, Constant.of(1)), Constant.of(0)))"),
        reverse(
            "a variable is not kept at the latch of the parent",
            "Keeping",
            "if (loop.parent() == null || !lastTurn(loop).contains(use)) {",
            "if (loop != null) {"),
        reverse(
            "the last turn is taken to begin after the header",
            "Keeping",
            "open.add(loop.header());",
            "loop.header().edges().forEach(edge -> open.add(edge.target()));"),
        reverse(
            "inner loops save to the same places again",
            "Keeping",
            "builder.set(position(loop), next);",
            ""),
        reverse(
            "a load is done again although the array was stored to",
            "Analysis",
            "if (!region.isStored() || (undoing()",
            "if (region != null || (undoing()"),
        reverse(
            "a store is not undone",
            "Backward",
            "if (analysis.undoing().undoes(store)) {",
            "if (analysis == null) {"),
        reverse(
            "a counter runs the other way",
            "Available",
            "Constant.of((int) counter.step())",
            "Constant.of((int) -counter.step())"));
  }

  private static List<PlantedBug> adjoints() {
    return List.of(
        reverse(
            "the shadow of a stored element is not zeroed",
            "Backward",
            "builder.store(shadow, index, Constant.ZERO);",
            ""),
        reverse(
            "an adjoint is handed over and stays, too",
            "Backward",
            "taken.add(adjoints.take(parameter));",
            "taken.add(adjoints.of(parameter));"),
        reverse(
            "an adjoint that was used stays",
            "Adjoints",
            "builder.set(variable(value), Constant.ZERO);",
            ""),
        reverse(
            "the partial is that of the other operand",
            "Analysis",
            "builder.partial(operator, index,",
            "builder.partial(operator, operands.size() - 1 - index,"),
        reverse(
            "the adjoint of a load replaces the shadow",
            "Backward",
            "builder.accumulate(builder.load(shadow, index), adjoint)",
            "adjoint"),
        reverse(
            "a sum over a range leaves it as it is",
            "Ranges",
            "builder.append(new Op.Fill(), Type.VOID, array, from, to, Constant.ZERO);\n"
                + "    return builder.get(sum);",
            "return builder.get(sum);"),
        reverse(
            "a range that was copied takes its adjoints to the beginning",
            "Ranges",
            "Value place = builder.integral(IntegralOp.ADD, from, i);",
            "Value place = i;"));
  }

  private static List<PlantedBug> control() {
    return List.of(
        reverse(
            "the number of the predecessor is one too large",
            "Forward",
            "Constant.of(number)",
            "Constant.of(number + 1)"),
        program(
            "a loop up to and with its bound is one turn short",
            "Count",
            "(inclusive ? 1 : 0)",
            "(inclusive ? 0 : 0)"),
        reverse(
            "the sides of a branch are mixed up",
            "Analysis",
            "then[0] ? List.of(0, 1) : List.of(1, 0)",
            "then[0] ? List.of(1, 0) : List.of(0, 1)"),
        reverse(
            "a loop is entered at the first of its exits",
            "LoopEntries",
            "exits(loop).indexOf(source)",
            "0"),
        reverse(
            "turns are not counted",
            "Forward",
            "builder().integral(IntegralOp.ADD, before, Constant.of(1))",
            "before"));
  }

  private static List<PlantedBug> fusing() {
    return List.of(
        reverse(
            "whatever is made of a sum is a sum",
            "Accumulators",
            "analysis.slope(instruction, index).isOne()",
            "!analysis.slope(instruction, index).isZero()"),
        reverse(
            "a sum may take another way within the loop",
            "Accumulators",
            "yield false;",
            "continue;"),
        reverse(
            "what is done to a sum after its loop is forgotten",
            "ExitAdjoints",
            "adjoint = builder.chain(adjoint, partial);",
            ""),
        reverse(
            "what a loop works in is scratch",
            "Scratch",
            "covering.stream().anyMatch(store -> isAfter(use, store))",
            "covering.size() >= 0"),
        reverse(
            "what is stored after a loop is overlooked",
            "Fusion",
            "anyMatch(levels::contains)",
            "anyMatch(region -> region == null)"),
        reverse(
            "doubles that a turn is given have no adjoint",
            "FusedLoop",
            "adjoints.add(given.get(input), results.get(next++));",
            "next++;"));
  }

  private static List<PlantedBug> simplifying() {
    return List.of(
        program(
            "a negative derivative loses its sign",
            "Relax",
            "return builder().apply(Arithmetic.NEG, product(negative, partial, way));",
            "return product(negative, partial, way);"),
        program(
            "a difference of derivatives is the wrong way round",
            "Relax",
            "builder().apply(Arithmetic.SUB, y, negativeX)",
            "builder().apply(Arithmetic.SUB, negativeX, y)"),
        program(
            "the numerator of a slope is forgotten",
            "Relax",
            "builder().apply(Arithmetic.MUL, quotient(derivative, denominator, way), numerator)",
            "quotient(derivative, denominator, way)"),
        program(
            "a derivative is multiplied with the denominator",
            "Relax",
            "builder().apply(Arithmetic.RECIPROCAL, denominator)",
            "denominator"),
        program(
            "what is stored to rows is taken to be needless",
            "DeadStores",
            "regions.innermost(region, rank)",
            "regions.innermost(region, 1)"),
        program(
            "a loop that stores is taken to be dead",
            "DeadLoops",
            "return !instruction.op().isRemovable() &&",
            "return instruction == null &&"),
        program("a load is taken from before a store", "Simplify", "memory.pass(store);", ""),
        program(
            "a store is taken for overwritten though it has been read",
            "Overwritten",
            "!last.isOwn || last.region == region",
            "!last.isOwn"),
        program("what the last turn hands on is lost", "Carry", "    leave(left);\n", ""),
        program(
            "no zeros are left behind the last turn",
            "Carry",
            "      fill(array, builder().get(filled(opened).until), builder().length(array));\n",
            ""),
        program(
            "no zeros are left before the first turn",
            "Carry",
            "late.add(opened);",
            "late.clear();"),
        program(
            "an element is taken to be fresh though the turn before stored to it",
            "CarriedLoop",
            "step > 0 ? used.last() : used.first()",
            "step > 0 ? used.first() : used.last()"),
        program(
            "an array is taken to be used by one loop alone",
            "Zeroed",
            "(users.contains(block) && block != body)",
            "(users.isEmpty() && block != body)"),
        program(
            "what may change is loaded before a loop",
            "InvariantLoads",
            "!stored.contains(regions.of(load.operand(0)))",
            "load != null"),
        program(
            "another turn's element is loaded before a loop",
            "InvariantLoads",
            ".noneMatch(values::contains)",
            ".noneMatch(x -> x == null)"),
        program(
            "an element is taken to be there before a loop that may not turn",
            "InvariantLoads",
            "bounds.isSome(array, source) && bounds.isIndex(load.operand(1), array, source)",
            "bounds.isSome(array, source) || bounds.isIndex(load.operand(1), array, source)"),
        program(
            "an array is taken to be all 0 though something comes before the first loop",
            "ResetArrays",
            "allMatch(block -> flow.dominates(pass.loop.header(), block))",
            "allMatch(block -> flow.loop(block) != null)"),
        program(
            "an array is not set to 0 though it is used after the last loop",
            "ResetArrays",
            "pass.loop.contains(block) || !after.contains(block)",
            "pass.loop.contains(block) || block != null"),
        program(
            "a loop over some elements is taken to come to all",
            "ResetArrays",
            "isLength(counter.first(), made)",
            "counter.first() != null"),
        program(
            "what is multiplied with itself is derived once",
            "Relax",
            "return Constant.of(2 * number);",
            "return Constant.of(number);"),
        program(
            "a load is taken from before a loop that stores",
            "Memory",
            ".forEach(each -> stored.getOrDefault(each, loaded).forEach(this::change))",
            ".forEach(each -> {})"),
        program(
            "what may change in a loop is moved before it",
            "Hoist",
            ".noneMatch(x -> loop.encloses(places.get(x)))",
            ".allMatch(x -> x != null)"),
        program(
            "what may fail is moved before a loop",
            "Hoist",
            "case Op.Integral integral -> !integral.kind().mayFail();",
            "case Op.Integral integral -> integral != null;"),
        program(
            "a failure that nobody needs is forgotten when a method is read",
            "SsaForm",
            "} else if (keepsFailures && instruction.mayFail()) {\n              body.add",
            "} else if (live.isEmpty()) {\n              body.add"),
        program(
            "a check is taken for done by whatever",
            "Settled",
            "&& done.find(key(op, instruction.operands()), block) != null",
            "&& op != null"),
        program(
            "the length is taken for an index", "Bounds", "return more < 0;", "return more < 1;"),
        program(
            "only the first turn's index is checked",
            "LiftedChecks",
            "if (growth != 0) {",
            "if (loop == null) {"),
        program(
            "turns that do not begin are checked",
            "LiftedChecks",
            "fine = builder().integral(IntegralOp.OR, none, fine);",
            "fine = none == null ? none : fine;"),
        program(
            "twice negative is negative",
            "Folding",
            "? inner.operand(0)\n        : null;",
            "? inner\n        : null;"));
  }

  private static List<PlantedBug> reassociating() {
    return List.of(
        rounding(
            "several turns are taken where one less remains",
            "Reassociate",
            "(TURNS - 1) *",
            "(TURNS - 2) *"),
        rounding(
            "the sum of several terms replaces what there is",
            "Reassociate",
            "plus(now, sum(added))",
            "sum(added).value()"));
  }

  private static List<PlantedBug> forward() {
    return List.of(
        forward(
            "only the last operand has a tangent",
            "builder().accumulate(sums.get(lane), term)",
            "term"),
        forward(
            "all lanes get the tangent of the first",
            "builder().chain(own.get(lane), partial)",
            "builder().chain(own.get(0), partial)"),
        forward(
            "values are stored to shadows",
            "operands.set(operands.size() - 1, elements.get(lane));",
            ""),
        forward(
            "a move of constants leaves the tangents that were there",
            "clear(targets.get(lane), operands.get(3), operands.get(4));",
            ""),
        forward(
            "a merge has the tangent of the first lane",
            "builder().set(own.get(lane), given.get(lane));",
            "builder().set(own.get(lane), given.get(0));"));
  }

  private static List<PlantedBug> specialising() {
    String hessian = "ad-api/src/main/java/ad4j/WholeHessian.java";
    return List.of(
        special(
            "arrays are taken to be longer",
            "known.put(instruction, Constant.of(length));",
            "known.put(instruction, Constant.of(length + 1));"),
        special(
            "what is 0 is taken for true",
            "jump(constant.isInteger(0) ? otherwise : then);",
            "jump(constant.isInteger(0) ? then : otherwise);"),
        special(
            "a copy is filled with the first element",
            "builder.load(array, Constant.of(i))",
            "builder.load(array, Constant.of(0))"),
        new PlantedBug(
            "half of the Hessian is 0",
            hessian,
            "if (row != column) {",
            "if (row == column) {",
            HESSIAN),
        new PlantedBug(
            "the tangent of another input",
            hessian,
            "lane == number ? Constant.ONE",
            "lane == 0 ? Constant.ONE",
            HESSIAN));
  }

  private static PlantedBug special(String what, String original, String wrong) {
    return new PlantedBug(what, PROGRAM + "Specialize.java", original, wrong, SPECIALISED);
  }

  private static List<PlantedBug> bytecode() {
    return List.of(
        bytecode(
            "a comparison with NaN holds",
            "ConditionWriter",
            "less ? Opcode.DCMPG : Opcode.DCMPL",
            "less ? Opcode.DCMPL : Opcode.DCMPG"),
        bytecode(
            "greater is at least",
            "ConditionWriter",
            "case GREATER -> outcome ? Opcode.IF_ICMPGT : Opcode.IF_ICMPLE;",
            "case GREATER -> outcome ? Opcode.IF_ICMPGE : Opcode.IF_ICMPLT;"),
        bytecode(
            "a move in parallel is done one by one",
            "EdgeWriter",
            "stored.add(parameter);",
            "store(parameter);"),
        bytecode(
            "a counter is counted on before it is read",
            "EdgeWriter",
            "increments.add(() -> increment(argument, parameter));",
            "increment(argument, parameter);"));
  }
}
