package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.audio.AudioClip;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.WavWriter;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.cli.workplace.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentCommandTest {
  @TempDir Path folder;

  private CommandsOnATone commands;
  private Path tone;

  @BeforeEach
  void writeATone() {
    commands = new CommandsOnATone(folder);
    tone = commands.tone();
  }

  private int augment(String preset, String out, String... words) {
    List<String> all =
        new ArrayList<>(
            List.of("augment", tone.toString(), "--preset", preset, "--out", out(out).toString()));
    all.addAll(List.of(words));
    return commands.run(all);
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  private JsonNode json() throws IOException {
    return commands.json();
  }

  private static AudioClip heard(JsonNode version) throws IOException {
    byte[] wav = Files.readAllBytes(Path.of(version.get("path").asText()));
    return new AudioDecoder(DecodeLimits.standard()).decode(wav).clip();
  }

  static Stream<String> pipelines() throws IOException {
    try (Stream<Path> files = Files.list(Checkout.find(Map.of()).augmentations())) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .filter(name -> !name.equals("paper-seven-versions"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void everyPresetWritesTheSameVersionsAgain(String preset) throws IOException {
    String voice = tone.toString();
    assertThat(augment(preset, "a", "--versions", "3", "--voices", voice, "--json"))
        .as(commands.captured().err())
        .isZero();
    JsonNode versions = json();
    assertThat(versions).hasSize(3);
    assertThat(augment(preset, "b", "--versions", "3", "--voices", voice)).isZero();
    for (JsonNode version : versions) {
      assertThat(version.get("pipeline").asText()).isEqualTo(preset);
      assertThat(heard(version).seconds()).isEqualTo(version.get("seconds").asDouble());
      Path file = Path.of(version.get("path").asText());
      assertThat(out("b").resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
    assertThat(out("b").resolve("tone-" + preset + ".json")).exists();
  }

  @Test
  void whatWasDrawnIsTold() throws IOException {
    assertThat(
            augment(
                "noise",
                "a",
                "--set",
                "steps[0].probability=1",
                "--set",
                "steps[0].snr=[3, 4]",
                "--seed",
                "7",
                "--json"))
        .isZero();
    assertThat(json()).hasSize(5);
    for (JsonNode version : json()) {
      assertThat(version.get("seed").asLong()).isEqualTo(7);
      assertThat(version.at("/steps/0/kind").asText()).isEqualTo("noise");
      assertThat(version.at("/steps/0/colour").asText()).isEqualTo("white");
      assertThat(version.at("/steps/0/parameter").asText()).isEqualTo("snr");
      assertThat(version.at("/steps/0/value").asDouble()).isBetween(3.0, 4.0);
    }
    JsonNode written = new ObjectMapper().readTree(out("a").resolve("tone-noise.json").toFile());
    assertThat(written).isEqualTo(json());
  }

  @Test
  void thePapersSevenVersionsAreSeven() throws IOException {
    assertThat(augment("paper-seven-versions", "a", "--json")).isZero();
    assertThat(json()).hasSize(7);
    assertThat(json().findValuesAsText("kind"))
        .containsExactly(
            "original",
            "white-noise",
            "time-stretch",
            "time-stretch",
            "pitch-shift",
            "pitch-shift",
            "pre-emphasis");
    assertThat(heard(json().get(0)).sampleRate()).isEqualTo(16_000);
    assertThat(json().at("/2/seconds").asDouble() / json().at("/0/seconds").asDouble())
        .isBetween(1.11, 1.112);

    assertThat(augment("paper-seven-versions", "b", "--versions", "3")).isEqualTo(2);
    assertThat(commands.captured().err()).contains("has 7 versions of its own");
  }

  @Test
  void roomsCanBeGiven() throws IOException {
    float[] echo = new float[2000];
    echo[0] = 0.9f;
    echo[1500] = 0.5f;
    Path room = folder.resolve("room.wav");
    WavWriter.write(new AudioClip(echo, 22_050), room);
    assertThat(augment("rooms", "a")).isZero();
    assertThat(augment("rooms", "b", "--response", room.toString())).isZero();
    assertThat(out("b").resolve("tone-rooms-01.wav"))
        .satisfies(
            file ->
                assertThat(Files.readAllBytes(file))
                    .isNotEqualTo(Files.readAllBytes(out("a").resolve("tone-rooms-01.wav"))));
  }

  @Test
  void nothingIsOverwrittenUnasked() throws IOException {
    assertThat(augment("speed", "a")).isZero();
    assertThat(commands.captured().out()).contains("tone-speed-01.wav", "speed (factor ");
    Path first = out("a").resolve("tone-speed-01.wav");
    Files.write(first, new byte[3]);

    assertThat(augment("speed", "a")).isEqualTo(2);
    assertThat(commands.captured().err()).contains("is there already", "--overwrite");
    assertThat(first).hasSize(3);
    assertThat(augment("speed", "a", "--overwrite")).isZero();
    assertThat(Files.size(first)).isGreaterThan(10_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "room | --seed=1 | Did you mean 'rooms'",
        "rooms | --set=steps[0].rt60=[0, 1] | steps[0].rt60 is [0.0, 1.0]",
        "rooms | --set=steps[0].rt06=[0, 1] | Did you mean 'rt60'",
        "rooms | --set=steps | write it as key=value",
        "rooms | --set=versions=[{kind: original}] | only one",
        "rooms | --versions=0 | from 1 to 99",
        "rooms | --response=nowhere.wav | does not exist",
        "babble | --seed=1 | choose white or pink"
      })
  void mistakesAreTold(String preset, String option, String message) {
    assertThat(augment(preset, "a", option)).isEqualTo(2);
    assertThat(commands.captured().err()).contains(message);
    assertThat(out("a").resolve("tone-" + preset + "-01.wav")).doesNotExist();
  }

  @Test
  void whatIsNoSoundIsRefused() throws IOException {
    Files.writeString(tone, "no sound");
    assertThat(augment("rooms", "a")).isEqualTo(2);
    assertThat(commands.captured().err()).contains("tone.wav can't be used");
  }
}
