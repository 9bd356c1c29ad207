package ad4j.program;

import ad4j.error.AdException;
import ad4j.error.ProgramException;
import ad4j.op.OperatorLookup;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads the text that {@link Printer} writes: the same Program, without origins. */
public final class ProgramParser {
  private final OperatorLookup operators;

  /** A reader that finds operators here. */
  public ProgramParser(OperatorLookup operators) {
    this.operators = operators;
  }

  /**
   * The Program with this text.
   *
   * @throws ProgramException with the line, if it is no text of a well-formed Program
   */
  public Program parse(String text) {
    List<Section> sections = sections(text.lines().toList());
    if (sections.isEmpty()) {
      throw new ProgramException("line 1: no program");
    }
    Map<String, Routine> routines = new LinkedHashMap<>();
    for (Section section : sections.subList(1, sections.size())) {
      routines.put(section.name, new Routine(section.name, section.given, section.results));
    }
    List<Program> bodies = new ArrayList<>();
    for (Section section : sections) {
      bodies.add(section.body(new SectionParser(operators, routines)));
    }
    if (routines.size() < bodies.size() - 1) {
      throw new ProgramException("line 1: two routines have the same name");
    }
    Iterator<Program> body = bodies.subList(1, bodies.size()).iterator();
    routines.values().forEach(routine -> routine.define(body.next()));
    return Verifier.verify(bodies.getFirst());
  }

  /** A heading, and the lines below it. */
  private record Section(String name, List<Type> given, List<Type> results, List<Words> lines) {
    Program body(SectionParser parser) {
      return new Program(name, results, parser.blocks(lines));
    }
  }

  private static List<Section> sections(List<String> lines) {
    List<Section> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Words words = new Words(lines.get(i), i + 1);
      if (words.take(all.isEmpty() ? "program" : "routine")) {
        all.add(heading(words));
      } else if (!words.isEmpty()) {
        if (all.isEmpty()) {
          throw words.failure("'program' expected");
        }
        all.getLast().lines.add(words);
      }
    }
    return all;
  }

  private static Section heading(Words words) {
    String name = Names.unquoted(words.next());
    List<Type> given = new ArrayList<>();
    words.expect("(");
    while (!words.take(")")) {
      // with a name, or without
      String first = words.next();
      given.add(words.take(":") ? type(words) : located(words, () -> Mnemonic.type(first)));
      words.take(",");
    }
    List<Type> results = new ArrayList<>();
    if (words.take("->")) {
      do {
        results.add(type(words));
      } while (words.take(","));
    }
    words.expectEnd();
    return new Section(name, given, results, new ArrayList<>());
  }

  static Type type(Words words) {
    return located(words, () -> Mnemonic.type(words.next()));
  }

  /** What {@code reading} gives; its failures name the line. */
  static <T> T located(Words words, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (AdException e) {
      throw e.what().startsWith("line ") ? e : words.failure(e.what());
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw words.failure("not understood: " + e.getMessage());
    }
  }
}
