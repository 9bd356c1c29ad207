package ad4j.forward;

import ad4j.testkit.ReferenceContract;

final class ForwardReferenceTest extends ReferenceContract {}
