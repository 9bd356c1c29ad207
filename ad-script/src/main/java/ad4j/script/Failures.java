package ad4j.script;

import ad4j.error.AccessException;
import ad4j.error.AdException;
import ad4j.error.CancelledException;
import ad4j.error.LimitException;
import ad4j.error.Origin;
import ad4j.error.ScriptException;
import ad4j.error.SyntaxException;
import ad4j.script.bridge.Relocation;
import ad4j.script.rewrite.SourceException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Whatever the engine throws, as a failure that names the place in the user's source. */
final class Failures {
  private static final String RECURSION = "call stack size";
  private static final Pattern MISSING_EXPORT =
      Pattern.compile("module '(.*)' does not provide an export named '([\\w$]+)'");
  private static final Pattern MISSING_MODULE =
      Pattern.compile("Cannot find module '(.*)' imported from (.*)$");

  private final Sources sources;
  private final ReadOnlyFiles files;
  private final Watchdog watchdog;
  private final Names names;

  Failures(Sources sources, ReadOnlyFiles files, Watchdog watchdog, Names names) {
    this.sources = sources;
    this.files = files;
    this.watchdog = watchdog;
    this.names = names;
  }

  static AdException of(SourceException e) {
    Origin origin = Sources.origin(e.text(), e.offset());
    return new SyntaxException(e.problem(), "", origin, e);
  }

  static AdException of(String file, Exception e) {
    return switch (e) {
      case AccessDeniedException x -> ofAccess(file, null, x);
      case NoSuchFileException x ->
          new ScriptException("there is no file '" + file + "'", "check its path", null, x);
      case CharacterCodingException x ->
          new ScriptException("'" + file + "' is not text in UTF-8", "convert it", null, x);
      default -> new ScriptException("'" + file + "' cannot be read: " + e, "", null, e);
    };
  }

  private static AccessException ofAccess(String file, @Nullable Origin origin, Throwable cause) {
    return new AccessException(
        "'" + file + "' is not in a folder that scripts may read",
        "allow it with --allow-read FOLDER",
        origin,
        cause);
  }

  static LimitException ofMemory(Throwable e) {
    return new LimitException(
        "the script needs more memory than there is",
        "work on less at a time, or give the JVM more with -Xmx",
        null,
        e);
  }

  static LimitException ofDepth(@Nullable Origin origin, Throwable e) {
    return new LimitException(
        "the recursion is too deep", "end it earlier, or write a loop instead", origin, e);
  }

  /** Either calls call themselves too often, or brackets are nested too deeply. */
  LimitException ofStack(@Nullable Origin origin, Throwable e) {
    Origin nested = sources.tooDeep();
    return nested == null
        ? ofDepth(origin, e)
        : new LimitException(
            "an expression is nested too deeply",
            "split it into several statements, or give the JVM a larger stack with -Xss64m",
            nested,
            e);
  }

  AdException of(PolyglotException e) {
    Origin origin = sources.origin(e);
    boolean interrupted = e.isInterrupted() || (e.isCancelled() && !e.isResourceExhausted());
    if (interrupted || watchdog.stopped()) {
      return ofStop(e, origin);
    }
    if (e.isHostException()) {
      return ofHost(e.asHostException(), origin);
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains(RECURSION) || (e.isResourceExhausted() && message.contains("tack"))) {
      return ofStack(origin, e);
    }
    return e.isResourceExhausted() ? ofExhaustion(e, message, origin) : ofGuest(e, message, origin);
  }

  /** What failed in Java. */
  static AdException ofHost(Throwable e, @Nullable Origin origin) {
    return switch (e) {
      case AdException known -> Relocation.at(known, origin);
      case StackOverflowError x -> ofDepth(origin, x);
      case OutOfMemoryError x -> ofMemory(x);
      case IllegalStateException x when String.valueOf(x.getMessage()).contains("closed") ->
          new LimitException("this session has ended", "open another one", origin, x);
      default -> new ScriptException("internal failure: " + e, "please report it", origin, e);
    };
  }

  private AdException ofStop(PolyglotException e, @Nullable Origin origin) {
    return watchdog.barked()
        ? new LimitException(
            "the script took longer than " + watchdog.limit() + " s",
            "allow more with --timeout, or end a loop earlier",
            origin,
            e)
        : new CancelledException("the script was interrupted", "", origin, e);
  }

  private static AdException ofExhaustion(
      PolyglotException e, String message, @Nullable Origin origin) {
    return message.contains("tatement")
        ? new LimitException(
            "the script executed more statements than allowed",
            "allow more, or end a loop earlier; this session has ended",
            origin,
            e)
        : ofMemory(e);
  }

  private AdException ofGuest(PolyglotException e, String message, @Nullable Origin origin) {
    String denied = files.takeDenied(message);
    if (denied != null) {
      return ofAccess(denied, origin, e);
    }
    if (e.isSyntaxError() && origin == null && e.getGuestObject() == null) {
      return new SyntaxException(message, "", origin, e);
    }
    Origin place = imported(message, origin);
    Matcher module = MISSING_MODULE.matcher(message);
    if (module.find()) {
      String name = String.valueOf(Path.of(module.group(1)).getFileName());
      return new ScriptException("there is no module '" + name + "'", "check its path", place, e);
    }
    String line = place == null ? "" : place.text();
    String misuse = NumberMisuse.in(message);
    String remedy =
        misuse.isEmpty()
            ? names.suggestion(message, line, sources.names(place))
            : NumberMisuse.remedy(message, line);
    String what = misuse.isEmpty() ? thrown(e, message) : misuse;
    return new ScriptException(what, remedy, place, e);
  }

  /** Where the import is of which a message complains; else the place that is known. */
  private @Nullable Origin imported(String message, @Nullable Origin origin) {
    Matcher export = MISSING_EXPORT.matcher(message);
    if (export.find() && origin != null) {
      Origin found = sources.imported(origin.source(), export.group(1), export.group(2));
      return found == null ? origin : found;
    }
    Matcher module = MISSING_MODULE.matcher(message);
    if (module.find() && origin == null) {
      Path path = Path.of(module.group(2));
      Path file = Path.of(module.group(1)).getFileName();
      return sources.imported(ReadOnlyFiles.shown(path), String.valueOf(file), "");
    }
    return origin;
  }

  /** What the script threw, if that is no error with a message. */
  private static String thrown(PolyglotException e, String message) {
    Value thrown = e.getGuestObject();
    if (thrown == null || thrown.hasMember("message")) {
      return message;
    }
    return "the script threw " + (thrown.isString() ? '\'' + message + '\'' : shown(thrown));
  }

  private static String shown(Value thrown) {
    return thrown.hasMembers() && !thrown.canExecute() && !thrown.hasArrayElements()
        ? "an object with " + thrown.getMemberKeys()
        : thrown.toString();
  }
}
