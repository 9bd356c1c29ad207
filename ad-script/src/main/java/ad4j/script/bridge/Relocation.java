package ad4j.script.bridge;

import ad4j.error.AccessException;
import ad4j.error.AdException;
import ad4j.error.CancelledException;
import ad4j.error.ConfigurationException;
import ad4j.error.EscapedException;
import ad4j.error.LimitException;
import ad4j.error.NotDifferentiableException;
import ad4j.error.NotFiniteException;
import ad4j.error.OperatorException;
import ad4j.error.Origin;
import ad4j.error.ProgramException;
import ad4j.error.ResultException;
import ad4j.error.ScriptException;
import ad4j.error.ShapeException;
import ad4j.error.SyntaxException;
import ad4j.error.ThrownException;
import ad4j.error.TrackedNumberException;
import ad4j.error.UnknownOperatorException;
import org.jspecify.annotations.Nullable;

/** Failures that learn where in the user's source they belong. */
public final class Relocation {
  private Relocation() {}

  /** The same failure at this place, unless it has one, or none is known. */
  public static AdException at(AdException e, @Nullable Origin origin) {
    if (origin == null || e.origin() != null) {
      return e;
    }
    String what = e.what();
    String remedy = e.remedy();
    return switch (e) {
      case AccessException x -> new AccessException(what, remedy, origin, x);
      case CancelledException x -> new CancelledException(what, remedy, origin, x);
      case EscapedException x -> new EscapedException(what, remedy, origin, x);
      case LimitException x -> new LimitException(what, remedy, origin, x);
      case NotDifferentiableException x -> new NotDifferentiableException(what, remedy, origin, x);
      case NotFiniteException x -> new NotFiniteException(what, remedy, origin, x);
      case OperatorException x -> new OperatorException(what, remedy, origin, x);
      case ProgramException x -> x;
      case ResultException x -> new ResultException(what, remedy, origin, x);
      case ScriptException x -> new ScriptException(what, remedy, origin, x);
      case ShapeException x -> new ShapeException(what, remedy, origin, x);
      case SyntaxException x -> new SyntaxException(what, remedy, origin, x);
      case ThrownException x -> new ThrownException(what, remedy, origin, x);
      case TrackedNumberException x -> new TrackedNumberException(what, remedy, origin, x);
      case ConfigurationException x -> x; // about no place in the script
      case UnknownOperatorException x -> x;
    };
  }
}
