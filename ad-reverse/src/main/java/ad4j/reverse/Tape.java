package ad4j.reverse;

import ad4j.engine.Activation;
import ad4j.engine.Positions;
import ad4j.op.Comparison;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One execution on plain doubles as a straight line in flat arrays. Node {@code i} is an input, or
 * {@code operators[i]} applied to operands. An operand is a node's index, or {@code ~k} for the
 * number {@code constants[k]}. An operator of many arguments has them in {@code pool}, from {@code
 * first[i]} on, {@code second[i]} of them.
 */
final class Tape {
  private final Activation activation;
  private final Thread owner = Thread.currentThread();
  private final Positions positions;
  private final Guards guards = new Guards();

  private @Nullable Object[] operators;
  private int[] first;
  private int[] second;
  private double[] values;
  private double[] constants;
  private int[] places = {};
  private int[] pool = new int[16];
  private int size;
  private int limit;
  private int constantCount;
  private int pooled;
  private int inputCount;
  private boolean looked;

  /** An empty tape that writes on this */
  Tape(Activation activation, Positions positions, Sheet sheet) {
    this.activation = activation;
    this.positions = positions;
    operators = sheet.operators();
    first = sheet.first();
    second = sheet.second();
    values = sheet.values();
    constants = sheet.constants();
    limit = sheet.capacity();
    if (positions != Positions.UNKNOWN) {
      places = new int[limit];
    }
  }

  Real[] inputs(double[] x) {
    Real[] inputs = new Real[x.length];
    for (int i = 0; i < x.length; i++) {
      inputs[i] = push(null, 0, 0, x[i]);
    }
    inputCount = x.length;
    return inputs;
  }

  /** Ends the recording: from now on an operation on its nodes is an error. */
  void close() {
    limit = 0;
  }

  /** Gives up the sheet; what was recorded is gone. */
  Sheet release() {
    Sheet released = new Sheet(operators, first, second, values, constants);
    operators = new Object[0];
    values = new double[0];
    size = 0;
    return released;
  }

  Activation activation() {
    return activation;
  }

  /** The operand that {@code x} is: a node of this tape, or a number kept as a constant. */
  int operand(Real x) {
    return x instanceof TapeReal real && real.tape() == this ? real.index() : constant(x);
  }

  private int constant(Real x) {
    activation.requireForeign(x);
    if (constantCount == constants.length) {
      constants = Arrays.copyOf(constants, Storage.grown(constantCount));
    }
    constants[constantCount] = x.primal();
    return ~constantCount++;
  }

  /** The present value of an operand. */
  double at(int operand) {
    return operand >= 0 ? values[operand] : constants[~operand];
  }

  TapeReal push(@Nullable Operator operator, int a, int b, double value) {
    int i = size;
    if (i >= limit || owner != Thread.currentThread()) {
      makeRoom();
    }
    operators[i] = operator;
    first[i] = a;
    second[i] = b;
    values[i] = value;
    size = i + 1;
    if (places.length > 0) {
      places[i] = positions.current();
    }
    return new TapeReal(this, i, value);
  }

  private void makeRoom() {
    activation.check();
    int capacity = Storage.grown(size);
    operators = Storage.allocate(size, () -> Arrays.copyOf(operators, capacity));
    first = Storage.allocate(size, () -> Arrays.copyOf(first, capacity));
    second = Storage.allocate(size, () -> Arrays.copyOf(second, capacity));
    values = Storage.allocate(size, () -> Arrays.copyOf(values, capacity));
    limit = capacity;
    if (places.length > 0) {
      places = Storage.allocate(size, () -> Arrays.copyOf(places, limit));
    }
  }

  /** Keeps the operands of an operator of many arguments; returns where. */
  int pool(int[] operands) {
    int start = pooled;
    while (start + operands.length > pool.length) {
      pool = Arrays.copyOf(pool, Storage.grown(pool.length));
    }
    System.arraycopy(operands, 0, pool, start, operands.length);
    pooled += operands.length;
    return start;
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
    return (Operator) operators[i];
  }

  /** The same, for the sweep, which asks for its class at once. */
  @Nullable Object step(int i) {
    return operators[i];
  }

  int first(int i) {
    return first[i];
  }

  int second(int i) {
    return second[i];
  }

  /** The values of all nodes; longer than there are nodes. */
  double[] values() {
    return values;
  }

  double value(int i) {
    return values[i];
  }

  void value(int i, double value) {
    values[i] = value;
  }

  /** The operands of node {@code i}, whose operator takes {@code arity} arguments. */
  int[] operands(int i) {
    Operator operator = operator(i);
    if (operator == null) {
      return new int[0];
    }
    return switch (operator) {
      case ad4j.op.UnaryOperator unary -> new int[] {first[i]};
      case ad4j.op.BinaryOperator binary -> new int[] {first[i], second[i]};
      case ad4j.op.NaryOperator nary -> Arrays.copyOfRange(pool, first[i], first[i] + second[i]);
    };
  }

  /** The values of the operands of node {@code i}. */
  double[] operandValues(int i) {
    return Arrays.stream(operands(i)).mapToDouble(this::at).toArray();
  }

  /** The number of the source position of node {@code i}, or -1. */
  int place(int i) {
    return places.length > 0 ? places[i] : -1;
  }

  Positions positions() {
    return positions;
  }
}
