package ad4j.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;

/** Who may use whom. */
final class Layers {
  /** Packages of ad-api; all others stand on them. */
  static final String[] API = {
    "ad4j",
    "ad4j.check..",
    "ad4j.differences..",
    "ad4j.engine..",
    "ad4j.error..",
    "ad4j.explain..",
    "ad4j.op..",
    "ad4j.program..",
    "ad4j.verify.."
  };

  private static final String[] LANGUAGE = {
    "java.lang..", "java.math..", "java.text..", "java.util..", "org.jspecify.."
  };

  private Layers() {}

  static List<Guard> guards() {
    return List.of(
        api(),
        operators(),
        engine("forward", "reverse"),
        engine("reverse", "forward"),
        compiler(),
        script(),
        testkit(),
        commandOnTop(),
        noCycles());
  }

  private static Guard api() {
    return new Guard(
        classes()
            .that()
            .resideInAnyPackage(API)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(and(API, LANGUAGE, "java.io.."))
            .because("the api is pure: no libraries, no files, no network, nothing above it"),
        "ad4j.op.Reader",
        "class Reader { java.nio.file.Path place; }");
  }

  private static Guard operators() {
    return new Guard(
        classes()
            .that()
            .resideInAPackage("ad4j.ops..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                and(API, LANGUAGE, "java.io..", "ad4j.ops..", "org.apache.commons.numbers.."))
            .because("operators know the api and numerical libraries, no engine"),
        "ad4j.ops.Knowing",
        "class Knowing { Class<?> engine = ad4j.forward.DualEngine.class; }");
  }

  private static Guard engine(String engine, String other) {
    String otherClass = other.equals("forward") ? "DualEngine" : "TapeEngine";
    return new Guard(
        classes()
            .that()
            .resideInAPackage("ad4j." + engine + "..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(and(API, LANGUAGE, "java.io..", "ad4j." + engine + ".."))
            .because("engines meet in the differentiator only, so that each can be left out"),
        "ad4j." + engine + ".Knowing",
        "class Knowing { Class<?> engine = ad4j." + other + "." + otherClass + ".class; }");
  }

  private static Guard compiler() {
    return new Guard(
        classes()
            .that()
            .resideInAPackage("ad4j.compiler..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(and(API, LANGUAGE, "java.io..", "ad4j.compiler.."))
            .because("it turns class files and Programs into one another, whoever asks for it"),
        "ad4j.compiler.Knowing",
        "class Knowing { Class<?> engine = ad4j.reverse.TapeEngine.class; }");
  }

  private static Guard script() {
    return new Guard(
        noClasses()
            .that()
            .resideInAPackage("ad4j.script..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "ad4j.ops..", "ad4j.forward..", "ad4j.reverse..", "ad4j.compiler..", "ad4j.cli..")
            .because("scripts take the operators and engines that they are given"),
        "ad4j.script.Knowing",
        "class Knowing { Class<?> engine = ad4j.forward.DualEngine.class; }");
  }

  private static Guard testkit() {
    return new Guard(
        classes()
            .that()
            .resideInAPackage("ad4j.testkit..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                and(
                    API,
                    LANGUAGE,
                    "java.io..",
                    "java.nio.charset..",
                    "ad4j.testkit..",
                    "org.junit..",
                    "org.opentest4j.."))
            .because("authors of plugins test with it: it brings nothing but JUnit"),
        "ad4j.testkit.Knowing",
        "class Knowing { Class<?> engine = ad4j.forward.DualEngine.class; }");
  }

  private static Guard commandOnTop() {
    return new Guard(
        noClasses()
            .that()
            .resideOutsideOfPackage("ad4j.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ad4j.cli..")
            .because("the command puts everything together and is used by nothing"),
        "ad4j.script.Upward",
        "class Upward { Class<?> command = ad4j.cli.work.PluginPath.class; }");
  }

  private static Guard noCycles() {
    return new Guard(
        slices()
            .assignedFrom(new Packages())
            .should()
            .beFreeOfCycles()
            .because("a reader who follows a value is handed forward, never back"),
        "ad4j.error.Circular",
        "class Circular { ad4j.op.Real real; }");
  }

  private static String[] and(String[] some, String[] more, String... others) {
    return Stream.of(some, more, others).flatMap(Stream::of).toArray(String[]::new);
  }

  /** One slice a package. */
  private static final class Packages implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return type.getPackageName().startsWith("ad4j")
          ? SliceIdentifier.of(type.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
