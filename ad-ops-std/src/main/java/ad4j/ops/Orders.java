package ad4j.ops;

import ad4j.op.Operator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * The operators of a family that is indexed by an order, such as {@code sinc, sinc', sinc''}: the
 * slope of one is written with its neighbours, so each is declared when first asked for.
 */
final class Orders<T extends Operator> {
  private final IntFunction<T> declaration;
  private final Map<Integer, T> declared = new ConcurrentHashMap<>();

  Orders(IntFunction<T> declaration) {
    this.declaration = declaration;
  }

  T at(int order) {
    T known = declared.get(order);
    return known != null ? known : declared.computeIfAbsent(order, declaration::apply);
  }
}
