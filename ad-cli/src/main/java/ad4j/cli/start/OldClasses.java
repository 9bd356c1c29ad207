package ad4j.cli.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Brings class files of Java 5 into a newer format, which gives them the tables that verification
 * goes by. The JVM keeps no older ones in a start-up cache, and picocli, which every command needs,
 * is one of those: loading it anew costs as much as all the rest of {@code ad --help}.
 */
public final class OldClasses {
  private static final int NEW_ENOUGH = 50;
  private static final int TARGET = ClassFile.JAVA_17_VERSION;
  private static final int MAJOR_VERSION_AT = 7;

  private OldClasses() {}

  /** Takes a folder with jars, and one for newer copies of those that hold old classes. */
  public static void main(String[] arguments) throws IOException {
    Path to = Files.createDirectories(Path.of(arguments[1]));
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        if (isOld(jar)) {
          renew(jar, to.resolve(String.valueOf(jar.getFileName())));
        }
      }
    }
  }

  private static boolean isOld(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (isClass(entry)) {
          return isOld(bytes(jar, entry)); // those of one jar are of one age
        }
      }
      return false;
    }
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().contains("module-info");
  }

  private static boolean isOld(byte[] bytes) {
    return bytes.length > MAJOR_VERSION_AT && bytes[MAJOR_VERSION_AT] < NEW_ENOUGH;
  }

  private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static void renew(Path file, Path renewed) throws IOException {
    URL[] urls = {file.toUri().toURL()};
    try (URLClassLoader classes = new URLClassLoader(urls, null);
        JarFile jar = new JarFile(file.toFile());
        OutputStream out = Files.newOutputStream(renewed);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      ClassFile format = format(classes);
      for (JarEntry entry : jar.stream().toList()) {
        byte[] bytes = bytes(jar, entry);
        boolean old = isClass(entry) && isOld(bytes);
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(old ? renewed(format, bytes) : bytes);
        zip.closeEntry();
      }
    }
  }

  private static ClassFile format(URLClassLoader classes) {
    return ClassFile.of(
        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
        ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(classes)
                .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static byte[] renewed(ClassFile format, byte[] bytes) {
    ClassModel model = format.parse(bytes);
    MethodTransform code = MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL);
    ClassTransform transform =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(TARGET, 0);
          } else if (element instanceof MethodModel method) {
            builder.transformMethod(method, code); // written anew, with tables
          } else {
            builder.with(element);
          }
        };
    return format.transformClass(model, transform);
  }
}
