import org.jspecify.annotations.NullMarked;

/** The {@code ad} command and its REPL: where everything is put together. */
@NullMarked
module ad4j.cli {
  requires ad4j.api;
  requires ad4j.script;
  requires com.fasterxml.jackson.core;
  requires com.google.guice;
  requires info.picocli;
  requires org.apache.commons.csv;
  requires org.jline;
  requires static org.jspecify;

  opens ad4j.cli.command to
      info.picocli;
  opens ad4j.cli.input to
      info.picocli;
}
