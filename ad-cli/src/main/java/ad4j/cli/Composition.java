package ad4j.cli;

import ad4j.cli.work.Deadline;
import ad4j.cli.work.Installed;
import ad4j.cli.work.Messages;
import ad4j.cli.work.Options;
import ad4j.cli.work.Running;
import ad4j.cli.work.Sessions;
import ad4j.cli.work.Sources;
import ad4j.cli.work.Streams;
import ad4j.cli.work.Workbench;
import ad4j.engine.Mode;
import ad4j.script.ScriptSession;
import ad4j.script.ScriptSettings;
import com.google.inject.AbstractModule;
import com.google.inject.Provider;
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

  /** Providers and instances only: looking for annotations would cost a tenth of a second. */
  @Override
  protected void configure() {
    bind(Options.class).toInstance(options);
    bind(Streams.class).toInstance(streams);
    bind(Messages.class).toInstance(messages);
    bind(Sources.class).toInstance(sources);
    bind(Deadline.class).toInstance(deadline);
    bind(Installed.class).toInstance(new Installed(options));
    bind(Sessions.class).toProvider(sessions(getProvider(Installed.class)));
    bind(Workbench.class).toProvider(workbench());
  }

  private Provider<Sessions> sessions(Provider<Installed> installed) {
    return () -> (readable, mode) -> running.opened(session(installed.get(), readable, mode));
  }

  private Provider<Workbench> workbench() {
    Provider<Installed> installed = getProvider(Installed.class);
    Provider<Sessions> sessions = getProvider(Sessions.class);
    return () ->
        new Workbench(
            options, streams, messages, sources, deadline, installed.get(), sessions.get());
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
