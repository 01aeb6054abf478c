package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeWorkplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesCommandTest {
  @TempDir Path folder;

  private Captured captured;
  private Path tone;

  @BeforeEach
  void writeATone() {
    float[] samples = new float[20_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 440 * i / 22_050));
    }
    tone = folder.resolve("tone.wav");
    WavWriter.write(new AudioClip(samples, 22_050), tone);
  }

  private int emovox(String... words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    return CommandLines.execute(
        new Invocation(
            options, captured.console(), given -> new FakeWorkplace(folder), Clock.systemUTC()),
        List.of(words));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(captured.out());
  }

  @Test
  void thePapersFeaturesAreOfTheClipAlone() throws IOException {
    assertThat(emovox("features", tone.toString(), "--json")).isZero();

    assertThat(json().at("/0/features/mfcc")).hasSize(40);
    assertThat(json().at("/0/features/chroma")).hasSize(12);
    assertThat(json().at("/0/features/spectral_contrast")).hasSize(7);
    assertThat(json().at("/0").has("versions")).isFalse();
  }

  @Test
  void sevenVersionsAreToldApart() throws IOException {
    assertThat(emovox("features", tone.toString(), "--set", "paper-seven-versions", "--json"))
        .isZero();

    JsonNode versions = json().at("/0/versions");
    assertThat(versions).hasSize(7);
    assertThat(versions.findValuesAsText("kind"))
        .containsExactly(
            "original",
            "white-noise",
            "time-stretch",
            "time-stretch",
            "pitch-shift",
            "pitch-shift",
            "pre-emphasis");
    assertThat(versions.at("/3/version/rate").asDouble()).isEqualTo(1.1);
    assertThat(versions.at("/5/features/mfcc")).hasSize(40);
    assertThat(versions.at("/0/features")).isEqualTo(json().at("/0/features"));
  }

  @Test
  void richFeaturesTellTheirStatistics() throws IOException {
    assertThat(emovox("features", tone.toString(), "--set", "rich", "--json")).isZero();

    assertThat(json().at("/0/features/mfcc_delta_p90")).hasSize(40);
    assertThat(json().at("/0/features/fundamental_frequency/0").asDouble()).isBetween(439.0, 441.0);
    assertThat(emovox("features", tone.toString(), "--set", "rich")).isZero();
    assertThat(captured.out()).contains("zero crossing rate std", "voiced share", "shimmer");
  }

  @Test
  void versionsAreNamedForPeople() {
    assertThat(emovox("features", tone.toString(), "--set", "paper-seven-versions")).isZero();

    assertThat(captured.out())
        .contains(
            "the clip itself",
            "white noise of deviation 0.005",
            "time stretched, rate 0.9",
            "pitch shifted by -2.0 semitones",
            "pre-emphasis of 0.97");
  }

  @Test
  void namesThatAreNoSetAreToldWhatThereIs() {
    assertThat(emovox("features", tone.toString(), "--set", "papr")).isEqualTo(2);

    assertThat(captured.err()).contains("paper, paper-seven-versions");
  }
}
