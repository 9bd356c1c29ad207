import org.jspecify.annotations.NullMarked;

/** The vocabulary of ad4j: operators, the abstract number, engines, and the facade over them. */
@NullMarked
module ad4j.api {
  requires static transitive org.jspecify;

  exports ad4j;
  exports ad4j.check;
  exports ad4j.engine;
  exports ad4j.error;
  exports ad4j.explain;
  exports ad4j.op;
  exports ad4j.program;
  exports ad4j.verify;

  uses ad4j.engine.Engine;
  uses ad4j.op.OperatorProvider;
  uses ad4j.program.FunctionReader;
  uses ad4j.program.ProgramCompiler;

  provides ad4j.op.OperatorProvider with
      ad4j.op.Arithmetic;
}
