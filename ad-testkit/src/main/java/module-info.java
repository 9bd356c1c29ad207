import org.jspecify.annotations.NullMarked;

/** The test kit: contracts that every provider of operators and every engine must pass. */
@NullMarked
module ad4j.testkit {
  requires transitive ad4j.api;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports ad4j.testkit;

  opens ad4j.testkit to
      org.junit.platform.commons;
}
