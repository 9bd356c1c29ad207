package ad4j.cli.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule, and a class that breaks it: a rule that cannot fail guards nothing.
 *
 * @param rule what must hold of all classes
 * @param name the full name of the class that breaks it
 * @param breach the source of that class, without its package
 */
record Guard(ArchRule rule, String name, String breach) {
  @Override
  public String toString() {
    return rule.getDescription();
  }
}
