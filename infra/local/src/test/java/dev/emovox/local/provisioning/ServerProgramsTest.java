package dev.emovox.local.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProgramsTest {
  @TempDir Path folder;
  private final List<String> messages = new ArrayList<>();

  @Test
  void takesWhatIsOnThePathAndNewEnough() throws IOException {
    Path program = program("temporal", "echo temporal version 1.9.1 '(Server 1.32.0)'");
    assertThat(programs().onPath(ServerTool.TEMPORAL))
        .contains(new ServerProgram(program, "1.9.1"));
  }

  @Test
  void passesOverWhatIsTooOldOrBroken() throws IOException {
    program("temporal", "echo temporal version 0.9.0");
    program("mlflow", "exit 1");
    assertThat(programs().onPath(ServerTool.TEMPORAL)).isEmpty();
    assertThat(programs().onPath(ServerTool.MLFLOW)).isEmpty();
    assertThat(messages).hasSize(2).first().asString().contains("0.9.0");
  }

  @Test
  void takesAMinioThatWasBuiltFromSource() throws IOException {
    Path program = program("minio", "echo minio version DEVELOPMENT.GOGET; echo License: AGPL-3.0");
    assertThat(programs().find(ServerTool.MINIO))
        .isEqualTo(new ServerProgram(program, "DEVELOPMENT.GOGET"));
  }

  @Test
  void saysWhatToDoWithoutMinio() {
    assertThatThrownBy(() -> programs().find(ServerTool.MINIO))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--s3 seaweedfs");
  }

  @Test
  void refusesAPythonThatIsTooOld() throws IOException {
    program("python3", "echo /usr/bin/python3; echo 3.9.2");
    assertThatThrownBy(() -> PythonInterpreter.find(new SearchPath(List.of(folder))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("3.9.2")
        .hasMessageContaining("3.10");
  }

  @Test
  void saysThatThereIsNoPython() {
    assertThatThrownBy(() -> PythonInterpreter.find(new SearchPath(List.of(folder))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no python3 on PATH");
  }

  @Test
  void neverEmptiesAFolderThatIsNotOurs() throws IOException {
    Path foreign = Files.createDirectory(folder.resolve("documents"));
    Path file = Files.writeString(foreign.resolve("thesis.txt"), "years of work");
    VirtualEnvironment environment = environment(foreign);

    assertThatThrownBy(environment::provision)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("thesis.txt");

    assertThat(file).hasContent("years of work");
  }

  @Test
  void tellsWhyPipFailed() {
    assertThat(InstallationProblem.in("OSError: [Errno 28] No space left on device"))
        .isEqualTo(InstallationProblem.DISK_FULL);
    assertThat(InstallationProblem.in("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM"))
        .isEqualTo(InstallationProblem.WRONG_CONTENT);
    assertThat(InstallationProblem.in("Temporary failure in name resolution"))
        .isEqualTo(InstallationProblem.NO_INDEX);
    assertThat(InstallationProblem.in("anything else")).isEqualTo(InstallationProblem.UNKNOWN);
  }

  @Test
  void theBundledLockPinsEveryServerByDigest() {
    RequirementsLock lock = RequirementsLock.bundled();
    for (ServerTool tool : ServerTool.values()) {
      tool.pythonPackage().ifPresent(name -> assertThat(lock.version(name)).isPresent());
    }
    assertThat(lock.version("boto3")).isPresent();
    assertThat(lock.content()).contains("--hash=sha256:").doesNotContain("index-url");
  }

  private ServerPrograms programs() {
    return new ServerPrograms(
        new SearchPath(List.of(folder)), environment(folder.resolve("servers")), messages::add);
  }

  private VirtualEnvironment environment(Path where) {
    return new VirtualEnvironment(
        where,
        RequirementsLock.bundled(),
        () -> new PythonInterpreter(Path.of("/nonexistent/python3"), Version.parse("3.11")),
        messages::add);
  }

  private Path program(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
