package dev.emovox.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
  private final ProcessIdentity self = ProcessIdentity.ofThisProcess();

  @Test
  void findsALivingProcess() {
    assertThat(self.find()).contains(ProcessHandle.current());
  }

  @Test
  void doesNotTakeALaterProcessWithTheSameNumberForIt() {
    ProcessIdentity earlier =
        new ProcessIdentity(self.pid(), self.started().minus(Duration.ofMinutes(1)));
    assertThat(earlier.find()).isEmpty();
  }

  @Test
  void doesNotFindAnEndedProcess() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
    process.destroyForcibly().waitFor();
    assertThat(identity.find()).isEmpty();
  }
}
