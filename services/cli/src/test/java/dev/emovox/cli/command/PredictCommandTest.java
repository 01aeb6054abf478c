package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeWorkplace;
import dev.emovox.domain.Digest;
import dev.emovox.inference.EmotionPredictor;
import dev.emovox.inference.LoadableModel;
import dev.emovox.inference.ModelFolder;
import dev.emovox.inference.Prediction;
import dev.emovox.inference.Wav2Vec2Package;
import dev.emovox.inference.packaging.BaseCheckpoint;
import dev.emovox.inference.packaging.CheckpointProvenance;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code predict --model} with networks, which needs no server. */
class PredictCommandTest {
  /** The tiny networks by which module {@code wav2vec2} is compared with PyTorch. */
  private static final Path GOLDEN =
      Path.of("..", "..", "activities", "wav2vec2", "src", "test", "resources", "golden");

  @TempDir Path folder;

  private Path model;
  private Captured captured;

  @BeforeEach
  void copyModel() throws IOException {
    model = Files.createDirectory(folder.resolve("model"));
    for (String name : List.of("config.json", "model.safetensors", "preprocessor_config.json")) {
      Files.copy(GOLDEN.resolve("xlsr").resolve(name), model.resolve(name));
    }
  }

  private int predict(String... words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    Invocation invocation =
        new Invocation(
            options, captured.console(), given -> new FakeWorkplace(folder), Clock.systemUTC());
    return CommandLines.execute(
        invocation, Stream.of(("predict " + String.join(" ", words)).split(" ")).toList());
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(captured.out());
  }

  private static AudioClip sweep(int samples) {
    float[] values = new float[samples];
    for (int i = 0; i < samples; i++) {
      values[i] = (float) (0.4 * Math.sin(0.02 * i + 1e-6 * i * i));
    }
    return new AudioClip(values, 16_000);
  }

  private String wav(String name, int samples) throws IOException {
    return Files.write(folder.resolve(name), WavWriter.encode(sweep(samples))).toString();
  }

  @Test
  void aHuggingFaceFolderPredicts() throws IOException {
    String wav = wav("a.wav", 20_000);
    assertThat(predict(wav, "--model " + model, "--logits --json")).isZero();
    JsonNode outcome = json().get(0);
    try (LoadableModel loadable = ModelFolder.open(model);
        EmotionPredictor predictor = loadable.load(ComputeDevice.CPU)) {
      Prediction expected = predictor.predict(sweep(20_000));
      assertThat(outcome.get("label").asText()).isEqualTo(expected.label());
      for (int i = 0; i < expected.logits().length; i++) {
        String label = predictor.labels().name(i);
        // A WAV file has 16 bits a sample.
        assertThat(outcome.at("/logits/" + label).asDouble())
            .isCloseTo(expected.logits()[i], within(1e-3));
        assertThat(outcome.at("/probabilities/" + label).asDouble())
            .isCloseTo(expected.probabilities()[i], within(1e-3));
      }
      assertThat(outcome.at("/model/digest").asText()).isEqualTo(loadable.digest().toString());
      assertThat(outcome.at("/model/version").isNull()).isTrue();
    }
  }

  @Test
  void aPackageOfTheSameNetworkPredictsTheSame() throws IOException {
    String wav = wav("a.wav", 20_000);
    assertThat(predict(wav, "--model " + model, "--json")).isZero();
    JsonNode before = json().get(0);
    CheckpointProvenance provenance =
        new CheckpointProvenance(
            new BaseCheckpoint("owner/name@1", Digest.of("base")), Optional.empty(), "0");
    String digest;
    try (Wav2Vec2Package sealed = Wav2Vec2Package.seal(model, provenance)) {
      digest = sealed.digest().toString();
    }
    assertThat(predict(wav, "--model " + model, "--json")).isZero();
    assertThat(json().at("/0/probabilities")).isEqualTo(before.get("probabilities"));
    assertThat(json().at("/0/model/digest").asText()).isEqualTo(digest);
    Files.writeString(model.resolve("config.json"), "{}");
    assertThat(predict(wav, "--model " + model)).isEqualTo(2);
    assertThat(captured.err()).contains("config.json", "has changed").hasLineCount(1);
  }

  @Test
  void aClipThatCannotBeHeardDoesNotStopTheOthers() throws IOException {
    String tooShort = wav("short.wav", 50);
    assertThat(predict(tooShort, wav("a.wav", 9_000), "--model " + model, "--json")).isEqualTo(1);
    assertThat(json().at("/0/error/kind").asText()).isEqualTo("too_short");
    assertThat(json().at("/1/label").asText()).isNotEmpty();
    assertThat(predict(tooShort, "--model " + model)).isEqualTo(1);
    assertThat(captured.out()).contains("too_short", "at least");
  }

  @Test
  void devicesThatAreNotThereOrNoDevicesAreWrongRequests() throws IOException {
    String wav = wav("a.wav", 9_000);
    assertThat(predict(wav, "--device cpu")).isEqualTo(2);
    assertThat(captured.err()).contains("--device needs --model");
    assertThat(predict(wav, "--model " + model, "--device tpu")).isEqualTo(2);
    assertThat(captured.err()).contains("--device", "'tpu' is no device");
    assertThat(predict(wav, "--model " + model, "--device cuda:77")).isEqualTo(2);
    assertThat(captured.err()).contains("cuda:77");
    assertThat(predict(wav, "--model " + model, "--device cpu")).isZero();
  }

  @Test
  void aFolderWithoutAModelIsAWrongRequest() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(predict(wav("a.wav", 9_000), "--model " + empty)).isEqualTo(2);
    assertThat(captured.err()).contains("There is no model in", "package.json", "config.json");
  }
}
