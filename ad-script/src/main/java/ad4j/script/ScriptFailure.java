package ad4j.script;

import ad4j.script.rewrite.Rewritten;
import ad4j.script.rewrite.Site;
import ad4j.script.rewrite.SiteTable;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.jspecify.annotations.Nullable;

/**
 * A failed script, at the place in what the user wrote.
 *
 * @param kind what kind of failure it is
 * @param message what failed
 * @param position {@code source:line:column}; empty if unknown
 * @param excerpt the source line with a caret; empty if unknown
 */
public record ScriptFailure(Kind kind, String message, String position, String excerpt) {
  /** What kind of failure it is. */
  public enum Kind {
    /** The script threw. */
    THROWN,
    /** A use of a tracked number was refused. */
    REFUSED,
    /** It was stopped, on demand or at the deadline. */
    INTERRUPTED,
    /** It went beyond a limit: statements, depth of recursion or memory. */
    LIMIT,
    /** The engine failed, or the host did. */
    INTERNAL
  }

  static ScriptFailure of(PolyglotException e, SiteTable sites, Map<String, Rewritten> sources) {
    Throwable host = e.isHostException() ? e.asHostException() : null;
    Kind kind = kind(e, host);
    if (host instanceof Refusal refusal && refusal.site() > 0) {
      Site site = sites.at(refusal.site());
      Rewritten source = sources.get(site.source());
      String excerpt = source == null ? "" : source.original().pointAt(site.start());
      return new ScriptFailure(kind, message(e), site.position(), excerpt);
    }
    for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
      SourceSection section = frame.isGuestFrame() ? frame.getSourceLocation() : null;
      Rewritten source = section == null ? null : source(section.getSource(), sources);
      if (source != null && section != null) {
        int offset = source.originalOffset(section.getCharIndex());
        return new ScriptFailure(
            kind,
            message(e),
            source.original().position(offset),
            source.original().pointAt(offset));
      }
    }
    return new ScriptFailure(kind, message(e), "", "");
  }

  /** An imported file is known by its path. */
  private static @Nullable Rewritten source(Source source, Map<String, Rewritten> sources) {
    Rewritten byPath = source.getPath() == null ? null : sources.get(source.getPath());
    return byPath == null ? sources.get(source.getName()) : byPath;
  }

  private static Kind kind(PolyglotException e, @Nullable Throwable host) {
    if (host instanceof Refusal) {
      return Kind.REFUSED;
    }
    if (e.isInterrupted() || e.isCancelled() && !e.isResourceExhausted()) {
      return Kind.INTERRUPTED;
    }
    if (e.isResourceExhausted() || String.valueOf(e.getMessage()).contains("call stack size")) {
      return Kind.LIMIT;
    }
    return e.isInternalError() || host != null ? Kind.INTERNAL : Kind.THROWN;
  }

  private static String message(PolyglotException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("call stack size") ? "the recursion is too deep" : message;
  }
}
