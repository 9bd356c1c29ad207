package ad4j.program;

import ad4j.error.Origin;
import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import java.util.List;

/** Programs that tests share. */
final class Examples {
  private Examples() {}

  /** The sum of 100 (x[i+1] - x[i]^2)^2 + (1 - x[i])^2. */
  static Program rosenbrock() {
    ProgramBuilder b = new ProgramBuilder("rosenbrock", List.of(Type.F64));
    Value x = b.parameter(Type.F64_ARRAY, "x");
    Variable sum = new Variable(Type.F64, "sum");
    Variable i = new Variable(Type.I32, "i");
    b.origin(new Origin("Models.java", 12, 1, "x.length", ""));
    Value last = b.integral(IntegralOp.SUB, b.length(x), Constant.of(1));
    b.set(sum, Constant.ZERO);
    b.set(i, Constant.of(0));
    Draft header = b.block();
    Draft body = b.block();
    Draft exit = b.block();
    b.jump(header);
    b.at(header);
    b.branch(b.compare(Comparison.LESS, b.get(i), last), body, exit);
    b.at(body);
    b.origin(new Origin("Models.java", 13, 5, "100 * a * a", "sum"));
    Value next = b.integral(IntegralOp.ADD, b.get(i), Constant.of(1));
    Value here = b.load(x, b.get(i));
    Value first = b.apply(Arithmetic.SUB, b.load(x, next), b.apply(Arithmetic.MUL, here, here));
    Value second = b.apply(Arithmetic.SUB, Constant.ONE, here);
    Value left = b.apply(Arithmetic.MUL, Constant.of(100.0), b.apply(Arithmetic.MUL, first, first));
    Value term = b.apply(Arithmetic.ADD, left, b.apply(Arithmetic.MUL, second, second));
    b.set(sum, b.apply(Arithmetic.ADD, b.get(sum), term));
    b.set(i, next);
    b.jump(header);
    b.at(exit);
    b.giveBack(List.of(b.get(sum)));
    return b.build();
  }

  /** The product of x, x - 1, ...: n factors, by a routine that calls itself. */
  static Program factorial() {
    Routine routine = new Routine("falling", List.of(Type.F64, Type.I32), List.of(Type.F64));
    ProgramBuilder b = new ProgramBuilder("falling", routine.results());
    Value x = b.parameter(Type.F64, "x");
    Value n = b.parameter(Type.I32, "n");
    Draft more = b.block();
    Draft done = b.block();
    b.branch(b.compare(Comparison.GREATER, n, Constant.of(0)), more, done);
    b.at(done);
    b.giveBack(List.of(Constant.ONE));
    b.at(more);
    Value fewer = b.integral(IntegralOp.SUB, n, Constant.of(1));
    Value rest =
        b.append(new Op.Call(routine), Type.F64, b.apply(Arithmetic.SUB, x, Constant.ONE), fewer);
    b.giveBack(List.of(b.apply(Arithmetic.MUL, x, rest)));
    routine.define(b.build());
    ProgramBuilder main = new ProgramBuilder("main", List.of(Type.F64));
    Value y = main.parameter(Type.F64, "y");
    Value count = main.parameter(Type.I32, "count");
    main.giveBack(List.of(main.append(new Op.Call(routine), Type.F64, y, count)));
    return main.build();
  }

  /** A switch: 1 gives 10, 5 gives 20, all else throws. */
  static Program choice() {
    ProgramBuilder b = new ProgramBuilder("choice", List.of(Type.F64));
    Value n = b.parameter(Type.I32, "n");
    Draft one = b.block();
    Draft five = b.block();
    Draft other = b.block();
    b.choose(n, List.of(1, 5), List.of(one, five), other);
    b.at(one);
    b.giveBack(List.of(Constant.of(10.0)));
    b.at(five);
    b.giveBack(List.of(Constant.of(20.0)));
    b.at(other);
    b.raise("IllegalStateException");
    return b.build();
  }
}
