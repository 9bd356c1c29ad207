package ad4j.script.rewrite;

import java.util.ArrayList;
import java.util.List;

/** The sites of all sources that were rewritten for one context; confined to its thread. */
public final class SiteTable {
  private final List<Site> sites = new ArrayList<>();

  /** A table whose site 0 is the unknown place. */
  public SiteTable() {
    sites.add(new Site(new SourceText("unknown", ""), 0, 0, "unknown", ""));
  }

  int add(Site site) {
    sites.add(site);
    return sites.size() - 1;
  }

  /** The site with this number; the unknown place if there is none. */
  public Site at(int id) {
    return sites.get(id >= 0 && id < sites.size() ? id : 0);
  }
}
