import org.jspecify.annotations.NullMarked;

/** The benchmarks of ad4j beside hand-written derivatives and other libraries. */
@NullMarked
module ad4j.bench {
  requires ad4j.api;
  requires hipparchus.core;
  requires jmh.core;
  requires net.finmath.lib;
  requires java.compiler;
  requires java.management;
  requires jdk.unsupported;
  requires static org.jspecify;
}
