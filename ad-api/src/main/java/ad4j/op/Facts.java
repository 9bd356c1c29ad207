package ad4j.op;

import ad4j.error.OperatorException;
import java.util.ArrayList;
import java.util.List;

/** What an operator states about itself besides value and slope. */
record Facts(String name, List<Domain> domains, List<Edge> edges, List<Kink> kinks, String doc) {

  Facts {
    if (!name.matches("[A-Za-z][A-Za-z0-9]*'*")) {
      throw new OperatorException(
          "'" + name + "' cannot name an operator", "use letters and digits, a letter first");
    }
  }

  Facts(String name) {
    this(name, List.of(), List.of(), List.of(), "");
  }

  Facts with(Domain... domain) {
    return new Facts(name, List.of(domain), edges, kinks, doc);
  }

  Facts with(Edge edge) {
    return new Facts(name, domains, appended(edges, edge), kinks, doc);
  }

  Facts with(Kink kink) {
    return new Facts(name, domains, edges, appended(kinks, kink), doc);
  }

  Facts with(String words) {
    return new Facts(name, domains, edges, kinks, words);
  }

  private static <T> List<T> appended(List<T> list, T last) {
    List<T> all = new ArrayList<>(list);
    all.add(last);
    return List.copyOf(all);
  }
}
