package ad4j.explain;

import java.util.EnumSet;
import java.util.Set;

/** Shows an explanation as plain text for a terminal: tables, passes, paths. */
public final class TextRenderer implements Renderer {
  /** A part of the text. */
  public enum Section {
    /** The table of nodes: name, formula, value, adjoint. */
    NODES,
    /** The table of edges: partials in names and numbers. */
    EDGES,
    /** The forward pass step by step. */
    FORWARD,
    /** The backward pass step by step. */
    BACKWARD,
    /** Products along paths, for chosen inputs. */
    PATHS,
    /** The gradient and what each mode costs. */
    SUMMARY
  }

  private final Set<Section> sections;

  /** Shows all sections. */
  public TextRenderer() {
    this(EnumSet.allOf(Section.class));
  }

  /** Shows these sections, in the order in which they are declared. */
  public TextRenderer(Set<Section> sections) {
    this.sections = Set.copyOf(sections);
  }

  @Override
  public String render(Explanation explanation) {
    throw new UnsupportedOperationException(sections.toString());
  }
}
