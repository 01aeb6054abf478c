package dev.emovox.inference.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.emovox.domain.CalibrationScores;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TemperatureScaling;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageDescriptionTest {
  private static final LabelSet LABELS = new LabelSet(List.of("low", "high"));

  /** As the first release wrote it; packages of this form are in users' registries. */
  private static final String VERSION_1 =
      """
      {
        "format" : "emovox-model-package",
        "version" : 1,
        "kind" : "logistic-regression",
        "labels" : [ "low", "high" ],
        "files" : [ {
          "name" : "model.bin",
          "digest" : "sha256:9a129038d9a00aed0cf6a7ea059ca50a813449061ab87848cf1a13eafdf33b2c",
          "bytes" : 7
        }, {
          "name" : "preprocessing.json",
          "digest" : "sha256:cde0fb0dec1400c54a0f7e7eafa73624c53e4da258bbd34b3380a0defeba95c1",
          "bytes" : 8
        } ],
        "provenance" : {
          "manifest" : "sha256:05b3abf2579a5eb66403cd78be557fd860633a1fe2103c7642030defe32c657f",
          "split" : "sha256:ad1a64057f9ab34fecfe3f4ee78660bb0316dbda9370581ffbeb1e8bddf3d598",
          "features" : "sha256:5b8a8b56dada6ce7567442b4935298df7de2badd7becdcf4915a59487338ca4b",
          "evaluation" : "sha256:845e91831319e89c4d656bdb80c278ac09a7230d61e5dfd2e1b1fbb436ac8917",
          "code_version" : "1.0"
        },
        "seal" : "sha256:5121f75d1cc18509d68527441a72c42174f3c022c789243d96917f4bb5a0a98d"
      }
      """;

  private static BaselineDescription baseline() {
    return BaselineDescription.of(
        "logistic-regression",
        LABELS,
        List.of(
            PackagedFile.of("model.bin", "weights".getBytes(UTF_8)),
            PackagedFile.of("preprocessing.json", "settings".getBytes(UTF_8))),
        new Provenance(
            Digest.of("manifest"),
            Digest.of("split"),
            Digest.of("features"),
            Digest.of("report"),
            "1.0"));
  }

  private static Wav2Vec2Description network(Optional<FineTuning> fineTuning) {
    return Wav2Vec2Description.of(
        LABELS,
        List.of(PackagedFile.of("model.safetensors", "weights".getBytes(UTF_8))),
        new CheckpointProvenance(
            new BaseCheckpoint("owner/name@revision", Digest.of("base")), fineTuning, "1.0"));
  }

  private static FineTuning fineTuning() {
    return new FineTuning(
        Digest.of("manifest"),
        Digest.of("split"),
        Digest.of("clips"),
        Digest.of("position"),
        Digest.of("report"),
        15);
  }

  @Test
  void baselinesAreWrittenAsTheyAlwaysWere() {
    assertThat(baseline().write()).asString(UTF_8).isEqualTo(VERSION_1);
    PackageDescription read = PackageDescription.read(VERSION_1.getBytes(UTF_8));
    assertThat(read.withSeal(null)).isEqualTo(baseline());
  }

  @Test
  void networksSayWhereTheirWeightsComeFrom() {
    for (Optional<FineTuning> done :
        List.of(Optional.of(fineTuning()), Optional.<FineTuning>empty())) {
      byte[] written = network(done).write();
      assertThat(PackageDescription.read(written).withSeal(null)).isEqualTo(network(done));
      assertThat(written).asString(UTF_8).contains("\"version\" : 2", "owner/name@revision");
    }
  }

  @Test
  void aCalibrationComesBackAndIsSealed() {
    TemperatureScaling calibration =
        new TemperatureScaling(
            1.75, 470, new CalibrationScores(0.9, 0.15), new CalibrationScores(0.75, 0.03));
    for (PackageDescription described :
        List.of(
            baseline().withCalibration(Optional.of(calibration)),
            network(Optional.empty()).withCalibration(Optional.of(calibration)))) {
      String written = new String(described.write(), UTF_8);
      PackageDescription read = PackageDescription.read(written.getBytes(UTF_8));
      assertThat(read.withSeal(null)).isEqualTo(described);
      assertThat(read.calibration()).contains(calibration);
      refused(written.replace("\"temperature\" : 1.75", "\"temperature\" : 1.76"));
      refused(written.replace("\"temperature\" : 1.75", "\"temperature\" : 100"));
      refused(written.replace("\"clips\" : 470,", ""));
    }
    assertThat(baseline().calibration()).isEmpty();
    refused(VERSION_1.replace("\"seal\"", "\"calibration\" : null, \"seal\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"owner/name", "low", "model.safetensors", "position", "sha256:", "wav2vec2"})
  void aChangedWordIsRefused(String word) {
    String text = new String(network(Optional.of(fineTuning())).write(), UTF_8);
    assertThat(text).contains(word);
    refused(text.replaceFirst(word, "x" + word.substring(1)));
  }

  @Test
  void aVersionWithTheKeysOfAnotherIsRefused() {
    refused(VERSION_1.replace("\"version\" : 1", "\"version\" : 2"));
    String network = new String(network(Optional.empty()).write(), UTF_8);
    refused(network.replace("\"version\" : 2", "\"version\" : 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"base", "fine_tuning", "code_version", "position", "longest_seconds", "seal"})
  void aMissingPartIsRefused(String key) {
    String text = new String(network(Optional.of(fineTuning())).write(), UTF_8);
    refused(text.replace('"' + key + '"', "\"other\""));
  }

  private static void refused(String text) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PackageDescription.read(text.getBytes(UTF_8)))
        .withMessageContaining("package.json");
  }
}
