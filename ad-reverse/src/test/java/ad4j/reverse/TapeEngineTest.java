package ad4j.reverse;

import ad4j.engine.Engine;
import ad4j.testkit.EngineContract;
import java.util.List;

final class TapeEngineTest extends EngineContract {
  @Override
  protected List<Engine> engines() {
    return List.of(new TapeEngine());
  }
}
