package ad4j.compiler.random;

import java.util.ArrayList;
import java.util.List;

/** Draws the other members of a class: constants, records, and methods to call. */
final class Helpers {
  private final Setting setting;
  private final Dice dice;
  private final List<Helper> helpers = new ArrayList<>();

  Helpers(Setting setting) {
    this.setting = setting;
    this.dice = setting.dice();
  }

  Draft draft(Type returns, List<Variable> parameters) {
    Scope scope = new Scope();
    parameters.forEach(scope::add);
    return new Draft(setting, List.copyOf(helpers), returns, scope, false);
  }

  List<Statement> constants() {
    return List.of(
        Statement.of("static final double C0 = #;", dice.literal()),
        Statement.of("static final double C1 = Math.sqrt(#);", dice.literal()),
        Statement.of("static final int N = #;", dice.integer(2, 3).pin()));
  }

  Statement complex() {
    return Statement.of(
        "public record Complex(double re, double im) {\n\t@\n}",
        List.of(),
        List.of(
            List.of(
                Statement.of(
                    """
                    static Complex turn(double angle) {
                    \treturn new Complex(Math.cos(angle), Math.sin(angle));
                    }\
                    """),
                Statement.of(
                    """
                    Complex plus(Complex other) {
                    \treturn new Complex(re + other.re, im + other.im);
                    }\
                    """),
                Statement.of(
                    """
                    Complex times(Complex other) {
                    \treturn new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
                    }\
                    """),
                Statement.of(
                    """
                    Complex scale(double factor) {
                    \treturn new Complex(factor * re, factor * im);
                    }\
                    """),
                Statement.of(
                    """
                    Complex squash() {
                    \treturn new Complex(Math.tanh(re), Math.sin(im));
                    }\
                    """),
                Statement.of(
                    """
                    double size() {
                    \treturn Math.sqrt(0.5 + re() * re() + im() * im());
                    }\
                    """))));
  }

  Statement model() {
    return Statement.of(
        "public record Model(double[] weights, double bias) {\n\t@\n}",
        List.of(),
        List.of(
            List.of(
                Statement.of(
                    """
                    double dot(double[] v) {
                    \tdouble sum = bias;
                    \tfor (int i = 0; i < v.length && i < weights.length; i++) {
                    \t\tsum += weights[i] * v[i];
                    \t}
                    \treturn Math.tanh(sum);
                    }\
                    """))));
  }

  /** One more method; later ones may call it. */
  Statement method() {
    String name = "h" + (helpers.size() + 1);
    return switch (dice.of(Helper.Form.values())) {
      case SCALAR -> scalar(name);
      case WRITES -> writes(name);
      case RETURNS_ARRAY -> returnsArray(name);
      case RECURSIVE -> recursive(name);
      case RECURSIVE_WRITER -> recursiveWriter(name);
      case INT -> integer(name);
      case APPLIES -> applies(name);
    };
  }

  private Statement scalar(String name) {
    boolean withArray = dice.chance(40);
    List<Variable> parameters =
        new ArrayList<>(List.of(Variable.scalar("p"), Variable.scalar("q")));
    String list = "double p, double q";
    if (withArray) {
      parameters.add(Variable.array("a", "a.length", 2));
      list += ", double[] a";
    }
    if (dice.chance(45)) {
      parameters.add(new Variable("m", Type.MATRIX, false, "m.length", 2, "m[0].length", 2));
      list += ", double[][] m";
    }
    if (setting.records() && dice.chance(35)) {
      parameters.add(Variable.free("z", Type.COMPLEX));
      list += ", Complex z";
    }
    Draft draft = draft(Type.DOUBLE, parameters);
    List<Statement> body = body(draft, 4);
    body.add(Statement.of("return Math.tanh(#);", draft.statements.result()));
    add(draft, name, Helper.Form.SCALAR, parameters);
    return of("private static double " + name + "(" + list + ")", body);
  }

  private Statement writes(String name) {
    List<Variable> parameters =
        List.of(
            Variable.array("a", "a.length", 2),
            Variable.array("b", "b.length", 2),
            Variable.scalar("p"));
    Draft draft = draft(Type.NOTHING, parameters);
    List<Statement> body = body(draft, 4);
    body.add(
        Statement.of(
            "for (int t = 0; t < a.length; t++) {\n\ta[t] = 0.5 * a[t] + b[t % b.length] * $;\n}",
            draft.numbers.unit(1)));
    add(draft, name, Helper.Form.WRITES, parameters);
    return of("private static void " + name + "(double[] a, double[] b, double p)", body);
  }

  private Statement returnsArray(String name) {
    List<Variable> parameters = List.of(Variable.array("a", "a.length", 2), Variable.scalar("p"));
    Draft draft = draft(Type.ARRAY, parameters);
    List<Statement> body = body(draft, 4);
    body.add(draft.statements.returns(true));
    add(draft, name, Helper.Form.RETURNS_ARRAY, parameters);
    return of("private static double[] " + name + "(double[] a, double p)", body);
  }

  private Statement recursive(String name) {
    List<Variable> parameters = List.of(Variable.scalar("p"), Variable.fixed("depth", Type.INT));
    Draft draft = draft(Type.DOUBLE, parameters);
    List<Statement> body = new ArrayList<>();
    body.add(Statement.of("if (depth <= 0) {\n\treturn #;\n}", draft.numbers.unit(2)));
    body.addAll(body(draft, 3));
    String again = name + "(#, depth - 1)";
    Expression first = Numbers.of(again, draft.numbers.unit(2));
    Expression result =
        dice.chance(30)
            ? Numbers.of("Math.sin($ - 0.5 * $)", first, Numbers.of(again, draft.numbers.unit(2)))
            : Numbers.of("0.7 * $ + $", first, draft.numbers.unit(2));
    body.add(Statement.of("return #;", result));
    draft.cost *= 16;
    add(draft, name, Helper.Form.RECURSIVE, parameters);
    return of("private static double " + name + "(double p, int depth)", body);
  }

  private Statement recursiveWriter(String name) {
    List<Variable> parameters =
        List.of(
            Variable.array("a", "a.length", 2),
            Variable.scalar("p"),
            Variable.fixed("depth", Type.INT));
    Draft draft = draft(Type.NOTHING, parameters);
    List<Statement> body = new ArrayList<>();
    body.add(Statement.of("if (depth <= 0) {\n\treturn;\n}"));
    body.addAll(body(draft, 2));
    body.add(Statement.of(name + "(a, #, depth - 1);", draft.numbers.unit(2)));
    body.add(
        Statement.of(
            "a[depth % a.length] = 0.5 * a[depth % a.length] + $;", draft.numbers.unit(2)));
    draft.cost *= 5;
    add(draft, name, Helper.Form.RECURSIVE_WRITER, parameters);
    return of("private static void " + name + "(double[] a, double p, int depth)", body);
  }

  private Statement integer(String name) {
    List<Variable> parameters = List.of(Variable.free("k", Type.INT), Variable.scalar("p"));
    Draft draft = draft(Type.INT, parameters);
    List<Statement> body = body(draft, 2);
    body.add(draft.statements.returns(true));
    add(draft, name, Helper.Form.INT, parameters);
    return of("private static int " + name + "(int k, double p)", body);
  }

  private Statement applies(String name) {
    List<Variable> parameters = List.of(Variable.fixed("g", Type.UNARY), Variable.scalar("p"));
    Draft draft = draft(Type.DOUBLE, parameters);
    List<Statement> body = body(draft, 2);
    body.add(
        Statement.of(
            "return Math.tanh(g.applyAsDouble(#) + $);",
            draft.numbers.unit(1),
            draft.numbers.tame(1)));
    add(draft, name, Helper.Form.APPLIES, parameters);
    return of("private static double " + name + "(DoubleUnaryOperator g, double p)", body);
  }

  /** Statements at the level of the method itself, whose variables stay in scope. */
  static List<Statement> body(Draft draft, int most) {
    List<Statement> body = new ArrayList<>();
    int count = draft.dice.between(1, most);
    for (int k = 0; k < count; k++) {
      draft.statements.draw(body);
    }
    return body;
  }

  private void add(Draft draft, String name, Helper.Form form, List<Variable> parameters) {
    List<Type> types = parameters.stream().map(Variable::type).toList();
    helpers.add(new Helper(name, form, types, draft.cost + 2));
  }

  static Statement of(String head, List<Statement> body) {
    return Statement.of(head + " {\n\t@\n}", List.of(), List.of(body));
  }
}
