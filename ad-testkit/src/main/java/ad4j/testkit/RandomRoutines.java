package ad4j.testkit;

import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.ProgramBuilder;
import ad4j.program.Routine;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.List;

/** The routines that a {@link RandomProgram} calls. */
final class RandomRoutines {
  private RandomRoutines() {}

  /** Of an array and a number: a number, and the array or a copy of it that is stored to. */
  static Routine mix() {
    List<Type> results = List.of(Type.F64, Type.F64_ARRAY);
    Routine routine = new Routine("mix", List.of(Type.F64_ARRAY, Type.F64), results);
    ProgramBuilder b = new ProgramBuilder("mix", results);
    Value array = b.parameter(Type.F64_ARRAY, "array");
    Value x = b.parameter(Type.F64, "x");
    Draft less = b.block();
    Draft more = b.block();
    b.branch(b.compare(Comparison.LESS, x, Constant.of(0.6)), less, more);
    b.at(less);
    Value copy = b.append(new Op.Copy(), Type.F64_ARRAY, array);
    Value sine = b.apply(Elementary.SIN, x);
    b.store(copy, Constant.of(1), sine);
    b.giveBack(List.of(b.load(copy, Constant.of(0)), copy));
    b.at(more);
    Value old = b.load(array, Constant.of(2));
    Value product = b.apply(Arithmetic.MUL, Constant.of(0.5), b.apply(Arithmetic.MUL, old, x));
    b.store(array, Constant.of(0), product);
    b.giveBack(List.of(b.apply(Elementary.COS, product), array));
    routine.define(b.build());
    return routine;
  }

  /** Of an array, a number and a count: calls itself that often, and stores before and after. */
  static Routine again() {
    List<Type> given = List.of(Type.F64_ARRAY, Type.F64, Type.I32);
    Routine routine = new Routine("again", given, List.of(Type.F64));
    ProgramBuilder b = new ProgramBuilder("again", routine.results());
    Value array = b.parameter(Type.F64_ARRAY, "array");
    Value x = b.parameter(Type.F64, "x");
    Value count = b.parameter(Type.I32, "count");
    Draft more = b.block();
    Draft done = b.block();
    b.branch(b.compare(Comparison.GREATER, count, Constant.of(0)), more, done);
    b.at(done);
    b.giveBack(List.of(b.apply(Elementary.COS, x)));
    b.at(more);
    Value old = b.load(array, count);
    Value next = b.apply(Elementary.SIN, b.apply(Arithmetic.ADD, old, x));
    b.store(array, count, next);
    Value fewer = b.integral(IntegralOp.SUB, count, Constant.of(1));
    Value inner = b.append(new Op.Call(routine), Type.F64, array, next, fewer);
    Value product = b.apply(Arithmetic.MUL, inner, b.load(array, count));
    b.store(array, Constant.of(0), product);
    b.giveBack(List.of(b.apply(Arithmetic.MUL, product, Constant.of(0.5))));
    routine.define(b.build());
    return routine;
  }
}
