package ad4j.cli;

import ad4j.cli.work.Deadline;
import ad4j.cli.work.Installed;
import ad4j.cli.work.Messages;
import ad4j.cli.work.Options;
import ad4j.cli.work.Running;
import ad4j.cli.work.Sessions;
import ad4j.cli.work.Sources;
import ad4j.cli.work.Streams;
import ad4j.engine.Mode;
import ad4j.script.ScriptSession;
import ad4j.script.ScriptSettings;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a command works with, put together from its options. */
final class Composition extends AbstractModule {
  private final Options options;
  private final Streams streams;
  private final Messages messages;
  private final Sources sources;
  private final Running running;
  private final Deadline deadline;

  Composition(
      Options options,
      Streams streams,
      Messages messages,
      Sources sources,
      Running running,
      Deadline deadline) {
    this.options = options;
    this.streams = streams;
    this.messages = messages;
    this.sources = sources;
    this.running = running;
    this.deadline = deadline;
  }

  @Override
  protected void configure() {
    bind(Options.class).toInstance(options);
    bind(Streams.class).toInstance(streams);
    bind(Messages.class).toInstance(messages);
    bind(Sources.class).toInstance(sources);
    bind(Deadline.class).toInstance(deadline);
  }

  @Provides
  @Singleton
  Installed installed() {
    return new Installed(options);
  }

  @Provides
  Sessions sessions(Installed installed) {
    return (readable, mode) -> running.opened(session(installed, readable, mode));
  }

  private ScriptSession session(Installed installed, List<Path> readable, Mode mode) {
    List<Path> folders = new ArrayList<>(readable);
    folders.addAll(options.readable());
    return new ScriptSession(
        new ScriptSettings(
            installed.installation(),
            installed.mode(mode),
            options.timeout(),
            options.statementLimit(),
            folders,
            streams.out(),
            streams.err(),
            streams.in()));
  }
}
