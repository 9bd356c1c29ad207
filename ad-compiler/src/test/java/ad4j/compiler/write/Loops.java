package ad4j.compiler.write;

import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.IntegralOp;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Programs with loops that tests share. */
final class Loops {
  private Loops() {}

  /** Appends {@code for (int i = 0; i < bound; i++)} around what {@code body} appends for i. */
  static void count(ProgramBuilder b, Value bound, Consumer<Value> body) {
    Variable i = new Variable(Type.I32, "i");
    b.set(i, Constant.of(0));
    Draft header = b.block();
    Draft inside = b.block();
    Draft after = b.block();
    b.jump(header);
    b.at(header);
    b.branch(b.compare(Comparison.LESS, b.get(i), bound), inside, after);
    b.at(inside);
    body.accept(b.get(i));
    b.set(i, b.integral(IntegralOp.ADD, b.get(i), Constant.of(1)));
    b.jump(header);
    b.at(after);
  }

  /** The sum of x[i] * y[i]. */
  static Program dot() {
    ProgramBuilder b = new ProgramBuilder("dot", List.of(Type.F64));
    Value x = b.parameter(Type.F64_ARRAY, "x");
    Value y = b.parameter(Type.F64_ARRAY, "y");
    Variable sum = new Variable(Type.F64, "sum");
    b.set(sum, Constant.ZERO);
    count(
        b,
        b.length(x),
        i ->
            b.set(
                sum,
                b.apply(
                    Arithmetic.ADD,
                    b.get(sum),
                    b.apply(Arithmetic.MUL, b.load(x, i), b.load(y, i)))));
    b.giveBack(List.of(b.get(sum)));
    return b.build();
  }

  /** The last of {@code values} after {@code n} turns, each of which gives every one the next. */
  static Program rotate(int values) {
    ProgramBuilder b = new ProgramBuilder("rotate", Collections.nCopies(values, Type.F64));
    Value n = b.parameter(Type.I32, "n");
    List<Variable> all =
        IntStream.range(0, values).mapToObj(i -> new Variable(Type.F64, "v" + i)).toList();
    for (int i = 0; i < values; i++) {
      b.set(all.get(i), Constant.of(i + 1.0));
    }
    count(
        b,
        n,
        i -> {
          Value first = b.get(all.getFirst());
          for (int j = 0; j + 1 < values; j++) {
            b.set(all.get(j), b.get(all.get(j + 1)));
          }
          b.set(all.getLast(), first);
        });
    b.giveBack(all.stream().map(b::get).toList());
    return b.build();
  }
}
