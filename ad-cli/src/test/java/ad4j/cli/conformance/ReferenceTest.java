package ad4j.cli.conformance;

import ad4j.testkit.ReferenceContract;

/** Both engines together, as installed. */
final class ReferenceTest extends ReferenceContract {}
