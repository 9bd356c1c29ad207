package ad4j.compiler.read;

import ad4j.op.BinaryOperator;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Operators;
import ad4j.op.UnaryOperator;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which static method is the value of which operator: as the class file that declares the operator
 * says, so that {@code Math.sin} in a method is the operator sin, and a plugin's method that of the
 * plugin. {@link MathOperators} adds what {@link Math} has besides. Immutable and thread-safe.
 */
public final class OperatorMethods {
  private final Operators operators;
  private final Map<MethodName, Operator> byMethod = new HashMap<>();
  private final Map<Operator, MethodName> byOperator = new LinkedHashMap<>();

  /** Reads the class files that declare these operators. */
  public OperatorMethods(Operators operators) {
    this.operators = operators;
    Map<Class<?>, OperatorDeclarations> declarations = new HashMap<>();
    for (Operator operator : operators.all()) {
      Class<?> host = body(operator).getClass().getNestHost();
      OperatorDeclarations declared = declarations.computeIfAbsent(host, OperatorDeclarations::new);
      MethodName method = declared.method(operator.name());
      if (method != null) {
        add(method, operator, isPublic(method, declared.files()));
      }
    }
    MathOperators.all(operators, byMethod)
        .forEach((method, operator) -> add(method, operator, true));
  }

  /** The operators. */
  public Operators operators() {
    return operators;
  }

  /** The operator whose value this method is, or null. */
  public @Nullable Operator find(MethodName method) {
    return byMethod.get(method);
  }

  /** The public static method that computes the value of an operator, on as many doubles. */
  public Optional<MethodName> method(Operator operator) {
    return Optional.ofNullable(byOperator.get(operator));
  }

  private void add(MethodName method, Operator operator, boolean isPublic) {
    Operator known = byMethod.get(method);
    if (known == null || operator.name().equals(method.name())) {
      byMethod.put(method, operator);
    }
    if (isPublic) {
      byOperator.putIfAbsent(operator, method);
    }
  }

  private static boolean isPublic(MethodName name, ClassFiles files) {
    ClassModel owner = files.find(name.owner());
    MethodModel method =
        owner == null ? null : ClassFiles.method(owner, name.name(), name.descriptor());
    return owner != null
        && method != null
        && owner.flags().has(AccessFlag.PUBLIC)
        && method.flags().has(AccessFlag.PUBLIC);
  }

  private static Object body(Operator operator) {
    return switch (operator) {
      case UnaryOperator unary -> unary.body();
      case BinaryOperator binary -> binary.body();
      case NaryOperator nary -> nary.body();
    };
  }
}
