/** Operators for ad4j, in a jar of their own. */
module com.example.adplugin {
  requires ad4j.api;

  provides ad4j.op.OperatorProvider with
      com.example.adplugin.ExampleOperators;
}
