package ad4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, with a JDK that only says how it was called. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  private static final String FAKE_JAVA =
      """
      #!/bin/sh
      for argument in "$@"; do
        case "$argument" in
          -XX:AOTCacheOutput=*) echo x >"${argument#*=}"; echo trained >>"$LOG"; exit 0 ;;
          *OldClasses)
            for last in "$@"; do :; done
            echo renewed >>"$LOG"
            exec mkdir -p "$last" ;;
        esac
      done
      printf '%s\\n' "$@"
      """;

  @TempDir private Path folder = Path.of("");
  private Path tree = Path.of("");
  private Path jdk = Path.of("");

  @BeforeEach
  void makeTree() throws IOException {
    tree = Files.createDirectories(folder.resolve("a tree"));
    Files.copy(Path.of("../ad"), tree.resolve("ad"), StandardCopyOption.COPY_ATTRIBUTES);
    Path target = Files.createDirectories(tree.resolve("ad-cli/target/lib")).getParent();
    Files.writeString(target.resolve("ad-cli-1.jar"), "");
    Files.writeString(target.resolve("lib/other.jar"), "");
    jdk = makeJdk("jdks/jdk 25", "25.0.3+9-LTS");
  }

  private Path makeJdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, FAKE_JAVA);
    assertTrue(java.toFile().setExecutable(true));
    return home;
  }

  private CliRun launch(Path script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return ended(start(script, environment, arguments));
  }

  private Process start(Path script, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("AD_JAVA_HOME", jdk.toString());
    builder.environment().put("LOG", folder.resolve("log").toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static CliRun ended(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new CliRun(process.waitFor(), out, err);
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  @Test
  void argumentsArriveAsTheyWereGiven() throws Exception {
    CliRun run = launch(tree.resolve("ad"), Map.of(), "grad", "x * y", "", "--at", "$a 'b'");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().endsWith("ad4j.cli.Main\ngrad\nx * y\n\n--at\n$a 'b'\n"), run.out());
  }

  @Test
  void aSymbolicLinkLeadsToTheTree() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("first link"), tree.resolve("ad"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), link.getFileName());
    CliRun run = launch(second, Map.of(), "ops");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("a tree/ad-cli/target/lib/other.jar"), run.out());
  }

  @Test
  void withoutAJdkTheExitCodeIs69() throws Exception {
    Path old = makeJdk("old/jdk-17", "17.0.1");
    Map<String, String> environment =
        Map.of("AD_JAVA_HOME", old.toString(), "AD_JDK_FOLDERS", old.getParent().toString());
    CliRun run = launch(tree.resolve("ad"), environment, "ops");
    assertEquals(69, run.exitCode(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().contains("\nad: no suitable JDK: ad4j needs JDK 25 or newer."), run.err());
  }

  @Test
  void aJdkIsFoundInTheFolders() throws Exception {
    Map<String, String> environment =
        Map.of("AD_JAVA_HOME", "", "AD_JDK_FOLDERS", "/nowhere:" + jdk.getParent());
    assertEquals(0, launch(tree.resolve("ad"), environment, "ops").exitCode());
  }

  @Test
  void onlyShortCommandsDoWithoutTheOptimisingCompiler() throws Exception {
    String flag = "-XX:TieredStopAtLevel=1\n";
    assertTrue(launch(tree.resolve("ad"), Map.of(), "grad", "x").out().contains(flag));
    assertFalse(launch(tree.resolve("ad"), Map.of(), "repl").out().contains(flag));
    assertFalse(launch(tree.resolve("ad"), Map.of(), "run", "f.mjs").out().contains(flag));
    assertFalse(
        launch(tree.resolve("ad"), Map.of(), "--format", "json", "run", "f").out().contains(flag));
  }

  @Test
  void theCacheIsMadeOnceAndUsed() throws Exception {
    CliRun first = launch(tree.resolve("ad"), Map.of(), "ops");
    CliRun second = launch(tree.resolve("ad"), Map.of(), "ops");
    assertEquals("ad: preparing a fast start (a few seconds, once)\n", first.err());
    assertEquals("", second.err());
    assertEquals(first.out(), second.out());
    assertTrue(second.out().contains("ad-25.0.3+9-LTS.aot\n"), second.out());
    assertEquals("renewed\ntrained\n", log());
  }

  @Test
  void manyAtOnceMakeOneCache() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      processes.add(start(tree.resolve("ad"), Map.of(), "ops"));
    }
    for (Process process : processes) {
      assertEquals(0, ended(process).exitCode());
    }
    assertEquals("renewed\ntrained\n", log());
    try (Stream<Path> files = Files.list(tree.resolve("ad-cli/target"))) {
      assertEquals(
          List.of("ad-25.0.3+9-LTS.aot", "ad-cli-1.jar", "lib", "start"),
          files.map(file -> String.valueOf(file.getFileName())).sorted().toList());
    }
  }

  @Test
  void aCacheThatCannotBeMadeIsDoneWithout() throws Exception {
    Files.writeString(jdk.resolve("bin/java"), FAKE_JAVA.replace("echo x >", "false >"));
    CliRun run = launch(tree.resolve("ad"), Map.of(), "ops");
    assertEquals(0, run.exitCode(), run.err());
    assertFalse(run.out().contains("-XX:AOTCache="), run.out());
    assertEquals("", launch(tree.resolve("ad"), Map.of(), "ops").err());
  }

  @Test
  void argumentsAreUtf8WhateverTheLocale() throws Exception {
    Files.writeString(jdk.resolve("bin/java"), FAKE_JAVA + "echo \"locale: $LC_ALL\"\n");
    for (String locale : List.of("C", "POSIX", "xx_XX.utf8", "xx_XX.ISO-8859-1")) {
      CliRun run = launch(tree.resolve("ad"), Map.of("LC_ALL", locale), "ops");
      assertTrue(run.out().endsWith("\nlocale: C.UTF-8\n"), locale + ": " + run.out());
    }
  }

  @Test
  void aHomeThatCannotBeWrittenIsNotUsed() throws Exception {
    CliRun run = launch(tree.resolve("ad"), Map.of("HOME", "/nowhere"), "ops");
    assertTrue(run.out().contains("-Dpolyglot.engine.userResourceCache="), run.out());
    run = launch(tree.resolve("ad"), Map.of("HOME", folder.toString()), "ops");
    assertFalse(run.out().contains("-Dpolyglot.engine.userResourceCache="), run.out());
  }

  @Test
  void whatIsNoJdkIsSaidToBeNone() throws Exception {
    Map<String, String> environment =
        Map.of("AD_JAVA_HOME", "/nowhere", "JAVA_HOME", jdk.toString());
    CliRun run = launch(tree.resolve("ad"), environment, "ops");
    assertEquals(0, run.exitCode(), run.err());
    String expected = "ad: AD_JAVA_HOME=/nowhere is no JDK 25 or newer; looking for another one\n";
    assertTrue(run.err().startsWith(expected), run.err());
  }

  @Test
  void furtherOptionsReachTheJvm() throws Exception {
    CliRun run = launch(tree.resolve("ad"), Map.of("AD_JAVA_OPTIONS", "-Xmx4g -Da=b"), "ops");
    assertTrue(run.out().contains("-Xmx4g\n-Da=b\n"), run.out());
  }
}
