package ad4j.script;

import ad4j.error.Origin;
import ad4j.script.rewrite.Rewritten;
import ad4j.script.rewrite.SourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.jspecify.annotations.Nullable;

/** All sources of a session, as written and as rewritten: they lead a failure back to its place. */
final class Sources {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  private final Map<String, Rewritten> byName = new HashMap<>();

  /** Keeps a source under the name or path by which the engine knows it. */
  void add(String name, Rewritten source) {
    byName.put(name, source);
  }

  /** The innermost place of the user's source on the stack of a failure. */
  @Nullable Origin origin(PolyglotException e) {
    for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
      Origin origin = frame.isGuestFrame() ? origin(frame.getSourceLocation()) : null;
      if (origin != null) {
        return origin;
      }
    }
    return origin(e.getSourceLocation());
  }

  private @Nullable Origin origin(@Nullable SourceSection section) {
    if (section == null) {
      return null;
    }
    Rewritten source = find(section.getSource());
    return source == null
        ? null
        : origin(source.original(), source.originalOffset(section.getCharIndex()));
  }

  /** An imported file is known by its path. */
  private @Nullable Rewritten find(Source source) {
    Rewritten byPath = source.getPath() == null ? null : byName.get(source.getPath());
    return byPath == null ? byName.get(source.getName()) : byPath;
  }

  /** The place at an offset. */
  static Origin origin(SourceText text, int offset) {
    return new Origin(text.name(), text.line(offset), text.column(offset), text.lineText(offset));
  }

  /** All names that occur in the source of this name. */
  Set<String> names(@Nullable Origin origin) {
    Set<String> names = new HashSet<>();
    for (Rewritten source : byName.values()) {
      if (origin != null && source.original().name().equals(origin.source())) {
        Matcher matcher = NAME.matcher(source.original().content());
        while (matcher.find()) {
          names.add(matcher.group());
        }
      }
    }
    return names;
  }
}
