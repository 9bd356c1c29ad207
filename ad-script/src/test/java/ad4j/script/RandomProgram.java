package ad4j.script;

import java.util.Random;

/** Generates small programs, the same for the same seed. */
final class RandomProgram {
  private static final String[] BINARY = {
    "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>", "<", "<=", ">", ">=", "==", "!=",
    "===", "!==", "&&", "||", ","
  };
  private static final String[] ASSIGN = {
    "=", "+=", "-=", "*=", "/=", "%=", "**=", "|=", "&=", "^=", "<<=", ">>=", ">>>=", "&&=", "||=",
    "??="
  };
  private static final String[] LITERALS = {
    "0", "1", "2.5", "-3", "'a'", "'4'", "true", "null", "undefined", "NaN", "1e300", "-0", "[1,2]"
  };

  private final Random random;

  private RandomProgram(long seed) {
    random = new Random(seed);
  }

  static String of(long seed) {
    RandomProgram program = new RandomProgram(seed);
    StringBuilder text = new StringBuilder("let a=1,b=2.5,c='x',d=[3,4,5],o={p:1,q:{r:2}},n=0;\n");
    text.append("function f(x,y=x){if(n++>50)return 1;").append(program.statements(2));
    text.append("return ").append(program.expression(3)).append("}\n");
    text.append(program.statements(3)).append("\n[a,b,c,d,o,n]");
    return text.toString();
  }

  private String pick(String... options) {
    return options[random.nextInt(options.length)];
  }

  private String statements(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      text.append(statement(depth)).append(pick(";\n", "\n", ";"));
    }
    return text.toString().replaceAll("\n(?=[-+\\[(`/])", ";\n").replaceAll("([^;}\n])\n", "$1;\n");
  }

  private String statement(int depth) {
    if (depth == 0) {
      return assignment(2);
    }
    return switch (random.nextInt(9)) {
      case 0 -> "if(" + expression(depth) + "){" + statement(depth - 1) + "}else " + assignment(1);
      case 1 -> "for(let i=0;i<3;i++){" + statement(depth - 1) + "}";
      case 2 -> "for(const v of d){" + statement(depth - 1) + "}";
      case 3 ->
          "switch("
              + expression(1)
              + "){case "
              + expression(1)
              + ":"
              + assignment(1)
              + ";break;case 1:"
              + assignment(1)
              + ";default:"
              + assignment(1)
              + "}";
      case 4 -> "{let w=3;while(w--)" + assignment(1) + "}";
      case 5 -> "try{" + statement(depth - 1) + "}catch(e){a=e.name}";
      case 6 -> "[a,b]=[" + expression(1) + "," + expression(1) + "]";
      default -> assignment(depth);
    };
  }

  private String target() {
    return pick("a", "b", "c", "o.p", "o.q.r", "d[1]", "d[n%3]", "o['p']");
  }

  private String assignment(int depth) {
    return random.nextInt(4) == 0
        ? pick(target() + "++", target() + "--", ";++" + target(), ";--" + target())
        : target() + " " + pick(ASSIGN) + " " + expression(depth);
  }

  private String expression(int depth) {
    if (depth == 0) {
      return random.nextInt(3) == 0 ? pick(LITERALS) : target();
    }
    return switch (random.nextInt(10)) {
      case 0 -> "(" + pick("-", "+", "!", "~", "typeof ", "void ") + operand(depth - 1) + ")";
      case 1 ->
          "(" + operand(depth - 1) + "?" + operand(depth - 1) + ":" + operand(depth - 1) + ")";
      case 2 -> "(" + assignment(depth - 1).replace(";", "") + ")";
      case 3 -> "f(" + operand(depth - 1) + ")";
      case 4 ->
          "Math." + pick("abs", "floor", "sin", "max", "sign") + "(" + operand(depth - 1) + ")";
      case 5 -> "((" + operand(depth - 1) + ")**" + operand(depth - 1) + ")";
      case 6 -> "`t${" + operand(depth - 1) + "}`";
      default -> "(" + operand(depth - 1) + pick(BINARY) + " " + operand(depth - 1) + ")";
    };
  }

  private String operand(int depth) {
    return "(" + expression(depth) + ")";
  }
}
