package ad4j.compiler.random;

import java.util.List;

/** The types of the values in a random program. */
enum Type {
  DOUBLE("double"),
  INT("int"),
  LONG("long"),
  BOOLEAN("boolean"),
  ARRAY("double[]"),
  MATRIX("double[][]"),
  INTS("int[]"),
  COMPLEX("Complex"),
  MODEL("Model"),
  UNARY("DoubleUnaryOperator"),
  BINARY("DoubleBinaryOperator"),
  INDEXED("IntToDoubleFunction"),
  NOTHING("void");

  private final String java;

  Type(String java) {
    this.java = java;
  }

  /** As Java writes it. */
  String java() {
    return java;
  }

  /** The literals that an expression of this type may shrink to, the simplest first. */
  List<String> simplest() {
    return switch (this) {
      case DOUBLE -> List.of("1.0", "0.5", "0.0");
      case INT -> List.of("0", "1", "2");
      case LONG -> List.of("1L", "0L");
      case BOOLEAN -> List.of("true", "false");
      case ARRAY, MATRIX, INTS, COMPLEX, MODEL, UNARY, BINARY, INDEXED, NOTHING -> List.of();
    };
  }
}
