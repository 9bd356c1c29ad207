package ad4j.cli.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the modules say of themselves. */
final class ModulesTest {
  private static final List<String> SERVICES =
      List.of(
          "ad4j.engine.Engine",
          "ad4j.op.OperatorProvider",
          "ad4j.program.FunctionReader",
          "ad4j.program.ProgramCompiler");

  /** A module, and where it lies. */
  private record Located(ModuleDescriptor descriptor, String root) {}

  @Test
  void modulesOnThePathAreTheKnownOnes() throws IOException {
    Set<String> names = new TreeSet<>();
    modules().forEach(module -> names.add(module.descriptor.name()));
    assertTrue(
        names.containsAll(
            Set.of(
                "ad4j.api",
                "ad4j.ops",
                "ad4j.forward",
                "ad4j.reverse",
                "ad4j.compiler",
                "ad4j.script")),
        names.toString());
  }

  /** Else a plugin would be there on the module path and not on the class path, or vice versa. */
  @Test
  void moduleDescriptorsAndServiceFilesProvideTheSame() throws IOException {
    for (Located module : modules()) {
      Map<String, Set<String>> declared = new TreeMap<>();
      module
          .descriptor
          .provides()
          .forEach(each -> declared.put(each.service(), new TreeSet<>(each.providers())));
      assertEquals(registered(module.root), declared, module.descriptor.name());
    }
  }

  /** Operators, engines and the compiler are found, not called. */
  @Test
  void whatIsFoundIsNotExported() throws IOException {
    for (Located module : modules()) {
      if (Set.of("ad4j.ops", "ad4j.forward", "ad4j.reverse", "ad4j.compiler")
          .contains(module.descriptor.name())) {
        assertEquals(Set.of(), module.descriptor.exports(), module.descriptor.name());
      }
    }
  }

  private static List<Located> modules() throws IOException {
    List<Located> modules = new ArrayList<>();
    ClassLoader loader = ModulesTest.class.getClassLoader();
    for (URL url : Collections.list(loader.getResources("module-info.class"))) {
      try (InputStream in = url.openStream()) {
        ModuleDescriptor descriptor = ModuleDescriptor.read(in);
        if (descriptor.name().startsWith("ad4j.")) {
          modules.add(new Located(descriptor, url.toString().replace("module-info.class", "")));
        }
      }
    }
    return modules;
  }

  private static Map<String, Set<String>> registered(String root) throws IOException {
    Map<String, Set<String>> registered = new TreeMap<>();
    for (String service : SERVICES) {
      String names = text(root + "META-INF/services/" + service);
      if (!names.isBlank()) {
        registered.put(service, new TreeSet<>(names.lines().toList()));
      }
    }
    return registered;
  }

  /** The text of a file, or nothing if there is none. */
  private static String text(String url) throws IOException {
    try (InputStream in = URI.create(url).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      return "";
    }
  }
}
