package ad4j.program;

import ad4j.error.ProgramException;
import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import ad4j.op.Operator;
import ad4j.op.OperatorLookup;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The word for what an instruction does, in the text of a Program. */
final class Mnemonic {
  /** Words that an operator may be called, too; it is then written {@code apply.word}. */
  private static final Set<String> WORDS =
      Set.of(
          "less", "greater", "equal", "zeros", "copy", "length", "load", "store", "fill", "move",
          "guard", "call");

  private Mnemonic() {}

  static String of(Instruction instruction) {
    Type type = instruction.type();
    return switch (instruction.op()) {
      case Op.Apply(Operator operator) ->
          WORDS.contains(operator.name()) ? "apply." + operator.name() : operator.name();
      case Op.Integral(IntegralOp kind) -> lower(kind) + "." + type;
      case Op.Compare(Comparison relation) -> lower(relation);
      case Op.Convert _ -> "convert." + type;
      case Op.Narrow(int bits) -> "narrow." + bits;
      case Op.New _ -> "new." + type;
      case Op.ZeroLike _ -> "zeros";
      case Op.Copy _ -> "copy";
      case Op.Length _ -> "length";
      case Op.Load _ -> "load";
      case Op.Store _ -> "store";
      case Op.Fill _ -> "fill";
      case Op.Move _ -> "move";
      case Op.Held(int slot) -> "held." + slot + "." + type;
      case Op.Grow(int slot) -> "grow." + slot;
      case Op.Call _ -> "call";
      case Op.Result(int index) -> "result." + index;
      case Op.Check check -> "check." + of(checked(instruction, check));
      case Op.Guard _ -> "guard";
    };
  }

  private static Instruction checked(Instruction instruction, Op.Check check) {
    return new Instruction(check.op(), check.type(), instruction.operands(), null);
  }

  /** The instruction that this word makes of these operands; not a call. */
  static Instruction parse(String word, List<Value> operands, OperatorLookup operators) {
    if (word.startsWith("check.")) {
      return parse(word.substring("check.".length()), operands, operators).check();
    }
    String[] parts = word.split("\\.", -1);
    Op op = parts.length == 1 ? plain(word, operators) : qualified(parts, operators);
    return new Instruction(op, type(op, parts[parts.length - 1], operands), operands, null);
  }

  private static Op plain(String word, OperatorLookup operators) {
    for (Comparison relation : Comparison.values()) {
      if (word.equals(lower(relation))) {
        return new Op.Compare(relation);
      }
    }
    return switch (word) {
      case "zeros" -> new Op.ZeroLike();
      case "copy" -> new Op.Copy();
      case "length" -> new Op.Length();
      case "load" -> new Op.Load();
      case "store" -> new Op.Store();
      case "fill" -> new Op.Fill();
      case "move" -> new Op.Move();
      case "guard" -> new Op.Guard();
      default -> new Op.Apply(operator(word, operators));
    };
  }

  private static Op qualified(String[] parts, OperatorLookup operators) {
    return switch (parts[0]) {
      case "apply" -> new Op.Apply(operator(parts[1], operators));
      case "convert" -> new Op.Convert();
      case "narrow" -> new Op.Narrow(Integer.parseInt(parts[1]));
      case "new" -> new Op.New();
      case "held" -> new Op.Held(Integer.parseInt(parts[1]));
      case "grow" -> new Op.Grow(Integer.parseInt(parts[1]));
      case "result" -> new Op.Result(Integer.parseInt(parts[1]));
      default -> new Op.Integral(kind(parts[0]));
    };
  }

  private static IntegralOp kind(String word) {
    return Arrays.stream(IntegralOp.values())
        .filter(kind -> lower(kind).equals(word))
        .findFirst()
        .orElseThrow(() -> new ProgramException("no arithmetic '" + word + "'"));
  }

  /** The sum of derivatives has no name for users. */
  private static Operator operator(String name, OperatorLookup operators) {
    return name.equals(Arithmetic.ACCUMULATE.name())
        ? Arithmetic.ACCUMULATE
        : operators.named(name);
  }

  private static Type type(Op op, String last, List<Value> operands) {
    return switch (op) {
      case Op.Apply _ -> Type.F64;
      case Op.Compare _, Op.Narrow _, Op.Length _ -> Type.I32;
      case Op.Integral _, Op.Convert _, Op.New _, Op.Held _ -> type(last);
      case Op.ZeroLike _, Op.Copy _, Op.Grow _ -> first(operands).type();
      case Op.Load _ -> first(operands).type().element();
      case Op.Store _, Op.Fill _, Op.Move _, Op.Check _, Op.Guard _ -> Type.VOID;
      case Op.Result(int index) ->
          first(operands) instanceof Instruction call && call.op() instanceof Op.Call(Routine of)
              ? of.results().get(index)
              : Type.VOID;
      case Op.Call(Routine routine) -> routine.type();
    };
  }

  private static Value first(List<Value> operands) {
    if (operands.isEmpty()) {
      throw new ProgramException("no operands");
    }
    return operands.getFirst();
  }

  /** The type that is written so. */
  static Type type(String text) {
    String scalar = text.replace("[]", "");
    for (Scalar known : Scalar.values()) {
      Type type = new Type(known, (text.length() - scalar.length()) / 2);
      if (type.toString().equals(text)) {
        return type;
      }
    }
    throw new ProgramException("no type '" + text + "'");
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
