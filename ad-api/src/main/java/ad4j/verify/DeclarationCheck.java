package ad4j.verify;

import ad4j.op.Edge;
import ad4j.op.Operator;

/** Examines what an operator says about itself. */
final class DeclarationCheck implements Check {
  @Override
  public void examine(Subject subject, Findings findings) {
    Operator operator = subject.operator();
    if (operator.doc().isBlank()) {
      findings.add("it has no words; declare them with .doc(...)");
    }
    if (operator.arity() < 0 && operator.arity() != Operator.VARIADIC) {
      findings.add("it cannot take " + operator.arity() + " arguments");
    }
    for (Edge edge : operator.edges()) {
      int arity = operator.arity() == Operator.VARIADIC ? edge.at().size() : operator.arity();
      if (edge.at().size() != arity || edge.slopes().size() != arity) {
        findings.add("it takes %d arguments, but declares the edge %s".formatted(arity, edge));
      }
    }
    for (int i = 0; i < subject.points().lengths()[0]; i++) {
      if (!(operator.domain(i).low() < operator.domain(i).high())) {
        findings.add("the domain of argument " + (i + 1) + " is empty");
      }
    }
  }
}
