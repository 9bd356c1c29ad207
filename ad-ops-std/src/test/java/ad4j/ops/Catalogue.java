package ad4j.ops;

import ad4j.op.Arithmetic;
import ad4j.op.Operator;
import ad4j.op.Operators;
import java.util.List;

/** All operators, as a user finds them. */
final class Catalogue {
  static final Operators ALL = new Operators(List.of(new Arithmetic(), new StandardOperators()));

  private Catalogue() {}

  static Operator named(String name) {
    return ALL.named(name);
  }
}
