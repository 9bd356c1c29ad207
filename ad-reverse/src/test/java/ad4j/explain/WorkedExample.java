package ad4j.explain;

import static ad4j.op.Real.constant;

import ad4j.Ad;
import ad4j.RealsToReal;
import ad4j.engine.Graph;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.stream.Stream;

/** A function, a point and options: the articles' three, and a few with other things to show. */
record WorkedExample(String name, RealsToReal f, ExplainOptions options, double... point) {
  private static final Operator MAX = Ad.operator("max");
  private static final Operator SIN = Ad.operator("sin");
  private static final Operator COS = Ad.operator("cos");
  private static final Operator POW = Ad.operator("pow");
  private static final Operator SQRT = Ad.operator("sqrt");

  static final WorkedExample HINGE =
      new WorkedExample(
          "hinge",
          WorkedExample::hinge,
          ExplainOptions.of("y", "w", "x", "b").output(0, "C").wrt("w"),
          5,
          2,
          1,
          1);

  static final WorkedExample AT_THE_KINK =
      new WorkedExample(
          "at-the-kink",
          WorkedExample::hinge,
          ExplainOptions.of("y", "w", "x", "b").output(0, "C"),
          5,
          2,
          1,
          -2);

  static final WorkedExample WAVES =
      new WorkedExample(
          "waves",
          WorkedExample::waves,
          ExplainOptions.of("x", "y").label(2, "r").label(3, "u").label(4, "v").output(0, "z"),
          2,
          3);

  static final WorkedExample WAVES_INLINE =
      new WorkedExample(
          "waves-inline",
          x -> SIN.of(x[0].times(x[1])).plus(COS.of(x[0].times(x[1]))),
          ExplainOptions.of("x", "y").wrt("x", "y"),
          2,
          3);

  static final WorkedExample POLYNOMIAL =
      new WorkedExample(
          "polynomial",
          x -> constant(3).times(POW.of(x[0], constant(2)).plus(x[1].times(x[2]))),
          ExplainOptions.of("x1", "x2", "x3").output(0, "f").wrt("x3"),
          2,
          3,
          4);

  static final WorkedExample REPEATED =
      new WorkedExample(
          "repeated-and-unused",
          WorkedExample::repeated,
          ExplainOptions.of("a", "unused", "b").wrt("a", "unused"),
          3,
          1,
          0.1);

  static final WorkedExample NOT_FINITE =
      new WorkedExample(
          "not-finite",
          x -> SQRT.of(x[0]).times(x[1]).minus(x[1]),
          ExplainOptions.of("a", "b"),
          0,
          2);

  static final WorkedExample FORTY_NODES =
      new WorkedExample(
          "forty-nodes",
          WorkedExample::recurrence,
          ExplainOptions.of("a", "b", "c"),
          0.3,
          0.7,
          -0.2);

  static Stream<WorkedExample> all() {
    return Stream.of(
        HINGE, AT_THE_KINK, WAVES, WAVES_INLINE, POLYNOMIAL, REPEATED, NOT_FINITE, FORTY_NODES);
  }

  private static Real hinge(Real... x) {
    return x[0].minus(MAX.of(constant(0), x[1].times(x[2]).plus(x[3])));
  }

  private static Real waves(Real... x) {
    Real r = x[0].times(x[1]);
    Real u = COS.of(r);
    Real v = SIN.of(r);
    return v.plus(u);
  }

  private static Real repeated(Real... x) {
    Real square = x[0].times(x[0]);
    return square.plus(square).minus(x[2].dividedBy(-3)).plus(SQRT.of(x[0]).plus(-2.5));
  }

  private static Real recurrence(Real... x) {
    Real p = x[0];
    Real q = x[1];
    for (int i = 0; i < 6; i++) {
      Real next = SIN.of(p.times(q)).plus(x[2].times(p));
      q = COS.of(q).minus(p.dividedBy(3));
      p = next;
    }
    return p.times(q);
  }

  Graph graph() {
    return Ad.multivariate(f).record(point).graph();
  }

  Explanation explanation() {
    return Explanation.of(graph(), options);
  }

  @Override
  public String toString() {
    return name;
  }
}
