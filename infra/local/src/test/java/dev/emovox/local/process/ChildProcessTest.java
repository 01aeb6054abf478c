package dev.emovox.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.local.provisioning.PythonInterpreter;
import dev.emovox.local.provisioning.SearchPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  @TempDir Path folder;
  private ChildLauncher launcher;
  private Path log;

  @BeforeEach
  void launcher() {
    launcher =
        ChildLauncher.in(folder, PythonInterpreter.find(SearchPath.of(System.getenv())).path());
    log = folder.resolve("child.log");
  }

  @Test
  void endsTheWholeGroupEvenIfItIgnoresTheRequest() {
    ChildProcess child = start("trap '' TERM; sleep 600 & echo begun; wait");
    await().until(() -> LogTail.lines(log, 1).contains("begun"));
    assertThat(new Leftovers(folder).find()).hasSize(3);

    child.stop();

    assertThat(new Leftovers(folder).find()).isEmpty();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void endsWhatAKilledServerLeavesBehind() {
    ChildProcess child = start("sleep 600 & echo begun; wait");
    await().until(() -> LogTail.lines(log, 1).contains("begun"));

    child.kill();

    assertThat(child.onExit().join()).isEqualTo(-9);
    assertThat(new Leftovers(folder).find()).isEmpty();
  }

  @Test
  void endsTheGroupWhenTheWrapperIsKilled() {
    ChildProcess child = start("sleep 600 & echo begun; wait");
    await().until(() -> LogTail.lines(log, 1).contains("begun"));

    ProcessHandle.of(child.wrapperPid()).orElseThrow().destroyForcibly();

    assertThat(child.onExit().join()).isEqualTo(-9);
    await().until(() -> new Leftovers(folder).find().isEmpty());
  }

  @Test
  void tellsTheExitCodeAndKeepsTheOutput() {
    try (ChildProcess child = start("echo to standard error >&2; exit 7")) {
      assertThat(child.onExit().join()).isEqualTo(7);
      assertThat(LogTail.lines(log, 5)).containsExactly("to standard error");
    }
  }

  @Test
  void sweepsWhatIsLeftAndNothingElse() throws Exception {
    Process foreign = new ProcessBuilder("sleep", "600").start();
    ChildProcess child = start("sleep 600");

    assertThat(new Leftovers(folder).end()).isPositive();

    assertThat(new Leftovers(folder).find()).isEmpty();
    assertThat(foreign.isAlive()).isTrue();
    foreign.destroyForcibly().waitFor();
    child.stop();
  }

  @Test
  void aMissingProgramIsSaid() {
    ChildCommand missing = command(List.of(folder.resolve("nothing-here").toString()));
    assertThatThrownBy(() -> launcher.start(missing))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("nothing-here");
  }

  @Test
  void aChildThatEndsBeforeItIsReadyIsAnErrorWithItsLog() {
    ChildProcess child = start("echo out of luck; exit 1");
    assertThatThrownBy(() -> ReadinessWait.await(child, () -> false, Duration.ofSeconds(30)))
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageContaining("out of luck");
  }

  @Test
  void aChildThatNeverAnswersIsAnError() {
    try (ChildProcess child = start("sleep 600")) {
      assertThatThrownBy(() -> ReadinessWait.await(child, () -> false, Duration.ofMillis(200)))
          .isInstanceOf(ServerUnavailableException.class)
          .hasMessageContaining("did not answer");
    }
  }

  @Test
  void logsCannotGrowWithoutLimit() throws Exception {
    try (ChildProcess child = start("head -c 20000000 /dev/zero | tr '\\0' x; exit 0")) {
      assertThat(child.onExit().join()).isZero();
    }
    assertThat(Files.size(log)).isLessThan(16 << 20);
    assertThat(Files.size(log) + Files.size(folder.resolve("child.log.1"))).isEqualTo(20_000_000);
  }

  private ChildProcess start(String script) {
    return launcher.start(command(List.of("sh", "-c", script)));
  }

  private ChildCommand command(List<String> words) {
    return new ChildCommand("child", words, Map.of(), folder, log, Duration.ofMillis(300));
  }
}
