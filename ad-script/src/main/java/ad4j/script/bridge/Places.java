package ad4j.script.bridge;

import ad4j.engine.Positions;
import ad4j.error.Origin;
import ad4j.script.rewrite.Site;
import ad4j.script.rewrite.SiteTable;
import org.jspecify.annotations.Nullable;

/** Where in the user's source the operation stands that is being computed. */
public final class Places implements Positions {
  private final SiteTable sites;
  private int current;

  /** Knows the places of these sites. */
  public Places(SiteTable sites) {
    this.sites = sites;
  }

  void enter(int site) {
    current = site;
  }

  @Override
  public int current() {
    return current;
  }

  @Override
  public @Nullable Origin origin(int position) {
    if (position <= 0) {
      return null;
    }
    Site site = sites.at(position);
    String text = site.snippet().replaceAll("\\s+", " ");
    return new Origin(site.source(), site.line(), site.column(), text, site.name());
  }

  /** The place with this number, with the whole line as its text. */
  @Nullable Origin line(int position) {
    if (position <= 0) {
      return null;
    }
    Site site = sites.at(position);
    return new Origin(
        site.source(), site.line(), site.column(), site.text().lineText(site.start()));
  }
}
