package ad4j.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;

/** What no class does, wherever it stands. */
final class Habits {
  private static final Set<String> GENERIC =
      Set.of(
          "java.lang.Throwable",
          "java.lang.Exception",
          "java.lang.Error",
          "java.lang.RuntimeException",
          "java.lang.IllegalArgumentException",
          "java.lang.UnsupportedOperationException",
          "java.lang.NullPointerException");

  private Habits() {}

  static List<Guard> guards() {
    return List.of(
        serviceLoader(),
        guice(),
        polyglot(),
        standardStreams(),
        exit(),
        genericExceptions(),
        staticFieldsAreFinal(),
        staticFieldsAreNoContainers(),
        threadLocals(),
        names(),
        accessors());
  }

  private static Guard serviceLoader() {
    return new Guard(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("ad4j.Installation")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.ServiceLoader")
            .because("one class knows how plugins are found; all others are given them"),
        "ad4j.engine.Finder",
        "class Finder { Object all = java.util.ServiceLoader.load(Runnable.class); }");
  }

  private static Guard guice() {
    return new Guard(
        noClasses()
            .that()
            .resideOutsideOfPackage("ad4j.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.inject..", "jakarta.inject..")
            .because("only the composition root composes; all else has constructors"),
        "ad4j.script.Injected",
        "class Injected { com.google.inject.Injector injector; }");
  }

  private static Guard polyglot() {
    return new Guard(
        noClasses()
            .that()
            .resideOutsideOfPackage("ad4j.script..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.graalvm..", "com.oracle..")
            .because("the script engine stays behind ad4j.script"),
        "ad4j.cli.Polyglot",
        "class Polyglot { org.graalvm.polyglot.Value value; }");
  }

  private static Guard standardStreams() {
    return new Guard(
        noClasses()
            .that()
            .resideOutsideOfPackage("ad4j.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("a library does not print"),
        "ad4j.reverse.Chatty",
        "class Chatty { void talk() { System.out.println(); } }");
  }

  private static Guard exit() {
    return new Guard(
        noClasses()
            .that()
            .resideOutsideOfPackage("ad4j.cli..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("a library does not end its user's program"),
        "ad4j.reverse.Rash",
        "class Rash { void leave() { System.exit(1); } }");
  }

  private static Guard genericExceptions() {
    return new Guard(
        noClasses()
            .should()
            .callConstructorWhere(new MakesGenericException())
            .because("a failure has a kind, a code and a remedy: see ad4j.error.AdException"),
        "ad4j.engine.Vague",
        "class Vague { void fail() { throw new IllegalArgumentException(); } }");
  }

  private static Guard staticFieldsAreFinal() {
    return new Guard(
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("mutable state that all threads share makes nothing thread-safe"),
        "ad4j.op.Counting",
        "class Counting { static int count; }");
  }

  private static Guard staticFieldsAreNoContainers() {
    return new Guard(
        noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveFullName("ad4j.op.Facts.DECLARED")
            .should(be(new Container()).as("be containers that can be changed"))
            .because(
                "final containers are mutable state too; a count of declarations that nobody"
                    + " reads, but for a number of one's own, is the exception"),
        "ad4j.op.Caching",
        "class Caching { static final java.util.Map<String, String> M = new java.util.HashMap<>();"
            + " static final java.util.HashMap<String, String> N = new java.util.HashMap<>(); }");
  }

  private static Guard threadLocals() {
    return new Guard(
        noClasses()
            .should()
            .dependOnClassesThat(assignableTo(ThreadLocal.class))
            .because("what a computation needs it is given, or finds in a scoped value"),
        "ad4j.engine.Hidden",
        "class Hidden { final ThreadLocal<String> hidden = new ThreadLocal<>(); }");
  }

  private static Guard names() {
    return new Guard(
        classes()
            .should()
            .haveNameNotMatching(".*(Impl|Manager|Utils?|Helpers?)(\\$.*)?")
            .because("a name says what a class is"),
        "ad4j.op.RealUtil",
        "class RealUtil {}");
  }

  private static Guard accessors() {
    return new Guard(
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areRecords()
            .should()
            .haveNameMatching("get[A-Z].*")
            .because("a record's facts are called by their names"),
        "ad4j.op.Pair",
        "record Pair(int first) { int getFirst() { return first; } }");
  }

  /** A call of a constructor of an exception that says nothing. */
  private static final class MakesGenericException extends DescribedPredicate<JavaConstructorCall> {
    MakesGenericException() {
      super("an exception without a kind is made");
    }

    @Override
    public boolean test(JavaConstructorCall call) {
      return GENERIC.contains(call.getTargetOwner().getName())
          && !call.getOriginOwner().isAssignableTo(Throwable.class); // super(...) of a kind
    }
  }

  /** A static field of a type that is there to be changed. */
  private static final class Container extends DescribedPredicate<JavaField> {
    private static final DescribedPredicate<JavaClass> MUTABLE =
        assignableTo("java.util.AbstractCollection")
            .or(assignableTo("java.util.AbstractMap"))
            .or(assignableTo(StringBuilder.class))
            .or(resideInAPackage("java.util.concurrent.."));

    Container() {
      super("a container");
    }

    @Override
    public boolean test(JavaField field) {
      JavaClass type = field.getRawType();
      boolean array = type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
      return !field.getModifiers().contains(JavaModifier.SYNTHETIC)
          && (array || MUTABLE.test(type));
    }
  }
}
