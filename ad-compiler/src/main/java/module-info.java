import org.jspecify.annotations.NullMarked;

/** The compiler of ad4j: from class files to Programs, and from Programs to bytecode. */
@NullMarked
module ad4j.compiler {
  requires ad4j.api;
  requires static org.jspecify;

  provides ad4j.program.FunctionReader with
      ad4j.compiler.read.ClassFileReader;
  provides ad4j.program.ProgramCompiler with
      ad4j.compiler.write.BytecodeCompiler;
}
