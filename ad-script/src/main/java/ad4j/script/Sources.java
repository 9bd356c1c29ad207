package ad4j.script;

import ad4j.error.Origin;
import ad4j.script.rewrite.Nesting;
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
  private static final Pattern NO_CODE =
      Pattern.compile("'[^'\\n]*'|\"[^\"\\n]*\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

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

  /** What was written where this section of a rewritten text is; null if unknown. */
  @Nullable String written(SourceSection section) {
    Rewritten source = find(section.getSource());
    return source == null
        ? null
        : source
            .original()
            .content()
            .substring(
                source.originalOffset(section.getCharIndex()),
                source.originalOffset(section.getCharEndIndex()));
  }

  /** A text without what it quotes and remarks. */
  private static String code(SourceText text) {
    return NO_CODE.matcher(text.content()).replaceAll(" ");
  }

  /** An imported file is known by its path. */
  private @Nullable Rewritten find(Source source) {
    Rewritten byPath = source.getPath() == null ? null : byName.get(source.getPath());
    return byPath == null ? byName.get(source.getName()) : byPath;
  }

  /** Where brackets are nested so deeply that the stack may end there; null if nowhere. */
  @Nullable Origin tooDeep() {
    for (Rewritten source : byName.values()) {
      Nesting nesting = Nesting.in(source.original());
      if (nesting.isTooDeep()) {
        return origin(source.original(), nesting.offset());
      }
    }
    return null;
  }

  /** The place at an offset. */
  static Origin origin(SourceText text, int offset) {
    return new Origin(text.name(), text.line(offset), text.column(offset), text.lineText(offset));
  }

  /** The import in a source of a file, or of a name from a module; null if there is none. */
  @Nullable Origin imported(String file, String module, String name) {
    String wanted =
        "\\bimport\\b[^;'\"]*?"
            + (name.isEmpty() ? "" : "(?<![\\w$])(?<name>" + Pattern.quote(name) + ")(?![\\w$])")
            + "[^;'\"]*['\"][^'\"]*"
            + Pattern.quote(module)
            + "['\"]";
    for (Rewritten source : byName.values()) {
      SourceText text = source.original();
      Matcher matcher = Pattern.compile(wanted).matcher(text.content());
      if (text.name().equals(file) && matcher.find()) {
        return origin(text, name.isEmpty() ? matcher.start() : matcher.start("name"));
      }
    }
    return null;
  }

  /** All names that occur in the source of this name. */
  Set<String> names(@Nullable Origin origin) {
    Set<String> names = new HashSet<>();
    for (Rewritten source : byName.values()) {
      if (origin != null && source.original().name().equals(origin.source())) {
        Matcher matcher = NAME.matcher(code(source.original()));
        while (matcher.find()) {
          names.add(matcher.group());
        }
      }
    }
    return names;
  }
}
