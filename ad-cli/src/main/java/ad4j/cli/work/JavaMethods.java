package ad4j.cli.work;

import ad4j.Installation;
import ad4j.JavaMethod;
import ad4j.cli.input.FileName;
import ad4j.cli.input.UsageException;
import ad4j.op.Operators.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Java methods by name, from class files. */
final class JavaMethods {
  private final List<Path> classPath;
  private final Installation installation;

  /** Classes are looked for in these folders and jars; in the current folder if there are none. */
  JavaMethods(List<Path> classPath, Installation installation) {
    this.classPath = classPath;
    this.installation = installation;
  }

  /** A method of the class in this file; those that it uses are found beside it. */
  JavaMethod inFile(String file, String method) {
    if (file.endsWith(".java")) {
      throw new UsageException(
          file + " is Java source, which is not read",
          "compile it with javac -g, and name the class file: "
              + file.replaceFirst("java$", "class")
              + "#"
              + (method.isEmpty() ? "METHOD" : method));
    }
    Path path = FileName.existing(file);
    byte[] bytes = bytes(path);
    ClassModel model = model(bytes, path.toString());
    List<Path> places = new ArrayList<>(classPath);
    String type = model.thisClass().asInternalName();
    Path root = root(path, type);
    if (root != null) {
      places.addFirst(root);
    }
    requireMethod(model, file, method);
    return read(ClassFinder.with(type, bytes, places), type, method);
  }

  /** A method of the class with this name. */
  JavaMethod inClass(String type, String method) {
    ClassFinder finder = ClassFinder.in(classPath.isEmpty() ? List.of(Path.of("")) : classPath);
    String name = type.replace('.', '/');
    try (InputStream in = stream(finder, name)) {
      if (in == null) {
        throw new UsageException(
            "there is no class " + type,
            "name the folder or jar that holds it with --classpath, or the file itself:"
                + " path/to/"
                + type.substring(type.lastIndexOf('.') + 1)
                + ".class#"
                + method);
      }
      requireMethod(model(in.readAllBytes(), type), type, method);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(finder, name, method);
  }

  private static @Nullable InputStream stream(ClassFinder finder, String name) {
    InputStream found = finder.getResourceAsStream(name + ".class");
    return found != null ? found : ClassLoader.getSystemResourceAsStream(name + ".class");
  }

  private JavaMethod read(ClassFinder finder, String type, String method) {
    return JavaMethod.read(finder, type.replace('/', '.'), method, installation);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UsageException("cannot read " + file + ": " + FileName.reason(e), "");
    }
  }

  private static ClassModel model(byte[] bytes, String where) {
    try {
      ClassModel model = ClassFile.of().parse(bytes);
      model.thisClass().asInternalName();
      return model;
    } catch (IllegalArgumentException e) {
      throw new UsageException(where + " is no class file", "");
    }
  }

  /** The folder that the packages of a class begin in; null if the file lies elsewhere. */
  private static @Nullable Path root(Path file, String type) {
    Path absolute = file.toAbsolutePath().normalize();
    Path relative = Path.of(type + ".class");
    Path root = absolute;
    for (int i = 0; i < relative.getNameCount() && root != null; i++) {
      root = root.getParent();
    }
    return absolute.endsWith(relative) ? root : null;
  }

  private static void requireMethod(ClassModel model, String where, String method) {
    List<String> names =
        model.methods().stream()
            .filter(each -> each.flags().has(AccessFlag.STATIC))
            .map(each -> each.methodName().stringValue())
            .filter(name -> !name.startsWith("<") && !name.contains("$"))
            .distinct()
            .sorted()
            .toList();
    if (names.contains(method)) {
      return;
    }
    List<String> near = Spelling.near(method, names, 3);
    String all = names.isEmpty() ? "it has none" : "there are " + String.join(", ", names);
    throw new UsageException(
        method.isEmpty()
            ? "which method of " + where + "?"
            : where + " has no static method " + method,
        near.isEmpty() || method.isEmpty()
            ? method.isEmpty() && !names.isEmpty()
                ? "such as " + where + "#" + names.getFirst() + "; " + all
                : all
            : "did you mean '" + String.join("' or '", near) + "'?");
  }
}
