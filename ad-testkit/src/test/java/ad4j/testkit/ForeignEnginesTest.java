package ad4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.Installation;
import ad4j.engine.Engine;
import ad4j.testkit.engines.ClosureEngine;
import ad4j.testkit.engines.FlatEngine;
import ad4j.testkit.engines.PairEngine;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Engines that are not ad4j's own plug in, and pass its contract. */
final class ForeignEnginesTest {
  @Test
  void areFoundByServiceLoader() {
    assertEquals(
        List.of("closures", "pairs"),
        Installation.standard().engines().all().stream().map(Engine::name).toList());
  }

  @Nested
  final class ClosuresAlone extends EngineContract {
    @Override
    protected List<Engine> engines() {
      return List.of(new ClosureEngine());
    }

    @Override
    protected Set<Capability> missing() {
      return Set.of(Capability.RECORDING);
    }
  }

  @Nested
  final class PairsAlone extends EngineContract {
    @Override
    protected List<Engine> engines() {
      return List.of(new PairEngine());
    }
  }

  @Nested
  final class Both extends EngineContract {
    @Override
    protected List<Engine> engines() {
      return List.of(new ClosureEngine(), new PairEngine());
    }

    @Override
    protected Set<Capability> missing() {
      return Set.of(Capability.RECORDING);
    }
  }

  /** An engine with a limit passes as well, if it declares the limit and keeps to it. */
  @Nested
  final class Flat extends EngineContract {
    @Override
    protected List<Engine> engines() {
      return List.of(new FlatEngine());
    }

    @Override
    protected Set<Capability> missing() {
      return Set.of(Capability.NESTING);
    }
  }
}
