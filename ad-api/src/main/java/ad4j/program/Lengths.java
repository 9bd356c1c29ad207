package ad4j.program;

/** What is known of the lengths of arrays. */
final class Lengths {
  private final Regions regions;

  /** The length of an array that is known by nothing else. */
  record Of(Value array) {}

  Lengths(Regions regions) {
    this.regions = regions;
  }

  /** What stands for an int: the length of the same array is the same, whoever takes it. */
  Object key(Value value) {
    return value instanceof Instruction length && length.op() instanceof Op.Length
        ? ofArray(length.operand(0))
        : value;
  }

  /** What stands for the length of an array: an int, or an {@link Of}. */
  Object ofArray(Value array) {
    if (array instanceof Instruction made) {
      switch (made.op()) {
        case Op.New _ -> {
          return key(made.operand(0));
        }
        case Op.Copy _, Op.ZeroLike _ -> {
          return ofArray(made.operand(0));
        }
        case Op.Load _ -> {
          if (isMadeWithRows(made.operand(0))) {
            return key(((Instruction) made.operand(0)).operand(1));
          }
        }
        default -> {}
      }
    }
    return new Of(array);
  }

  /** Whether an array is known to be none by nothing that was done with it. */
  boolean isSome(Value array) {
    return array instanceof Instruction made
        && switch (made.op()) {
          case Op.New _, Op.Copy _, Op.Held _, Op.Grow _ -> true;
          case Op.ZeroLike _ -> isSome(made.operand(0));
          case Op.Load _ -> isMadeWithRows(made.operand(0));
          default -> false;
        };
  }

  /** Whether an array was made together with its rows, and has kept them. */
  private boolean isMadeWithRows(Value array) {
    return array instanceof Instruction made
        && made.op() instanceof Op.New
        && made.operands().size() > 1
        && !regions.of(made).isStored();
  }
}
