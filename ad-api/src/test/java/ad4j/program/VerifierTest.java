package ad4j.program;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.error.ProgramException;
import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class VerifierTest {
  private static final Parameter X = new Parameter(Type.F64, "x");
  private static final Parameter N = new Parameter(Type.I32, "n");
  private static final Parameter A = new Parameter(Type.F64_ARRAY, "a");

  /** A Program of these blocks; its first one has the parameters x, n and a. */
  private static Program program(Block... blocks) {
    return new Program("f", List.of(Type.F64), List.of(blocks));
  }

  private static Program single(Instruction... body) {
    Block block = new Block(0);
    block.fill(List.of(X, N, A), List.of(body), back(X));
    return program(block);
  }

  private static Terminator back(Value value) {
    return new Terminator.Return(List.of(value));
  }

  private static Instruction instruction(Op op, Type type, Value... operands) {
    return new Instruction(op, type, List.of(operands), null);
  }

  private static Instruction negative(Value x) {
    return instruction(new Op.Apply(Arithmetic.NEG), Type.F64, x);
  }

  private static Program late() {
    Instruction second = negative(X);
    return single(negative(second), second);
  }

  private static Program twice() {
    Instruction one = negative(X);
    return single(one, one);
  }

  /** What one way defines, the place where the ways meet reads. */
  private static Program notDominated() {
    Block[] blocks = {new Block(0), new Block(1), new Block(2)};
    Instruction inner = negative(X);
    Edge join = new Edge(blocks[2], List.of());
    Terminator branch = new Terminator.Branch(N, new Edge(blocks[1], List.of()), join);
    blocks[0].fill(List.of(X, N, A), List.of(), branch);
    blocks[1].fill(List.of(), List.of(inner), new Terminator.Jump(join));
    blocks[2].fill(List.of(), List.of(), back(inner));
    return program(blocks);
  }

  private static Program edge(List<Type> wanted, Value... given) {
    Block[] blocks = {new Block(0), new Block(1)};
    Terminator jump = new Terminator.Jump(new Edge(blocks[1], List.of(given)));
    blocks[0].fill(List.of(X, N, A), List.of(), jump);
    List<Parameter> parameters = wanted.stream().map(type -> new Parameter(type, "")).toList();
    blocks[1].fill(parameters, List.of(), back(X));
    return program(blocks);
  }

  private static Program ends(Terminator end) {
    Block block = new Block(0);
    block.fill(List.of(X, N, A), List.of(), end);
    return program(block);
  }

  private static Program unreached() {
    Block[] blocks = {new Block(0), new Block(1)};
    blocks[0].fill(List.of(X, N, A), List.of(), back(X));
    blocks[1].fill(List.of(), List.of(), back(X));
    return program(blocks);
  }

  private static Program backwards() {
    Block[] blocks = {new Block(0), new Block(1), new Block(2)};
    blocks[0].fill(
        List.of(X, N, A), List.of(), new Terminator.Jump(new Edge(blocks[2], List.of())));
    blocks[1].fill(List.of(), List.of(), back(X));
    blocks[2].fill(List.of(), List.of(), new Terminator.Jump(new Edge(blocks[1], List.of())));
    return program(blocks);
  }

  private static Program toEntry() {
    Block block = new Block(0);
    Terminator jump = new Terminator.Jump(new Edge(block, List.of(X, N, A)));
    block.fill(List.of(X, N, A), List.of(), jump);
    return program(block);
  }

  private static Program elsewhere() {
    return ends(new Terminator.Jump(new Edge(new Block(0), List.of())));
  }

  private static Program misplaced() {
    Block block = new Block(1);
    block.fill(List.of(X, N, A), List.of(), back(X));
    return program(block);
  }

  private static Program callOf(Routine routine) {
    return single(instruction(new Op.Call(routine), routine.type(), X));
  }

  private static Routine wrongBody() {
    Routine routine = new Routine("g", List.of(Type.F64), List.of(Type.F64));
    ProgramBuilder b = new ProgramBuilder("g", List.of(Type.F64));
    b.giveBack(List.of(Constant.ONE));
    routine.define(b.build());
    return routine;
  }

  private static Routine badBody() {
    Routine routine = new Routine("g", List.of(Type.F64), List.of(Type.F64));
    routine.define(late());
    return routine;
  }

  static Stream<Arguments> malformations() {
    Constant zero = Constant.of(0);
    Edge none = new Edge(new Block(0), List.of());
    Routine open = new Routine("g", List.of(Type.F64), List.of(Type.F64));
    return Stream.of(
        Arguments.of("instruction 1: reads a value of b0 that is not there yet", late()),
        Arguments.of("defined twice", twice()),
        Arguments.of("b2, instruction 1: reads a value of b1", notDominated()),
        Arguments.of("no block defines", single(negative(new Parameter(Type.F64, "y")))),
        Arguments.of("gives [] to b1[f64]", edge(List.of(Type.F64))),
        Arguments.of("gives [i32] to b1[f64]", edge(List.of(Type.F64), N)),
        Arguments.of("returns [i32], not [f64]", ends(back(N))),
        Arguments.of("returns [], not [f64]", ends(new Terminator.Return(List.of()))),
        Arguments.of("before all that jump to it", unreached()),
        Arguments.of("two entries", backwards()),
        Arguments.of("jumps to the entry", toEntry()),
        Arguments.of("of another Program", elsewhere()),
        Arguments.of("stands at place 0", misplaced()),
        Arguments.of("no blocks", new Program("f", List.of(), List.of())),
        Arguments.of("has no end", program(new Block(0))),
        Arguments.of("of another Program", ends(new Terminator.Branch(X, none, none))),
        Arguments.of("routine g has no body", callOf(open)),
        Arguments.of("not of the types of its body", callOf(wrongBody())),
        Arguments.of("not there yet", callOf(badBody())),
        Arguments.of("neg: [i32] cannot give f64", single(negative(N))),
        Arguments.of("is no f64", single(negative(new Constant(Type.F64, 1)))),
        ill(new Op.Apply(Arithmetic.ADD), Type.F64, X),
        ill(new Op.Integral(IntegralOp.ADD), Type.I32, N, X),
        ill(new Op.Integral(IntegralOp.SHL), Type.I64, Constant.of(1L), Constant.of(1L)),
        ill(new Op.Compare(Comparison.LESS), Type.I32, A, A),
        ill(new Op.Compare(Comparison.LESS), Type.F64, X, X),
        ill(new Op.Convert(), Type.F64, A),
        ill(new Op.Narrow(8), Type.I32, X),
        ill(new Op.Narrow(32), Type.I32, N),
        ill(new Op.New(), Type.F64_ARRAY),
        ill(new Op.New(), Type.F64_ARRAY, N, N),
        ill(new Op.ZeroLike(), Type.F64, X),
        ill(new Op.Copy(), Type.I32_ARRAY, A),
        ill(new Op.Length(), Type.I32, X),
        ill(new Op.Load(), Type.I32, A, N),
        ill(new Op.Load(), Type.F64, A, X),
        ill(new Op.Store(), Type.VOID, A, N, N),
        ill(new Op.Store(), Type.F64, A, N, X),
        ill(new Op.Fill(), Type.VOID, A, N, X),
        ill(new Op.Move(), Type.VOID, A, N, A, N),
        ill(new Op.Held(0), Type.F64),
        ill(new Op.Grow(0), Type.F64_ARRAY, A, X),
        ill(new Op.Result(0), Type.F64, X),
        ill(new Op.Store(), Type.VOID, A, zero));
  }

  private static Arguments ill(Op op, Type type, Value... operands) {
    return Arguments.of("cannot give", single(instruction(op, type, operands)));
  }

  @ParameterizedTest
  @MethodSource("malformations")
  void malformationsAreFound(String message, Program program) {
    ProgramException e = assertThrows(ProgramException.class, () -> Verifier.verify(program));
    assertTrue(e.what().contains(message), e.what());
  }

  @Test
  void branchesDecideByInts() {
    Block[] blocks = {new Block(0), new Block(1)};
    Edge edge = new Edge(blocks[1], List.of());
    blocks[0].fill(List.of(X, N, A), List.of(), new Terminator.Branch(X, edge, edge));
    blocks[1].fill(List.of(), List.of(), back(X));
    assertThrows(ProgramException.class, () -> Verifier.verify(program(blocks)));
    Terminator.Switch same = new Terminator.Switch(N, List.of(1, 1), List.of(edge, edge), edge);
    blocks[0].fill(List.of(X, N, A), List.of(), same);
    assertThrows(ProgramException.class, () -> Verifier.verify(program(blocks)));
  }

  @Test
  void goodProgramsPass() {
    for (Program program :
        List.of(Examples.rosenbrock(), Examples.factorial(), Examples.choice())) {
      assertSame(program, Verifier.verify(program));
    }
  }
}
