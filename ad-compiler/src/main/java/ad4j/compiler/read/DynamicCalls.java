package ad4j.compiler.read;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** What the compiler has the JVM make code for: lambdas, texts, and what is refused. */
final class DynamicCalls {
  private final Site site;

  DynamicCalls(Site site) {
    this.site = site;
  }

  /** What is made of these values. */
  Item made(InvokeDynamicInstruction call, List<Item> given) {
    String factory = Names.internal(call.bootstrapMethod().owner());
    String name = call.name().stringValue();
    return switch (factory) {
      case "java/lang/invoke/StringConcatFactory" -> Item.TEXT;
      case "java/lang/invoke/LambdaMetafactory" -> new Item.Closure(lambda(call), given);
      case "java/lang/runtime/SwitchBootstraps" ->
          throw name.equals("enumSwitch")
              ? site.refused(
                  "switches over an enum with null or conditions among the cases",
                  "ask for them before it")
              : site.refused("switches over patterns", "use if and else");
      default ->
          throw site.refused(
              "calls " + name + " by " + Names.java(factory), "compare or hash its components");
    };
  }

  private static Lambda lambda(InvokeDynamicInstruction call) {
    MethodTypeDesc erased = (MethodTypeDesc) call.bootstrapArgs().get(0);
    DirectMethodHandleDesc handle = (DirectMethodHandleDesc) call.bootstrapArgs().get(1);
    return new Lambda(
        Names.internal(call.typeSymbol().returnType()),
        call.name().stringValue(),
        erased.descriptorString(),
        Lambda.Target.of(handle));
  }
}
