package ad4j.compiler.read;

import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import ad4j.op.Operator;
import ad4j.program.Constant;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of the JDK that a Program has instructions for, and those that may be read. */
final class KnownMethods {
  private final Reading reading;
  private final Site site;
  private final ProgramBuilder builder;

  KnownMethods(Reading reading, Site site) {
    this.reading = reading;
    this.site = site;
    this.builder = site.builder();
  }

  /** The result of a static method, nothing if it is void; null if the method is not known. */
  @Nullable Item call(MethodName method, List<Item> arguments) {
    return switch (method.owner()) {
      case "java/lang/System" -> method.name().equals("arraycopy") ? move(arguments) : null;
      case "java/util/Arrays" -> method.name().equals("fill") ? fill(arguments) : text(method);
      case "java/util/Objects" ->
          method.name().equals("requireNonNull") ? some(arguments.getFirst()) : text(method);
      case "java/lang/Math", "java/lang/StrictMath" -> math(method, arguments);
      case "java/lang/String" -> text(method);
      case "java/lang/Double" ->
          method.name().equals("compare") ? compare(arguments) : box(method, arguments);
      default -> Types.boxed(method.owner()) == null ? null : box(method, arguments);
    };
  }

  /** The result of a method that all enums have; null if it is another. */
  @Nullable Item callOn(Item.Enumerated constant, MethodName method, List<Item> arguments) {
    Value ordinal = constant.ordinal();
    if (method.name().equals("ordinal")) {
      return new Item.Plain(ordinal);
    }
    if (!arguments.isEmpty() && arguments.getFirst() instanceof Item.Enumerated other) {
      switch (method.name()) {
        case "compareTo" -> {
          return new Item.Plain(builder.integral(IntegralOp.SUB, ordinal, other.ordinal()));
        }
        case "equals" -> {
          return other.type().equals(constant.type())
              ? new Item.Plain(builder.compare(Comparison.EQUAL, ordinal, other.ordinal()))
              : new Item.Plain(Constant.of(0));
        }
        default -> {}
      }
    }
    return text(method);
  }

  /** It itself: what is no array has no length, and fails. */
  private Item some(Item item) {
    if (item instanceof Item.Plain && site.value(item).type().isArray()) {
      builder.length(site.value(item));
    }
    return item;
  }

  private static @Nullable Item text(MethodName method) {
    return method.descriptor().endsWith(")Ljava/lang/String;") ? Item.TEXT : null;
  }

  private @Nullable Item box(MethodName method, List<Item> arguments) {
    boolean boxes = method.name().equals("valueOf") && arguments.getFirst() instanceof Item.Plain;
    return boxes ? new Item.Boxed(site.value(arguments.getFirst())) : text(method);
  }

  private Item move(List<Item> arguments) {
    Value[] values = arguments.stream().map(site::value).toArray(Value[]::new);
    builder.append(new Op.Move(), Type.VOID, values);
    return Item.NOTHING;
  }

  private @Nullable Item fill(List<Item> arguments) {
    Value array = site.value(arguments.getFirst());
    if (!array.type().isArray()) {
      return null;
    }
    boolean whole = arguments.size() == 2;
    Value from = whole ? Constant.of(0) : site.value(arguments.get(1));
    Value to = whole ? builder.length(array) : site.value(arguments.get(2));
    Value element = site.value(arguments.getLast(), array.type().element());
    builder.append(new Op.Fill(), Type.VOID, array, from, to, element);
    return Item.NOTHING;
  }

  private @Nullable Item math(MethodName method, List<Item> arguments) {
    return switch (method.name() + method.descriptor()) {
      case "min(II)I", "min(JJ)J" -> integral(IntegralOp.MIN, arguments);
      case "max(II)I", "max(JJ)J" -> integral(IntegralOp.MAX, arguments);
      case "round(D)J" -> round(site.value(arguments.getFirst()));
      case "scalb(DI)D" -> {
        Value n = builder.convert(site.value(arguments.getLast()), Type.F64);
        Value x = site.value(arguments.getFirst());
        yield new Item.Plain(builder.apply(MathOperators.SCALB, x, n));
      }
      case "getExponent(D)I" -> {
        Value n = builder.apply(MathOperators.EXPONENT, site.value(arguments.getFirst()));
        yield new Item.Plain(builder.convert(n, Type.I32));
      }
      default -> null;
    };
  }

  private Item integral(IntegralOp kind, List<Item> arguments) {
    Value y = site.value(arguments.getLast());
    return new Item.Plain(builder.integral(kind, site.value(arguments.getFirst()), y));
  }

  /** The next integer, upwards at a tie: exact, as x - floor(x) is, but for tiny negative x. */
  private @Nullable Item round(Value x) {
    Operator floor = reading.operators().find("floor");
    if (floor == null) {
      return null;
    }
    Value below = builder.apply(floor, x);
    Value rest = builder.apply(Arithmetic.SUB, x, below);
    Value up = builder.compare(Comparison.AT_LEAST, rest, Constant.of(0.5));
    Value result = builder.apply(Arithmetic.ADD, below, builder.convert(up, Type.F64));
    return new Item.Plain(builder.convert(result, Type.I64));
  }

  /** The order of {@code Double.compare}: -0 before 0, NaN last. */
  private Item compare(List<Item> arguments) {
    Value x = site.value(arguments.getFirst());
    Value y = site.value(arguments.getLast());
    Value order = less(Comparison.GREATER, x, y);
    Value nan =
        builder.integral(
            IntegralOp.SUB,
            builder.compare(Comparison.NOT_EQUAL, x, x),
            builder.compare(Comparison.NOT_EQUAL, y, y));
    Value one = Constant.ONE;
    Value sign =
        less(
            Comparison.GREATER,
            builder.apply(Arithmetic.DIV, one, x),
            builder.apply(Arithmetic.DIV, one, y));
    Value zero = builder.integral(IntegralOp.MUL, builder.compare(Comparison.EQUAL, x, y), sign);
    return new Item.Plain(
        builder.integral(IntegralOp.ADD, builder.integral(IntegralOp.ADD, order, nan), zero));
  }

  private Value less(Comparison relation, Value x, Value y) {
    return builder.integral(
        IntegralOp.SUB, builder.compare(relation, x, y), builder.compare(relation, y, x));
  }

  /** Whether the code of a method may be read: all but the JDK's, and some of that. */
  static boolean isReadable(MethodName method) {
    String owner = method.owner();
    if (!owner.startsWith("java/") && !owner.startsWith("jdk/") && !owner.startsWith("sun/")) {
      return true;
    }
    return switch (owner) {
      case "java/lang/Math",
          "java/lang/StrictMath",
          "java/util/Objects",
          "jdk/internal/util/Preconditions" ->
          true;
      case "java/util/Arrays" -> method.name().startsWith("copyOf");
      default -> Types.boxed(owner) != null || owner.startsWith("java/util/function/");
    };
  }

  /** What to do instead of calling this. */
  static String remedy(MethodName method) {
    String owner = method.owner();
    if (owner.contains("Random")
        || Set.of("random", "nanoTime", "currentTimeMillis").contains(method.name())) {
      return "pass the number as an argument";
    }
    if (owner.startsWith("java/util/stream/") || method.name().equals("stream")) {
      return "write a loop";
    }
    if (owner.startsWith("java/io/")) {
      return "read and write outside the function";
    }
    if (owner.startsWith("java/math/")) {
      return "use double";
    }
    if (owner.equals("java/util/Arrays")) {
      return "write the loop yourself";
    }
    if (owner.equals("java/lang/Double")) {
      return "compute with the number itself";
    }
    if (owner.startsWith("java/util/")) {
      return "use arrays";
    }
    return owner.startsWith("java/lang/String")
        ? "use numbers"
        : "pass its result as an argument, or declare it as an operator";
  }
}
