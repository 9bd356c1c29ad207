package ad4j.forward;

import ad4j.engine.Engine;
import ad4j.testkit.EngineContract;
import java.util.List;

final class DualEngineTest extends EngineContract {
  @Override
  protected List<Engine> engines() {
    return List.of(new DualEngine());
  }
}
