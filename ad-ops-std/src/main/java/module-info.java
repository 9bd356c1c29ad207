import org.jspecify.annotations.NullMarked;

/** The standard operators: all of JavaScript's Math, and the special functions of numerics. */
@NullMarked
module ad4j.ops {
  requires ad4j.api;
  requires org.apache.commons.numbers.gamma;

  provides ad4j.op.OperatorProvider with
      ad4j.ops.StandardOperators;
}
