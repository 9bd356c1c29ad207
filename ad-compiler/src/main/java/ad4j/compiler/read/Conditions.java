package ad4j.compiler.read;

import ad4j.op.Comparison;
import ad4j.program.Constant;
import ad4j.program.IntegralOp;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.TypeCheckInstruction;

/** What branches depend on: comparisons, with NaN as Java has it, and classes. */
final class Conditions {
  private final Site site;
  private final ProgramBuilder builder;

  Conditions(Site site) {
    this.site = site;
    this.builder = site.builder();
  }

  /** The value that a branch with this instruction depends on. */
  Lowering.Condition condition(Opcode opcode, Frame frame) {
    return switch (opcode) {
      case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE -> withZero(relation(opcode), frame.pop());
      case IFNULL -> isNull(frame.pop(), true);
      case IFNONNULL -> isNull(frame.pop(), false);
      case IF_ACMPEQ, IF_ACMPNE -> same(opcode == Opcode.IF_ACMPEQ, frame);
      case IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE -> {
        Value y = site.value(frame.pop());
        yield compared(relation(opcode), site.value(frame.pop()), y);
      }
      default -> throw site.refused("has a subroutine of old class files", "compile it anew");
    };
  }

  private static Comparison relation(Opcode opcode) {
    return switch (opcode) {
      case IFEQ, IF_ICMPEQ -> Comparison.EQUAL;
      case IFNE, IF_ICMPNE -> Comparison.NOT_EQUAL;
      case IFLT, IF_ICMPLT -> Comparison.LESS;
      case IFGE, IF_ICMPGE -> Comparison.AT_LEAST;
      case IFGT, IF_ICMPGT -> Comparison.GREATER;
      default -> Comparison.AT_MOST;
    };
  }

  private Lowering.Condition compared(Comparison relation, Value x, Value y) {
    return new Lowering.Condition(builder.compare(relation, x, y), true);
  }

  private Lowering.Condition withZero(Comparison relation, Item item) {
    if (item instanceof Item.Ordering ordering) {
      return ordered(relation, ordering);
    }
    Value x = site.value(item);
    return switch (relation) {
      case NOT_EQUAL -> new Lowering.Condition(x, true);
      case EQUAL -> new Lowering.Condition(x, false);
      default -> compared(relation, x, Constant.of(0));
    };
  }

  /** NaN is less to dcmpl and greater to dcmpg: a relation that then holds is the other negated. */
  private Lowering.Condition ordered(Comparison relation, Item.Ordering ordering) {
    boolean holdsForNan =
        switch (ordering.opcode()) {
          case DCMPL -> relation == Comparison.LESS || relation == Comparison.AT_MOST;
          case DCMPG -> relation == Comparison.GREATER || relation == Comparison.AT_LEAST;
          default -> false;
        };
    Comparison compared = holdsForNan ? relation.opposite() : relation;
    return new Lowering.Condition(
        builder.compare(compared, ordering.x(), ordering.y()), !holdsForNan);
  }

  /** What a comparison instruction gives: -1, 0 or 1. */
  Value number(Item.Ordering ordering) {
    Value x = ordering.x();
    Value y = ordering.y();
    if (ordering.opcode() == Opcode.DCMPL) {
      Value sum = sum(IntegralOp.ADD, Comparison.GREATER, Comparison.AT_LEAST, x, y);
      return builder.integral(IntegralOp.SUB, sum, Constant.of(1));
    }
    if (ordering.opcode() == Opcode.DCMPG) {
      Value sum = sum(IntegralOp.ADD, Comparison.LESS, Comparison.AT_MOST, x, y);
      return builder.integral(IntegralOp.SUB, Constant.of(1), sum);
    }
    return sum(IntegralOp.SUB, Comparison.GREATER, Comparison.LESS, x, y);
  }

  private Value sum(IntegralOp kind, Comparison first, Comparison second, Value x, Value y) {
    return builder.integral(kind, builder.compare(first, x, y), builder.compare(second, x, y));
  }

  private Lowering.Condition isNull(Item item, boolean holds) {
    if (item instanceof Item.Plain plain) {
      Value array = plain.value();
      return new Lowering.Condition(
          builder.compare(Comparison.EQUAL, array, new Constant(array.type(), null)), holds);
    }
    if (item instanceof Item.Unusable) {
      site.value(item);
    }
    return new Lowering.Condition(Constant.of(item instanceof Item.Nothing ? 1 : 0), holds);
  }

  private Lowering.Condition same(boolean holds, Frame frame) {
    Item y = frame.pop();
    Item x = frame.pop();
    if (y instanceof Item.Nothing) {
      return isNull(x, holds);
    }
    if (x instanceof Item.Nothing) {
      return isNull(y, holds);
    }
    if (x instanceof Item.Plain a
        && y instanceof Item.Plain b
        && a.value().type().equals(b.value().type())) {
      return new Lowering.Condition(builder.compare(Comparison.EQUAL, a.value(), b.value()), holds);
    }
    if (x instanceof Item.Enumerated a && y instanceof Item.Enumerated b) {
      return new Lowering.Condition(
          builder.compare(Comparison.EQUAL, a.ordinal(), b.ordinal()), holds);
    }
    if (x instanceof Item.Unusable || y instanceof Item.Unusable) {
      site.value(x instanceof Item.Unusable ? x : y); // says why
    }
    throw site.refused("asks whether two objects are the same", "compare their numbers");
  }

  /** A cast, which does nothing where it cannot fail, or a question for a class. */
  void check(ClassFiles files, TypeCheckInstruction check, Frame frame) {
    Item item = frame.pop();
    String type = check.type().asInternalName();
    boolean asks = check.opcode() == Opcode.INSTANCEOF;
    boolean holds =
        switch (item) {
          case Item.Composite composite -> files.isA(composite.type().name(), type);
          case Item.Enumerated constant -> files.isA(constant.type(), type);
          case Item.Closure closure -> !asks && files.isA(closure.lambda().type(), type);
          case Item.Boxed boxed -> isBox(boxed.value().type(), type);
          case Item.Receiver receiver -> !asks && files.isA(receiver.type(), type);
          case Item.Plain _, Item.Text _, Item.Nothing _, Item.Unusable _ -> !asks;
          default -> false;
        };
    if (asks && !(item instanceof Item.Composite || item instanceof Item.Enumerated)) {
      throw site.refused("asks for the class of an object", "use a method for each class");
    }
    if (!asks && !holds) {
      throw site.refused("casts to " + Names.java(type), "declare the variable with its own type");
    }
    frame.push(asks ? new Item.Plain(Constant.of(holds ? 1 : 0)) : item);
  }

  private static boolean isBox(Type type, String name) {
    Type boxed = Types.boxed(name);
    return boxed == null || boxed.equals(type);
  }
}
