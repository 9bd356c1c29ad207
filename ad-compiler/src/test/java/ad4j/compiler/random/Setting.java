package ad4j.compiler.random;

import java.util.EnumSet;
import java.util.Set;

/**
 * What all methods of a program share.
 *
 * @param used the constructs that are in it so far
 * @param banned constructs that it does without: each program has its own, so that one construct
 *     does not hide what others do
 * @param records whether the class has the record Complex
 */
record Setting(
    Dice dice, int release, Set<Construct> used, Set<Construct> banned, boolean records) {

  /** What a program may do without, and with StrictMath most do. */
  private static final Set<Construct> OPTIONAL =
      EnumSet.of(
          Construct.ROUNDING,
          Construct.FMA,
          Construct.LONG_ARITHMETIC,
          Construct.SWITCH_OLD,
          Construct.SWITCH_EXPRESSION,
          Construct.MATRIX_LOCAL,
          Construct.LAMBDA_UNARY,
          Construct.CAST_DOUBLE_TO_INT,
          Construct.TERNARY,
          Construct.MIN_MAX_ABS,
          Construct.ARRAY_CHOSEN,
          Construct.ARRAY_ALIAS,
          Construct.THROW,
          Construct.EARLY_RETURN,
          Construct.BREAK,
          Construct.INPUT_STORE,
          Construct.SWAP_ARRAYS,
          Construct.ROW_REPLACED,
          Construct.BOOLEAN_LOCAL);

  static Setting of(Dice dice, Kind kind, int release, Set<Construct> without) {
    Set<Construct> banned = EnumSet.noneOf(Construct.class);
    OPTIONAL.stream().filter(c -> dice.chance(40)).forEach(banned::add);
    if (dice.chance(80)) {
      banned.add(Construct.STRICT_MATH);
    }
    banned.addAll(without);
    boolean records =
        release >= 16
            && (kind.needsRecords()
                || (dice.chance(40) && !without.contains(Construct.RECORD_LOCAL)));
    return new Setting(dice, release, EnumSet.noneOf(Construct.class), banned, records);
  }
}
