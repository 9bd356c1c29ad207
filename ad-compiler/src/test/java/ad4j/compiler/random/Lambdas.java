package ad4j.compiler.random;

import static ad4j.compiler.random.Type.DOUBLE;
import static ad4j.compiler.random.Type.INT;

import java.util.List;

/** Draws lambdas that capture finals of the method. */
final class Lambdas {
  private final Draft draft;

  Lambdas(Draft draft) {
    this.draft = draft;
  }

  void draw(List<Statement> block) {
    String captured = draft.scope.name("c");
    block.add(Statement.of("final double " + captured + " = #;", draft.numbers.assigned(2)));
    draft.scope.add(Variable.fixed(captured, DOUBLE));
    String offset = "";
    if (draft.dice.chance(40)) {
      draft.uses(Construct.LAMBDA_CAPTURES_INT);
      offset = draft.scope.name("k");
      block.add(Statement.of("final int " + offset + " = #;", draft.integers.small(1)));
    }
    String name = draft.scope.name("g");
    String p = draft.scope.name("p");
    String q = draft.scope.name("q");
    Draft body = new Draft(draft, DOUBLE, draft.scope.captured());
    if (!offset.isEmpty()) {
      body.scope.add(Variable.index(offset, "", 8));
    }
    switch (draft.dice.below(3)) {
      case 0 -> {
        draft.uses(Construct.LAMBDA_UNARY);
        parameter(body, p, DOUBLE);
        block.add(lambda("DoubleUnaryOperator " + name + " = " + p + " -> ", body));
        draft.scope.add(Variable.fixed(name, Type.UNARY));
      }
      case 1 -> {
        draft.uses(Construct.LAMBDA_BINARY);
        parameter(body, p, DOUBLE);
        parameter(body, q, DOUBLE);
        block.add(lambda("DoubleBinaryOperator " + name + " = (" + p + ", " + q + ") -> ", body));
        draft.scope.add(Variable.fixed(name, Type.BINARY));
      }
      default -> {
        draft.uses(Construct.LAMBDA_INDEXED);
        parameter(body, p, INT);
        block.add(lambda("IntToDoubleFunction " + name + " = " + p + " -> ", body));
        draft.scope.add(Variable.fixed(name, Type.INDEXED));
      }
    }
  }

  private static void parameter(Draft body, String name, Type type) {
    body.scope.add(Variable.free(name, type));
  }

  private Statement lambda(String head, Draft body) {
    if (draft.dice.chance(75)) {
      return Statement.of(head + "#;", body.numbers.unit(3));
    }
    draft.uses(Construct.LAMBDA_BLOCK);
    body.pay(50);
    List<Statement> block = new java.util.ArrayList<>(body.block(2));
    block.add(Statement.of("return #;", body.numbers.unit(3)));
    return Statement.of(head + "{\n\t@\n};", List.of(), List.of(block));
  }
}
