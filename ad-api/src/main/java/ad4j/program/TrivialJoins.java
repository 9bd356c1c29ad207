package ad4j.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the joins at which one value arrives, whichever way is taken; also those that only hand
 * each other the same value around loops. By components of the graph of joins, after M. Braun et
 * al., <i>Simple and Efficient Construction of Static Single Assignment Form</i>, CC 2013.
 */
final class TrivialJoins {
  private final Map<Parameter, List<Value>> arriving;
  private final Map<Value, Value> same = new HashMap<>();

  private TrivialJoins(Map<Parameter, List<Value>> arriving) {
    this.arriving = arriving;
  }

  /** What stands for each of these joins that is trivial, and is none of them. */
  static Map<Value, Value> find(Map<Parameter, List<Value>> arriving) {
    TrivialJoins joins = new TrivialJoins(arriving);
    joins.drop(arriving.keySet());
    arriving.keySet().forEach(joins::resolved);
    return joins.same;
  }

  private void drop(Set<Parameter> joins) {
    for (Set<Parameter> component : new Components(joins).all) {
      Set<Value> outside = new HashSet<>();
      Set<Parameter> inner = new LinkedHashSet<>();
      for (Parameter join : component) {
        boolean isInner = true;
        for (Value value : values(join)) {
          Value arrived = resolved(value);
          if (!(arrived instanceof Parameter other && component.contains(other))) {
            outside.add(arrived);
            isInner = false;
          }
        }
        if (isInner) {
          inner.add(join);
        }
      }
      if (outside.size() > 1) {
        drop(inner);
      } else {
        for (Parameter join : component) {
          same.put(
              join, outside.isEmpty() ? Constant.initial(join.type()) : outside.iterator().next());
        }
      }
    }
  }

  private List<Value> values(Parameter join) {
    return arriving.getOrDefault(join, List.of());
  }

  private Value resolved(Value value) {
    Value result = value;
    Value next = same.get(result);
    while (next != null) {
      result = next;
      next = same.get(result);
    }
    if (result != value) {
      same.put(value, result);
    }
    return result;
  }

  /** The strongly connected components, each after those that it takes values from: Tarjan's. */
  private final class Components {
    private record Open(Parameter join, Iterator<Value> rest) {}

    final List<Set<Parameter>> all = new ArrayList<>();
    private final Set<Parameter> joins;
    private final Map<Parameter, Integer> numbers = new HashMap<>();
    private final Map<Parameter, Integer> lowest = new HashMap<>();
    private final Deque<Parameter> pending = new ArrayDeque<>();
    private final Set<Parameter> isPending = new HashSet<>();

    Components(Set<Parameter> joins) {
      this.joins = joins;
      for (Parameter join : joins) {
        if (!numbers.containsKey(join)) {
          search(join);
        }
      }
    }

    private void search(Parameter root) {
      Deque<Open> path = new ArrayDeque<>();
      path.push(enter(root));
      while (!path.isEmpty()) {
        Open top = path.element();
        if (top.rest().hasNext()) {
          if (resolved(top.rest().next()) instanceof Parameter other && joins.contains(other)) {
            if (!numbers.containsKey(other)) {
              path.push(enter(other));
            } else if (isPending.contains(other)) {
              lower(top.join(), number(numbers, other));
            }
          }
        } else {
          path.pop();
          leave(top.join());
          if (!path.isEmpty()) {
            lower(path.element().join(), number(lowest, top.join()));
          }
        }
      }
    }

    private Open enter(Parameter join) {
      numbers.put(join, numbers.size());
      lowest.put(join, numbers.size() - 1);
      pending.push(join);
      isPending.add(join);
      return new Open(join, values(join).iterator());
    }

    private void lower(Parameter join, int number) {
      lowest.merge(join, number, Math::min);
    }

    private static int number(Map<Parameter, Integer> numbers, Parameter join) {
      return numbers.getOrDefault(join, 0);
    }

    private void leave(Parameter join) {
      if (number(lowest, join) == number(numbers, join)) {
        Set<Parameter> component = new LinkedHashSet<>();
        Parameter last;
        do {
          last = pending.pop();
          isPending.remove(last);
          component.add(last);
        } while (last != join);
        all.add(component);
      }
    }
  }
}
