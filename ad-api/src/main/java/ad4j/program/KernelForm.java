package ad4j.program;

/**
 * What a Program becomes before it is differentiated, and what the Program of a derivative becomes
 * before it is compiled: {@linkplain Relax relaxed}, and without what nobody needs.
 */
public final class KernelForm {
  private KernelForm() {}

  /**
   * The Program as derivatives are made of it: with its failures made explicit, so that derivatives
   * have them, too, and with one load before a loop for those of all turns, of which one value is
   * kept.
   */
  public static Program source(Program primal) {
    return Checks.of(InvariantLoads.of(primal));
  }

  /**
   * The Program of a derivative in this form; whoever runs it must look for NaN in its derivatives.
   */
  public static Program of(Program derivative) {
    return settled(open(derivative));
  }

  /** A Program that is {@linkplain #open in this form} but for its checks, in this form. */
  public static Program settled(Program open) {
    return Simplify.keepingFailures(InvariantLoads.of(Carry.of(Checks.settled(open))));
  }

  /**
   * The Program of a derivative in this form but for its checks, which further derivatives of it
   * need.
   */
  public static Program open(Program derivative) {
    Program relaxed =
        Simplify.simplify(Relax.of(ResetArrays.of(SmallArrays.of(Simplify.simplify(derivative)))));
    return Simplify.simplify(DeadLoops.remove(DeadStores.remove(relaxed)));
  }
}
