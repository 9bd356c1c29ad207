package ad4j.cli;

import ad4j.Installation;
import ad4j.cli.input.UsageException;
import ad4j.cli.work.Deadline;
import ad4j.cli.work.Messages;
import ad4j.cli.work.Options;
import ad4j.cli.work.PluginPath;
import ad4j.cli.work.Running;
import ad4j.cli.work.Sessions;
import ad4j.cli.work.Sources;
import ad4j.cli.work.Streams;
import ad4j.engine.Engine;
import ad4j.engine.ForwardEngine;
import ad4j.engine.Mode;
import ad4j.engine.ReverseEngine;
import ad4j.op.Operators.Spelling;
import ad4j.script.ScriptSession;
import ad4j.script.ScriptSettings;
import com.google.inject.AbstractModule;
import com.google.inject.Provider;
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
  Installation installation() {
    Installation installation = new PluginPath(options.pluginPath()).installation();
    String name = options.engine();
    if (name == null) {
      return installation;
    }
    engine(installation, name);
    return new Installation(installation.operators(), installation.engines().preferring(name));
  }

  @Provides
  Sessions sessions(Provider<Installation> installation) {
    return (readable, mode) -> session(installation.get(), readable, mode);
  }

  private ScriptSession session(Installation installation, List<Path> readable, Mode mode) {
    List<Path> folders = new ArrayList<>(readable);
    folders.addAll(options.readable());
    return running.opened(
        new ScriptSession(
            new ScriptSettings(
                installation,
                chosen(installation, mode),
                options.timeout(),
                options.statementLimit(),
                folders,
                streams.out(),
                streams.err(),
                streams.in())));
  }

  /** An engine that is asked for by name decides the mode, unless that is asked for too. */
  private Mode chosen(Installation installation, Mode mode) {
    String name = options.engine();
    if (name == null || mode != Mode.AUTO) {
      return mode;
    }
    return switch (engine(installation, name)) {
      case ForwardEngine forward -> Mode.FORWARD;
      case ReverseEngine reverse -> Mode.REVERSE;
    };
  }

  private static Engine engine(Installation installation, String name) {
    List<Engine> engines = installation.engines().all();
    for (Engine engine : engines) {
      if (engine.name().equals(name)) {
        return engine;
      }
    }
    List<String> names = engines.stream().map(Engine::name).toList();
    List<String> near = Spelling.near(name, names, 3);
    throw new UsageException(
        "no engine '" + name + "'",
        near.isEmpty()
            ? "there are " + String.join(", ", names)
            : "did you mean '" + String.join("' or '", near) + "'?");
  }
}
