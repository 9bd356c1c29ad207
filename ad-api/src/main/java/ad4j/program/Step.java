package ad4j.program;

/** An instruction, prepared: reads registers and writes one. */
@FunctionalInterface
interface Step {
  void run(Registers registers);
}
