package ad4j.compiler.write;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects that generated code refers to, as constants that the JIT compiler trusts. */
final class ClassData {
  private static final DirectMethodHandleDesc AT =
      ConstantDescs.ofConstantBootstrap(
          ConstantDescs.CD_MethodHandles,
          "classDataAt",
          ConstantDescs.CD_Object,
          ConstantDescs.CD_int);

  private final List<Object> objects = new ArrayList<>();
  private final Map<Object, Integer> places = new HashMap<>();

  DynamicConstantDesc<?> constant(Object object, Class<?> type) {
    int place = places.computeIfAbsent(object, key -> add(object));
    ClassDesc desc = type.describeConstable().orElseThrow();
    return DynamicConstantDesc.ofNamed(AT, ConstantDescs.DEFAULT_NAME, desc, place);
  }

  private int add(Object object) {
    objects.add(object);
    return objects.size() - 1;
  }

  List<Object> objects() {
    return List.copyOf(objects);
  }
}
