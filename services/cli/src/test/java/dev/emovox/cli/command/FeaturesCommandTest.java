package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesCommandTest {
  @TempDir Path folder;

  private CommandsOnATone commands;
  private Path tone;

  @BeforeEach
  void writeATone() {
    commands = new CommandsOnATone(folder);
    tone = commands.tone();
  }

  private int emovox(String... words) {
    return commands.run(List.of(words));
  }

  private JsonNode json() throws IOException {
    return commands.json();
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
    assertThat(commands.captured().out())
        .contains("zero crossing rate std", "voiced share", "shimmer");
  }

  @Test
  void versionsAreNamedForPeople() {
    assertThat(emovox("features", tone.toString(), "--set", "paper-seven-versions")).isZero();

    assertThat(commands.captured().out())
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

    assertThat(commands.captured().err()).contains("paper, paper-seven-versions");
  }
}
