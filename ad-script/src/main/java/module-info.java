import org.jspecify.annotations.NullMarked;

/** JavaScript functions made differentiable: rewriting, the bridge to the engines, the sandbox. */
@NullMarked
module ad4j.script {
  requires transitive ad4j.api;
  requires org.graalvm.js;
  requires org.graalvm.polyglot;

  exports ad4j.script;
}
