package ad4j.compiler.random;

import java.util.List;

/** The signatures of random methods. */
enum Kind {
  GRADIENT("double f(double[] x)"),
  SCALAR("double f(double x)"),
  THREE("double f(double x, double y, double z)"),
  VECTOR("double[] f(double[] x)"),
  INTO("void f(double[] x, double[] out)"),
  DATA("double f(double[] x, int n, double[][] data, int[] index)"),
  COMPLEX("double f(Complex z, double[] x)"),
  MODEL("double f(Model model, double[] x)");

  private final String signature;

  Kind(String signature) {
    this.signature = signature;
  }

  String signature() {
    return signature;
  }

  Type returns() {
    return switch (this) {
      case VECTOR -> Type.ARRAY;
      case INTO -> Type.NOTHING;
      case GRADIENT, SCALAR, THREE, DATA, COMPLEX, MODEL -> Type.DOUBLE;
    };
  }

  /** The parameters as variables of the method. */
  List<Variable> parameters() {
    Variable x = Variable.array("x", "x.length", 3);
    return switch (this) {
      case GRADIENT, VECTOR -> List.of(x);
      case SCALAR -> List.of(Variable.scalar("x"));
      case THREE -> List.of(Variable.scalar("x"), Variable.scalar("y"), Variable.scalar("z"));
      case INTO -> List.of(x, Variable.array("out", "out.length", 2));
      case DATA ->
          List.of(
              x,
              Variable.index("n", "", 4),
              new Variable("data", Type.MATRIX, false, "data.length", 2, "data[0].length", 3),
              new Variable("index", Type.INTS, false, "index.length", 3, "", 0));
      case COMPLEX -> List.of(new Variable("z", Type.COMPLEX, true, "", 0, "", 0), x);
      case MODEL -> List.of(new Variable("model", Type.MODEL, false, "", 0, "", 0), x);
    };
  }

  boolean needsRecords() {
    return this == COMPLEX || this == MODEL;
  }
}
