package ad4j.reverse;

import ad4j.testkit.ReferenceContract;

final class ReverseReferenceTest extends ReferenceContract {}
