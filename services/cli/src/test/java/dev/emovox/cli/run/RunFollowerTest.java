package dev.emovox.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeRuns;
import dev.emovox.cli.testing.MovingClock;
import dev.emovox.cli.testing.Statuses;
import dev.emovox.contracts.RunState;
import dev.emovox.domain.InvalidInputException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunFollowerTest {
  private final MovingClock clock =
      new MovingClock(Instant.ofEpochMilli(Statuses.STARTED + 10_000));
  private final FakeRuns runs = new FakeRuns();
  private final Captured plain = new Captured(Terminal.plain(), new GlobalOptions());

  private RunState follow(Captured captured) {
    return new RunFollower(runs, captured.console(), clock, clock).follow(Statuses.RUN).state();
  }

  @Test
  void tellsOfEveryStageOnceAndReturnsTheEnd() {
    runs.next(Statuses.running()).next(Statuses.running()).next(Statuses.done());
    assertThat(follow(plain)).isEqualTo(RunState.DONE);
    assertThat(plain.err().lines().map(line -> line.split(" +", 3)[1]))
        .containsExactly("ingestion", "features");
    assertThat(plain.out()).isEmpty();
  }

  @Test
  void withoutATerminalWritesALineEveryFiveSeconds() {
    for (int look = 0; look < 21; look++) {
      runs.next(Statuses.running());
    }
    runs.next(Statuses.failed());
    assertThat(follow(plain)).isEqualTo(RunState.FAILED);
    assertThat(plain.err().lines().filter(line -> line.startsWith("running"))).hasSize(2);
    assertThat(plain.err()).doesNotContain("\u001b");
  }

  @Test
  void onATerminalRedrawsOneLine() {
    Captured terminal = new Captured(new Terminal(true, false, false), new GlobalOptions());
    runs.next(Statuses.running()).next(Statuses.done());
    follow(terminal);
    assertThat(terminal.err()).contains("\r\u001b[2K").contains("50 of 200 clips");
  }

  @Test
  void waitsForAWorkerThatIsAway() {
    runs.next(Statuses.running()).nextAway().nextAway().next(Statuses.done());
    assertThat(follow(plain)).isEqualTo(RunState.DONE);
    assertThat(plain.err().lines().filter(line -> line.startsWith("No worker answers.")))
        .hasSize(1);
    assertThat(plain.err()).contains("The run answers again.");
  }

  @Test
  void givesUpOnARunThatIsNotThere() {
    assertThatThrownBy(() -> follow(plain)).isInstanceOf(InvalidInputException.class);
  }
}
