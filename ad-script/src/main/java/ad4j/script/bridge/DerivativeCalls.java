package ad4j.script.bridge;

import ad4j.Differentiable;
import ad4j.Installation;
import ad4j.engine.Differentiator;
import ad4j.engine.Mode;
import ad4j.engine.RealFunction;
import ad4j.error.AdException;
import ad4j.error.NotFiniteException;
import ad4j.error.OperatorException;
import ad4j.error.ResultException;
import ad4j.error.ScriptException;
import ad4j.error.ShapeException;
import ad4j.explain.DotRenderer;
import ad4j.explain.TextRenderer;
import ad4j.op.Real;
import ad4j.script.rewrite.Signature;
import ad4j.script.rewrite.SignatureReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/**
 * Derivatives for scripts. Functions take and return flat arrays of numbers; so do these calls: the
 * values first, then what is asked for, row by row. Shapes are the script's business.
 */
public final class DerivativeCalls {
  private Bridge bridge;

  /** Differentiates with these. */
  public DerivativeCalls(
      Installation installation,
      Mode mode,
      Interpreter interpreter,
      Places places,
      Refusals refusals,
      Value appender) {
    bridge = new Bridge(installation, mode, interpreter, places, refusals, new Flat(appender));
  }

  /** A script function from flat arrays to flat arrays, for use from Java. */
  public Differentiable differentiable(Value function) {
    return bridge.differentiable(function);
  }

  /** Goes on in this mode, where none is asked for; returns it. */
  public Mode differentiateIn(Mode mode) {
    bridge = bridge.in(mode);
    return mode;
  }

  /** Values and partials. */
  @HostAccess.Export
  public Value jacobian(Value function, String mode, Value x) {
    return result(
        () -> {
          Differentiator.Jacobian result = by(mode).jacobian(call(function), Flat.reals(x));
          return joined(result.value(), result.partials());
        });
  }

  /** Value, gradient and second partials. */
  @HostAccess.Export
  public Value hessian(Value function, String mode, Value x) {
    return result(
        () -> {
          Differentiator.Hessian result = by(mode).hessian(call(function), Flat.reals(x));
          Real[] first = joined(new Real[] {result.value()}, new Real[][] {result.gradient()});
          return joined(first, result.partials());
        });
  }

  /** Values and their derivatives 1 to {@code order} by one variable. */
  @HostAccess.Export
  public Value derivatives(Value function, String mode, Value x, int order) {
    return result(() -> joined(by(mode).derivatives(call(function), Flat.reals(x)[0], order)));
  }

  /** Taylor coefficients 0 to {@code order} in a direction. */
  @HostAccess.Export
  public Value taylor(Value function, Value x, Value direction, int order) {
    return result(
        () -> joined(by("").taylor(call(function), Flat.reals(x), Flat.reals(direction), order)));
  }

  /** Values and tangents. */
  @HostAccess.Export
  public Value jvp(Value function, String mode, Value x, Value direction) {
    return result(
        () -> {
          Differentiator.Jvp result =
              by(mode).jvp(call(function), Flat.reals(x), Flat.reals(direction));
          return joined(result.value(), result.tangent());
        });
  }

  /** Values and adjoints, for one weight a value. */
  @HostAccess.Export
  public Value vjp(Value function, String mode, Value x, Value weights) {
    return result(
        () -> {
          Differentiator.Vjp result =
              by(mode).vjp(call(function), Flat.reals(x), Flat.reals(weights));
          return joined(result.value(), result.adjoint());
        });
  }

  /** Value, gradient, and the Hessian times the direction. */
  @HostAccess.Export
  public Value hvp(Value function, String mode, Value x, Value direction) {
    return result(
        () -> {
          Differentiator.Hvp result =
              by(mode).hvp(call(function), Flat.reals(x), Flat.reals(direction));
          return joined(new Real[] {result.value()}, result.gradient(), result.product());
        });
  }

  /** Freezes a function. */
  @HostAccess.Export
  public CompiledCalls compile(Value function) {
    return new CompiledCalls(bridge.differentiable(function).compile(), bridge);
  }

  /** Whether the script is in the midst of a differentiation. */
  @HostAccess.Export
  public boolean inside() {
    return bridge.refusals().inside();
  }

  /** Compares with finite differences: ten entries a partial. */
  @HostAccess.Export
  public Value check(Value function, Value x, Value names) {
    return guarded(
        () -> bridge.flat().array(Checks.entries(bridge.differentiable(function), x, names)));
  }

  /** Explains the computation at a point, as text. */
  @HostAccess.Export
  public String explain(Value function, Value x, Value names) {
    return guarded(
        () -> Explaining.text(bridge.differentiable(function), x, names, new TextRenderer()));
  }

  /** The computational graph at a point, in the language of Graphviz. */
  @HostAccess.Export
  public String graph(Value function, Value x, Value names) {
    return guarded(
        () -> Explaining.text(bridge.differentiable(function), x, names, new DotRenderer()));
  }

  /** Declares an operator whose value and slopes are functions of the script. */
  @HostAccess.Export
  public OperatorHandle define(String name, int arity, Value value, Value slopes) {
    return guarded(
        () ->
            new OperatorHandle(name, new ScriptedOperator(bridge, name, value, slopes).of(arity)));
  }

  /** The names of the parameters of a function with this text, or of the parts of its only one. */
  @HostAccess.Export
  public Value parameters(String text) {
    Signature signature = SignatureReader.read(text);
    return signature == null
        ? bridge.flat().array()
        : bridge.flat().array(signature.names().toArray());
  }

  /** How many arguments a function with this text takes; 0 for any number, or if unknown. */
  @HostAccess.Export
  public int mostArguments(String text) {
    Signature signature = SignatureReader.read(text);
    return signature == null || signature.takesMore() ? 0 : signature.parameters().size();
  }

  /** The names that a function with this text uses without declaring them. */
  @HostAccess.Export
  public Value captured(String text) {
    Signature signature = SignatureReader.read(text);
    return signature == null
        ? bridge.flat().array()
        : bridge.flat().array(signature.captured().toArray());
  }

  /** Fails: kind is one of result, shape, finite, operator, script. */
  @HostAccess.Export
  @SuppressWarnings("DoNotCallSuggester") // called by scripts
  public Object fail(String kind, String what, String remedy) {
    AdException failure =
        switch (kind) {
          case "result" -> new ResultException(what, remedy);
          case "shape" -> new ShapeException(what, remedy);
          case "finite" -> new NotFiniteException(what, remedy);
          case "operator" -> new OperatorException(what, remedy);
          default -> new ScriptException(what, remedy);
        };
    throw bridge.refusals().remembered(failure, 0);
  }

  private Differentiator by(String mode) {
    return bridge.differentiator(bridge.mode(mode));
  }

  private RealFunction call(Value function) {
    return new ScriptCall(function, bridge);
  }

  private Value result(Supplier<Real[]> computation) {
    return bridge.flat().array(guarded(computation));
  }

  private <T> T guarded(Supplier<T> computation) {
    bridge.places().enter(0);
    try {
      return computation.get();
    } catch (AdException e) {
      throw bridge.refusals().remembered(e, 0);
    }
  }

  private static Real[] joined(Real[]... parts) {
    List<Real> all = new ArrayList<>();
    for (Real[] part : parts) {
      all.addAll(List.of(part));
    }
    return all.toArray(Real[]::new);
  }

  private static Real[] joined(Real[] first, Real[][] rows) {
    Real[][] parts = new Real[rows.length + 1][];
    parts[0] = first;
    System.arraycopy(rows, 0, parts, 1, rows.length);
    return joined(parts);
  }
}
