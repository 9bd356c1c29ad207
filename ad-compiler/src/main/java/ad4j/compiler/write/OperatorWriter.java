package ad4j.compiler.write;

import ad4j.op.Arithmetic;
import ad4j.op.BinaryOperator;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import ad4j.program.Value;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes operators on doubles. */
final class OperatorWriter {
  private final Method method;
  private final CodeBuilder code;
  private final ValueWriter values;

  OperatorWriter(Method method, ValueWriter values) {
    this.method = method;
    this.code = method.code();
    this.values = values;
  }

  void apply(Operator operator, List<Value> xs) {
    boolean done =
        switch (operator) {
          case UnaryOperator unary -> arithmetic(unary, xs);
          case BinaryOperator binary -> arithmetic(binary, xs);
          case NaryOperator nary -> choice(nary, xs);
        };
    if (!done) {
      Optional<DirectMethodHandleDesc> direct = method.direct().of(operator, xs.size());
      if (direct.isPresent()) {
        values.push(xs);
        DirectMethodHandleDesc called = direct.get();
        code.invokestatic(called.owner(), called.methodName(), called.invocationType());
      } else {
        declared(operator, xs);
      }
    }
  }

  private boolean arithmetic(UnaryOperator operator, List<Value> xs) {
    if (operator == Arithmetic.NEG) {
      values.push(xs);
      code.dneg();
    } else if (operator == Arithmetic.SQUARE) {
      values.push(xs);
      code.dup2().dmul();
    } else if (operator == Arithmetic.RECIPROCAL) {
      code.dconst_1();
      values.push(xs);
      code.ddiv();
    } else {
      return false;
    }
    return true;
  }

  private boolean arithmetic(BinaryOperator operator, List<Value> xs) {
    if (operator == Arithmetic.SHARE) {
      values.push(xs);
      support("share", 2);
      return true;
    }
    boolean sum = operator == Arithmetic.ADD || operator == Arithmetic.ACCUMULATE;
    boolean chain = operator == Arithmetic.CHAIN;
    boolean product = operator == Arithmetic.MUL;
    boolean quotient = operator == Arithmetic.DIV;
    if (!(sum || chain || product || quotient || operator == Arithmetic.SUB)) {
      return false;
    }
    values.push(xs);
    if (sum) {
      code.dadd();
    } else if (chain) {
      chain();
    } else if (product) {
      code.dmul();
    } else if (quotient) {
      code.ddiv();
    } else {
      code.dsub();
    }
    return true;
  }

  private boolean choice(NaryOperator operator, List<Value> xs) {
    if (operator != Arithmetic.WHERE) {
      return false;
    }
    if (xs.stream().allMatch(this::isAtHand)) {
      where(xs.get(0), xs.get(1), xs.get(2));
    } else {
      values.push(xs);
      support("where", 3);
    }
    return true;
  }

  private boolean isAtHand(Value value) {
    return !method.trees().isInlined(value);
  }

  private void where(Value c, Value a, Value b) {
    Label otherwise = code.newLabel();
    Label end = code.newLabel();
    values.push(c);
    code.dconst_0().dcmpl().ifle(otherwise);
    values.push(a);
    code.goto_(end).labelBinding(otherwise);
    values.push(b);
    code.labelBinding(end);
  }

  private void support(String name, int arity) {
    ClassDesc[] parameters = new ClassDesc[arity];
    Arrays.fill(parameters, ConstantDescs.CD_double);
    code.invokestatic(Types.SUPPORT, name, MethodTypeDesc.of(ConstantDescs.CD_double, parameters));
  }

  /** From x and y their product, but 0 if either is 0. */
  private void chain() {
    Label zero = code.newLabel();
    Label end = code.newLabel();
    code.dup2().dconst_0().dcmpl().ifeq(zero);
    code.dup2_x2().pop2().dup2().dconst_0().dcmpl().ifeq(zero);
    code.dmul().goto_(end);
    code.labelBinding(zero).pop2().pop2().dconst_0().labelBinding(end);
  }

  /** By the value that the operator declares. */
  private void declared(Operator operator, List<Value> xs) {
    switch (operator) {
      case UnaryOperator unary -> {
        constant(unary.body(), ad4j.op.Value.Unary.class);
        values.push(xs);
        at(ad4j.op.Value.Unary.class, ConstantDescs.CD_double);
      }
      case BinaryOperator binary -> {
        constant(binary.body(), ad4j.op.Value.Binary.class);
        values.push(xs);
        at(ad4j.op.Value.Binary.class, ConstantDescs.CD_double, ConstantDescs.CD_double);
      }
      case NaryOperator nary -> {
        constant(nary.body(), ad4j.op.Value.Nary.class);
        array(xs);
        at(ad4j.op.Value.Nary.class, Types.DOUBLES);
      }
    }
  }

  private void constant(ad4j.op.Value body, Class<?> type) {
    code.loadConstant(method.data().constant(body, type));
  }

  private void at(Class<?> type, ClassDesc... parameters) {
    MethodTypeDesc signature = MethodTypeDesc.of(ConstantDescs.CD_double, parameters);
    code.invokeinterface(Types.desc(type), "at", signature);
  }

  private void array(List<Value> xs) {
    code.loadConstant(xs.size()).newarray(TypeKind.DOUBLE);
    for (int i = 0; i < xs.size(); i++) {
      code.dup().loadConstant(i);
      values.push(xs.get(i));
      code.dastore();
    }
  }
}
