package dev.emovox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A third-party library stays inside the modules that wrap it. */
class ThirdPartyConfinementTest {
  private static final Map<String, List<String>> HOMES =
      Map.ofEntries(
          Map.entry("be.tarsos..", List.of("audio")),
          Map.entry("org.jflac..", List.of("audio")),
          Map.entry("com.jcraft..", List.of("audio")),
          Map.entry("javazoom..", List.of("audio")),
          Map.entry("ai.djl..", List.of("wav2vec2")),
          Map.entry("com.sun.jna..", List.of("wav2vec2")),
          Map.entry("org.apache.parquet..", List.of("tables")),
          Map.entry("com.jerolba..", List.of("tables")),
          Map.entry("org.apache.hadoop..", List.of("tables")),
          Map.entry("io.minio..", List.of("artifacts")),
          Map.entry("okhttp3..", List.of("artifacts")),
          Map.entry("org.mlflow..", List.of("tracking")),
          Map.entry("org.yaml..", List.of("settings")),
          Map.entry("com.fasterxml.jackson.dataformat..", List.of("settings")),
          Map.entry("picocli..", List.of("cli")),
          Map.entry("io.quarkus..", List.of("serving")),
          Map.entry("jakarta..", List.of("serving")),
          Map.entry("org.jose4j..", List.of("serving.security.token")),
          Map.entry(
              "io.temporal..",
              List.of("contracts", "orchestration", "adapters", "worker", "serving", "cli")));

  @TestFactory
  Stream<DynamicTest> staysAtHome() {
    return HOMES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry)));
  }

  private static void check(Map.Entry<String, List<String>> entry) {
    String[] homes =
        entry.getValue().stream().map(home -> "dev.emovox." + home + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(entry.getKey())
        .because("it is wrapped by " + Arrays.toString(homes))
        .check(Codebase.classes());
  }
}
