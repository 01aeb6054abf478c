package dev.emovox.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.CalibrationScores;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalibratedPackageTest {
  private static final CalibrationScores SCORES = new CalibrationScores(1, 0.1);
  private static final TemperatureScaling SCALING = new TemperatureScaling(3, 100, SCORES, SCORES);
  private static final AudioClip CLIP = SampleModels.tone(420, 3);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("dev.emovox.inference.SampleModels#settings")
  void aBaselinesProbabilitiesAreThoseOfTheTemperature(BaselineSettings settings) {
    BaselinePackage plain = SampleModels.pack(settings);
    BaselinePackage calibrated =
        BaselinePackage.of(
            new PackageContents(
                SampleModels.fit(settings, SampleModels.LABELS),
                SampleModels.SETTINGS,
                SampleModels.PROVENANCE,
                Optional.empty(),
                Optional.of(SCALING)));
    MemoryFiles files = new MemoryFiles(calibrated);
    compare(plain, new PackageReader().read(files, calibrated.digest()));
  }

  @Test
  void aNetworksProbabilitiesAreThoseOfTheTemperature() throws IOException {
    Path plain = TinyCheckpoint.write(folder.resolve("plain"));
    Path calibrated = TinyCheckpoint.write(folder.resolve("calibrated"));
    Wav2Vec2Package.seal(plain, TinyCheckpoint.PROVENANCE).close();
    Wav2Vec2Package.seal(calibrated, TinyCheckpoint.PROVENANCE, Optional.of(SCALING)).close();
    try (ModelPackage before = new PackageReader().read(PackageFiles.directory(plain));
        ModelPackage after = new PackageReader().read(PackageFiles.directory(calibrated))) {
      compare(before, after);
    }
  }

  private static void compare(ModelPackage plain, ModelPackage calibrated) {
    assertThat(plain.calibration()).isEmpty();
    assertThat(calibrated.calibration()).contains(SCALING);
    Prediction before = predict(plain);
    Prediction after = predict(calibrated);
    assertThat(after.logits()).containsExactly(before.logits());
    assertThat(after.label()).isEqualTo(before.label());
    assertThat(after.probabilities())
        .containsExactly(powers(before.probabilities(), 1 / 3.0), within(1e-6));
  }

  private static Prediction predict(ModelPackage model) {
    try (EmotionPredictor predictor = model.load(ComputeDevice.CPU)) {
      return predictor.predict(CLIP);
    }
  }

  /** The other way to say the same: {@code p^(1/T)}, brought to a sum of one. */
  private static double[] powers(double[] probabilities, double exponent) {
    double[] powers = new double[probabilities.length];
    double sum = 0;
    for (int c = 0; c < powers.length; c++) {
      // A forest's logits stand for a millionth at least.
      powers[c] = Math.pow(Math.max(probabilities[c], 1e-6), exponent);
      sum += powers[c];
    }
    for (int c = 0; c < powers.length; c++) {
      powers[c] /= sum;
    }
    return powers;
  }
}
