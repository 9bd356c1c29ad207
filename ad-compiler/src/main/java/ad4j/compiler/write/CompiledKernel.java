package ad4j.compiler.write;

import ad4j.error.ProgramException;
import ad4j.program.Kernel;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What all kernels are besides their code: the superclass of the classes that are generated. */
abstract class CompiledKernel implements Kernel {
  /** The frame that is not in use; runs at the same time, or within a run, make their own. */
  private final AtomicReference<@Nullable Frame> idle = new AtomicReference<>();

  private final int slots;

  CompiledKernel(int slots) {
    this.slots = slots;
  }

  final Frame take() {
    Frame frame = idle.getAndSet(null);
    return frame == null ? new Frame(slots) : frame;
  }

  final void giveBack(Frame frame) {
    idle.set(frame);
  }

  static void require(Object[] arguments, int count) {
    if (arguments.length != count) {
      throw new ProgramException("a kernel takes " + count + " arguments, not " + arguments.length);
    }
  }

  static ProgramException unsuitable(String signature, int arrays) {
    return new ProgramException(
        "a kernel "
            + signature
            + " does not begin with "
            + arrays
            + " double[] and return a double at most");
  }
}
