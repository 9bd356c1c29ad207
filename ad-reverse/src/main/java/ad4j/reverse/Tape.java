package ad4j.reverse;

import ad4j.engine.Activation;
import ad4j.engine.Positions;
import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One execution on plain doubles as a straight line in one flat array. Node {@code i} is an input,
 * or the result of an operator; its words, next to each other, are the code of the operator, both
 * operands, the value, and the operand that is a plain number, of which there is at most one, as
 * the other is a node. An operator of many arguments has its operands in {@code pool}.
 *
 * <p>An operand is a node's index or {@link #FIXED}; where it may be one of several numbers, as in
 * the pool, it is {@code ~k} for {@code constants[k]}.
 */
final class Tape {
  /** Words that a node has. */
  static final int STRIDE = 4;

  /** The operand that is the plain number of its node. */
  static final int FIXED = -1;

  private static final int CODE = 0;
  private static final int OPERANDS = 1;
  private static final int VALUE = 2;
  private static final int NUMBER = 3;

  private final Activation activation;
  private final Positions positions;
  private final Guards guards = new Guards();
  private final Codes codes;
  private final int[] table; // of the codes

  private @Nullable Thread gate; // the thread that pushes without further ado
  private long[] words;
  private double[] adjoints; // all 0
  private int size;
  private double[] constants = {};
  private int constantCount;
  private int[] places = {};
  private int[] pool = {};
  private int pooled;
  private int inputCount;
  private boolean looked;

  /** An empty tape that writes on this */
  Tape(Activation activation, Positions positions, Sheet sheet) {
    this.activation = activation;
    this.positions = positions;
    codes = sheet.codes();
    table = codes.table();
    words = sheet.words();
    adjoints = sheet.adjoints();
    gate = positions == Positions.UNKNOWN ? Thread.currentThread() : null;
  }

  Real[] inputs(double[] x) {
    Real[] inputs = new Real[x.length];
    while (words.length / STRIDE < x.length) {
      grow();
    }
    for (int i = 0; i < x.length; i++) {
      words[i * STRIDE + VALUE] = Double.doubleToRawLongBits(x[i]);
      inputs[i] = new TapeReal(this, i, x[i]);
    }
    size = x.length;
    inputCount = x.length;
    return inputs;
  }

  /** Ends the recording: from now on an operation on its nodes is an error. */
  void close() {
    gate = null;
  }

  /** Gives up the sheet; what was recorded is gone. */
  Sheet release() {
    Sheet released = new Sheet(words, adjoints, codes);
    codes.clear();
    words = new long[0];
    size = 0;
    return released;
  }

  Activation activation() {
    return activation;
  }

  TapeReal push(UnaryOperator operator, int a, double value) {
    return push(code(operator), a, FIXED, 0, value);
  }

  /** Adds the result of an operator; {@code number} is the operand that is {@link #FIXED}. */
  TapeReal push(Operator operator, int a, int b, double number, double value) {
    return push(code(operator), a, b, number, value);
  }

  private int code(Operator operator) {
    int number = operator.facts().number();
    int code = number < Codes.NUMBERED ? table[number] : 0;
    return code != 0 ? code : codes.learned(operator);
  }

  /**
   * The gate and the bounds are all that is checked; the latter in the very way in which the JIT
   * compiler does it, so that it need not do it again.
   */
  private TapeReal push(int code, int a, int b, double number, double value) {
    int i = size;
    int at = i * STRIDE;
    if (gate != Thread.currentThread()) {
      prepare();
    }
    if (Integer.compareUnsigned(at + NUMBER, words.length) >= 0) {
      grow();
    }
    long[] w = words;
    w[at + NUMBER] = Double.doubleToRawLongBits(number);
    w[at + CODE] = code;
    w[at + OPERANDS] = ((long) a << 32) | (b & 0xffffffffL);
    w[at + VALUE] = Double.doubleToRawLongBits(value);
    size = i + 1;
    return new TapeReal(this, i, value);
  }

  /** What is not done with every node. */
  private void prepare() {
    activation.check();
    if (positions != Positions.UNKNOWN) {
      if (size >= places.length) {
        int capacity = Storage.grown(size, Storage.MOST);
        places = Storage.allocate(size, () -> Arrays.copyOf(places, capacity));
      }
      places[size] = positions.current();
    }
  }

  private void grow() {
    int capacity = Storage.grown(words.length / STRIDE, Storage.MOST / STRIDE);
    words = Storage.allocate(size, () -> Arrays.copyOf(words, capacity * STRIDE));
  }

  /** Keeps the operands of an operator of many arguments; returns where. */
  int pool(Real[] operands) {
    int start = pooled;
    while (operands.length > pool.length - start) {
      pool = Arrays.copyOf(pool, Storage.grown(pool.length, Storage.MOST));
    }
    for (Real operand : operands) {
      pool[pooled++] = operand(operand);
    }
    return start;
  }

  /** The operand that {@code x} is: a node of this tape, or {@code ~k} for a constant. */
  int operand(Real x) {
    if (x instanceof TapeReal real && real.tape() == this) {
      return real.index();
    }
    activation.requireForeign(x);
    if (constantCount == constants.length) {
      constants = Arrays.copyOf(constants, Storage.grown(constantCount, Storage.MOST));
    }
    constants[constantCount] = x.primal();
    return ~constantCount++;
  }

  /** The present value of what {@link #operand} returned. */
  double at(int operand) {
    return operand >= 0 ? value(operand) : constants[~operand];
  }

  boolean compare(Comparison comparison, Real x, Real y) {
    int a = operand(x);
    int b = operand(y);
    boolean outcome = comparison.holds(at(a), at(b));
    guards.add(comparison, a, b, outcome);
    return outcome;
  }

  /** Notes that the function asked for a plain value, on which it may now decide. */
  void look() {
    looked = true;
  }

  boolean looked() {
    return looked;
  }

  boolean guardsHold() {
    return guards.hold(this);
  }

  int size() {
    return size;
  }

  int inputCount() {
    return inputCount;
  }

  /** What computed node {@code i}; null for an input. */
  @Nullable Operator operator(int i) {
    return i < inputCount ? null : codes.operator(code(i));
  }

  Codes codes() {
    return codes;
  }

  long[] words() {
    return words;
  }

  /** Zeros, one a node or more; lost to the tape until they are given back. */
  double[] takeAdjoints() {
    int room = words.length / STRIDE;
    double[] taken =
        adjoints.length >= size() ? adjoints : Storage.allocate(size, () -> new double[room]);
    adjoints = new double[0];
    return taken;
  }

  /** Gives them back, all 0 again. */
  void giveAdjoints(double[] zeros) {
    adjoints = zeros;
  }

  static int code(long[] words, int i) {
    return (int) words[i * STRIDE + CODE];
  }

  /** The first operand of node {@code i}, or where in the pool the operands begin. */
  static int first(long[] words, int i) {
    return (int) (words[i * STRIDE + OPERANDS] >> 32);
  }

  /** The second operand of node {@code i}, or how many there are in the pool. */
  static int second(long[] words, int i) {
    return (int) words[i * STRIDE + OPERANDS];
  }

  /** The present value of an operand of node {@code i}, whose operator has one or two. */
  static double operandValue(long[] words, int i, int operand) {
    return Double.longBitsToDouble(
        words[operand >= 0 ? operand * STRIDE + VALUE : i * STRIDE + NUMBER]);
  }

  int code(int i) {
    return code(words, i);
  }

  int first(int i) {
    return first(words, i);
  }

  int second(int i) {
    return second(words, i);
  }

  double operandValue(int i, int operand) {
    return operandValue(words, i, operand);
  }

  double value(int i) {
    return Double.longBitsToDouble(words[i * STRIDE + VALUE]);
  }

  void value(int i, double value) {
    words[i * STRIDE + VALUE] = Double.doubleToRawLongBits(value);
  }

  /** The nodes that node {@code i} was computed from; negative for a number. */
  int[] operands(int i) {
    return switch (operator(i)) {
      case null -> new int[0];
      case UnaryOperator unary -> new int[] {first(i)};
      case BinaryOperator binary -> new int[] {first(i), second(i)};
      case NaryOperator nary -> pooled(i);
    };
  }

  private int[] pooled(int i) {
    return Arrays.copyOfRange(pool, first(i), first(i) + second(i));
  }

  /** The present values of what node {@code i} was computed from. */
  double[] operandValues(int i) {
    return operator(i) instanceof NaryOperator
        ? Arrays.stream(pooled(i)).mapToDouble(this::at).toArray()
        : Arrays.stream(operands(i)).mapToDouble(operand -> operandValue(i, operand)).toArray();
  }

  /** The number of the source position of node {@code i}, or -1. */
  int place(int i) {
    return i < inputCount || places.length == 0 ? -1 : places[i];
  }

  Positions positions() {
    return positions;
  }
}
