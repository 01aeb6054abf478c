package dev.emovox.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeWorkplace;
import dev.emovox.cli.testing.MovingClock;
import dev.emovox.cli.testing.Statuses;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @TempDir Path folder;

  private final Captured captured = new Captured(Terminal.plain(), new GlobalOptions());
  private final MovingClock clock = new MovingClock(Instant.parse("2026-01-31T14:25:01Z"));
  private FakeWorkplace workplace;

  @BeforeEach
  void makeWorkplace() {
    workplace = new FakeWorkplace(folder);
  }

  private DemoResult play(List<Path> data) {
    return new Demo(workplace, captured.console(), clock, clock, "ada").play(data);
  }

  @Test
  void doesEverythingOnceOnMadeUpSpeech() {
    workplace.fakeRuns().next(Statuses.running()).next(Statuses.done());
    DemoResult result = play(List.of());
    assertThat(workplace.fakeServices().choices()).hasSize(1);
    assertThat(workplace.fakeRuns().started().get(0).directories())
        .containsExactly(folder.resolve("demo/speech").toString());
    assertThat(workplace.promotions().champion()).hasValue("3");
    assertThat(result.model().version()).isEqualTo("3");
    assertThat(result.prediction().path()).endsWith(".wav");
    assertThat(result.links().temporal()).isEqualTo("http://temporal/" + Statuses.RUN);
    assertThat(captured.err()).contains("[1/6]", "[6/6]");
    assertThat(captured.out()).isEmpty();
  }

  @Test
  void takesTheFirstClipOfGivenSpeech() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "not audio");
    WavWriter.write(new AudioClip(new float[] {0, 0.5f, -0.5f}, 16_000), folder.resolve("b.wav"));
    WavWriter.write(new AudioClip(new float[] {0, 0.5f, -0.5f}, 16_000), folder.resolve("c.wav"));
    workplace.fakeRuns().next(Statuses.done());
    assertThat(play(List.of(folder)).prediction().path())
        .isEqualTo(folder.resolve("b.wav").toString());
  }

  @Test
  void nothingIsPromotedAfterAFailedRun() {
    workplace.fakeRuns().next(Statuses.failed());
    assertThatThrownBy(() -> play(List.of(folder)))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("The folder /data is gone.");
    assertThat(workplace.promotions().champion()).isEmpty();
  }

  @Test
  void saysThatThereIsNoAudio() {
    workplace.fakeRuns().next(Statuses.done());
    assertThatThrownBy(() -> play(List.of(folder)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no audio file");
  }
}
