package ad4j.script.rewrite;

import java.util.ArrayList;
import java.util.List;

/** The sites of all sources that were rewritten for one context; confined to its thread. */
public final class SiteTable {
  private final List<Site> sites = new ArrayList<>();

  /** Creates a table whose site 0 is the unknown place. */
  public SiteTable() {
    sites.add(new Site(0, "unknown", 0, 0, 0, 0, "", "unknown"));
  }

  int add(SourceText text, int start, int end, String kind) {
    int id = sites.size();
    sites.add(
        new Site(
            id,
            text.name(),
            start,
            end,
            text.line(start),
            text.column(start),
            text.content().substring(start, end),
            kind));
    return id;
  }

  /** Returns the site with the given number; the unknown place if there is none. */
  public Site at(int id) {
    return id >= 0 && id < sites.size() ? sites.get(id) : sites.get(0);
  }

  /** Returns the number of sites, the unknown place included. */
  public int size() {
    return sites.size();
  }
}
