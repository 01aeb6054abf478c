package dev.emovox.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.local.home.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorChecksTest {
  @TempDir Path folder;

  @Test
  void looksAtEverythingAndChangesNothing() {
    Home home = new Home(folder.resolve("home"));
    List<Check> checks = new DoctorChecks(home, Map.of("PATH", "/nonexistent")).all();

    assertThat(checks)
        .extracting(Check::name)
        .containsExactly(
            "jdk",
            "maven",
            "python",
            "memory",
            "disk",
            "server temporal",
            "server weed",
            "server mlflow",
            "server minio",
            "ports");
    assertThat(home.folder()).doesNotExist();
  }

  @Test
  void whatIsMissingComesWithAdvice() {
    List<Check> checks = new DoctorChecks(new Home(folder), Map.of("PATH", "/nonexistent")).all();
    assertThat(checks)
        .filteredOn(check -> !check.ok())
        .extracting(Check::name)
        .contains("maven", "python");
    assertThat(checks).filteredOn(check -> !check.ok()).noneMatch(c -> c.advice().isBlank());
  }
}
