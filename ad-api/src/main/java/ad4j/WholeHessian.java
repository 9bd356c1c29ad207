package ad4j;

import ad4j.engine.Engines;
import ad4j.error.NotDifferentiableException;
import ad4j.op.Arithmetic;
import ad4j.program.Constant;
import ad4j.program.KernelForm;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Terminator;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The Program of the Hessian of a function of few inputs without loops: the pushforward of its
 * gradient by all inputs at once. One half is computed, and of that nothing that is always 0.
 *
 * @param source the function, for a known number of inputs
 */
record WholeHessian(VectorProgram source, Engines engines) {
  /** With so many instructions at most: larger ones take no less time than passes do. */
  private static final int MOST = 1500;

  /** Before what is 0 is left out, there may be so many. */
  private static final int MOST_BEFORE = 5 * MOST;

  /**
   * {@code (x, rows..., bound...) -> sum}: stores the Hessian to rows that are all zeros; the sum
   * of its entries is NaN if one of them is.
   *
   * @param gradient {@code (x, adjoint of x, bound...)}, adds to the adjoint
   * @throws NotDifferentiableException if it becomes too large
   */
  Program of(Program gradient) {
    Program slopes = slopes(gradient);
    require(slopes.size() * source.inputs() <= MOST_BEFORE);
    Program half = half(slopes);
    require(half.size() <= MOST);
    return KernelForm.settled(stored(half));
  }

  private static void require(boolean isSmall) {
    if (!isSmall) {
      throw new NotDifferentiableException("its Hessian is too large for one method", "");
    }
  }

  /** {@code (numbers..., bound...) -> adjoints...}: so tangents are numbers, too. */
  private Program slopes(Program gradient) {
    int n = source.inputs();
    Outline outline = outline(gradient, n);
    List<Value> numbers = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      numbers.add(outline.builder().parameter(Type.F64, ""));
    }
    Value x = outline.array(numbers);
    Value adjoint = outline.zeros(n);
    outline.inline(gradient, outline.bound(x, adjoint));
    return KernelForm.open(outline.build(outline.elements(adjoint, n)));
  }

  /** {@code (x, bound...) -> entries...}: those before and on the diagonal, row by row. */
  private Program half(Program slopes) {
    int n = source.inputs();
    List<Integer> numbers = IntStream.range(0, n).boxed().toList();
    Program pushed = engines.forward().pushforward(slopes, numbers, n);
    Outline outline = outline(slopes, n * (n + 1) / 2);
    Value x = outline.array("x");
    List<Value> arguments = outline.elements(x, n);
    arguments.addAll(outline.bound());
    for (int number : numbers) {
      for (int lane = 0; lane < n; lane++) {
        arguments.add(lane == number ? Constant.ONE : Constant.ZERO);
      }
    }
    List<Value> tangents = outline.inline(pushed, arguments).subList(n, n + n * n);
    List<Value> entries = new ArrayList<>();
    for (int row = 0; row < n; row++) {
      for (int column = 0; column <= row; column++) {
        entries.add(outline.unsigned(tangents.get(row * n + column)));
      }
    }
    return KernelForm.open(outline.build(entries));
  }

  /** Stores each entry to both its places. */
  private Program stored(Program half) {
    int n = source.inputs();
    Outline outline = outline(half, 1);
    List<Value> arrays = new ArrayList<>(List.of(outline.array("x")));
    for (int row = 0; row < n; row++) {
      arrays.add(outline.array("row" + row));
    }
    List<Value> given = outline.bound(arrays.getFirst());
    List<Value> entries = outline.inline(half, given);
    Deque<Value> stored = new ArrayDeque<>();
    for (int row = 0, i = 0; row < n; row++) {
      for (int column = 0; column <= row; column++, i++) {
        if (!isZero(half, i)) {
          Value entry = entries.get(i);
          outline.builder().store(arrays.get(1 + row), Constant.of(column), entry);
          if (row != column) {
            outline.builder().store(arrays.get(1 + column), Constant.of(row), entry);
          }
          stored.add(entry);
        }
      }
    }
    return outline.build(List.of(sum(stored, outline.builder())));
  }

  /** Whether a result is 0, whichever way is taken. */
  private static boolean isZero(Program program, int result) {
    return program.blocks().stream()
        .noneMatch(
            block ->
                block.end() instanceof Terminator.Return(List<Value> values)
                    && !values.get(result).equals(Constant.ZERO));
  }

  private static Value sum(Deque<Value> terms, ProgramBuilder builder) {
    while (terms.size() > 1) {
      terms.addLast(builder.apply(Arithmetic.ADD, terms.removeFirst(), terms.removeFirst()));
    }
    return terms.isEmpty() ? Constant.ZERO : terms.removeFirst();
  }

  private Outline outline(Program model, int results) {
    return new Outline(source, model.name(), Collections.nCopies(results, Type.F64));
  }
}
