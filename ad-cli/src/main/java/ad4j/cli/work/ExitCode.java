package ad4j.cli.work;

import ad4j.error.AccessException;
import ad4j.error.AdException;
import ad4j.error.CancelledException;
import ad4j.error.ConfigurationException;
import ad4j.error.EscapedException;
import ad4j.error.LimitException;
import ad4j.error.NotDifferentiableException;
import ad4j.error.NotFiniteException;
import ad4j.error.OperatorException;
import ad4j.error.ProgramException;
import ad4j.error.ResultException;
import ad4j.error.ScriptException;
import ad4j.error.ShapeException;
import ad4j.error.SyntaxException;
import ad4j.error.ThrownException;
import ad4j.error.TrackedNumberException;
import ad4j.error.UnknownOperatorException;

/** How the process ends. 69, no suitable JDK, is the launcher's. */
public final class ExitCode {
  /** All went well. */
  public static final int FINE = 0;

  /** The function failed, or cannot be differentiated there. */
  public static final int FAILED = 1;

  /** The command was not given what it needs. */
  public static final int USAGE = 2;

  /** A check found something wrong. */
  public static final int CHECK_FAILED = 3;

  /** A script is not valid JavaScript. */
  public static final int SYNTAX = 4;

  /** The limit on time or statements was reached. */
  public static final int LIMIT = 124;

  /** The user interrupted it. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** The exit code for this failure. */
  public static int of(AdException failure) {
    return switch (failure) {
      case SyntaxException e -> SYNTAX;
      case LimitException e -> LIMIT;
      case CancelledException e -> INTERRUPTED;
      case AccessException e -> FAILED;
      case ConfigurationException e -> FAILED;
      case EscapedException e -> FAILED;
      case NotDifferentiableException e -> FAILED;
      case NotFiniteException e -> FAILED;
      case OperatorException e -> FAILED;
      case ProgramException e -> FAILED;
      case ResultException e -> FAILED;
      case ScriptException e -> FAILED;
      case ShapeException e -> FAILED;
      case ThrownException e -> FAILED;
      case TrackedNumberException e -> FAILED;
      case UnknownOperatorException e -> FAILED;
    };
  }
}
