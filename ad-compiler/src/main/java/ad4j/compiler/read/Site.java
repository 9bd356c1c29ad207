package ad4j.compiler.read;

import ad4j.error.NotDifferentiableException;
import ad4j.error.ProgramException;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import org.jspecify.annotations.Nullable;

/** Where a Program is being built from a method: the instruction that is read at the moment. */
final class Site {
  private final @Nullable Code code;
  private final String title;
  private final ProgramBuilder builder;
  private int index;

  Site(Code code, ProgramBuilder builder) {
    this.code = code;
    this.title = code.title();
    this.builder = builder;
  }

  /** A site outside of all methods. */
  Site(String title, ProgramBuilder builder) {
    this.code = null;
    this.title = title;
    this.builder = builder;
  }

  /** What is read. */
  Code code() {
    Code read = code;
    if (read == null) {
      throw new ProgramException(title + " has no code");
    }
    return read;
  }

  /** What is built. */
  ProgramBuilder builder() {
    return builder;
  }

  /** The instruction that is read. */
  int index() {
    return index;
  }

  /** Goes to an instruction; what is appended stands where it does. */
  void at(int instruction) {
    index = instruction;
    builder.origin(code().origin(instruction));
  }

  /** What cannot be read here, and what would work; {@code construct} begins with a verb. */
  NotDifferentiableException refused(String construct, String remedy) {
    return new NotDifferentiableException(place() + " " + construct, remedy);
  }

  /** Where it is, as stack traces have it. */
  String place() {
    return code == null ? title : code.place(index);
  }

  /** The number or array that an item is. */
  Value value(@Nullable Item item) {
    return switch (item) {
      case Item.Plain plain -> plain.value();
      case Item.Boxed boxed -> boxed.value();
      case null, default -> throw noValue(item);
    };
  }

  /** The array, or null of this type, that an item is. */
  Value value(@Nullable Item item, Type type) {
    if (item instanceof Item.Nothing && type.isArray()) {
      return new ad4j.program.Constant(type, null);
    }
    return value(item);
  }

  private NotDifferentiableException noValue(@Nullable Item item) {
    return switch (item) {
      case Item.Unusable unusable -> refused(unusable.construct(), unusable.remedy());
      case Item.Nothing _ -> refused("uses null", "give it a value");
      case Item.Text _ -> refused("computes with a text", "use numbers");
      case Item.Closure closure ->
          refused(
              "uses a " + Names.java(closure.lambda().type()) + " as an object", "only call it");
      case Item.Composite composite ->
          refused(
              "uses a " + Names.java(composite.type().name()) + " where ad4j needs a number",
              "use its components");
      case Item.Receiver receiver ->
          refused(
              "uses an object of class " + Names.java(receiver.type()),
              "pass the numbers that it uses as arguments");
      case null, default -> refused("uses an object", "use numbers, arrays and records");
    };
  }
}
