package ad4j.cli.command;

import picocli.CommandLine.IVersionProvider;

/** What {@code ad --version} says. */
public final class Version implements IVersionProvider {
  /** For picocli. */
  public Version() {}

  /** The version of this build; a name where it does not run from a jar. */
  public static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"ad4j " + number()};
  }
}
