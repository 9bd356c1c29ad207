package ad4j.compiler.read;

/**
 * A method by its names in class files.
 *
 * @param owner the internal name of its class
 * @param name its name
 * @param descriptor its descriptor
 */
public record MethodName(String owner, String name, String descriptor) {
  /** As a reader of Java would call it: {@code java.lang.Math.max(double, double)}. */
  @Override
  public String toString() {
    return Names.java(owner) + "." + name + "(" + Names.parameters(descriptor) + ")";
  }
}
