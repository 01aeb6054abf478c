package dev.emovox.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.evaluation.ScoredClip;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Golden values are scikit-learn's; {@code src/test/python/golden_calibration.py} made them. */
class CalibratorTest {
  private static final LabelSet LABELS = new LabelSet(List.of("angry", "calm", "happy", "sad"));
  private static final Offset<Double> EXACT = within(1e-12);

  private final Calibrator calibrator = new Calibrator(LABELS);

  @Test
  void agreesWithScikitLearn() throws IOException {
    Properties golden = new Properties();
    try (BufferedReader in = open("golden-calibration.properties")) {
      golden.load(in);
    }
    Calibration calibration = calibrator.measure(predictions());
    assertThat(calibration.expectedCalibrationError())
        .isCloseTo(Double.parseDouble(golden.getProperty("expected_calibration_error")), EXACT);
    assertThat(calibration.brierScore())
        .isCloseTo(Double.parseDouble(golden.getProperty("brier_score")), EXACT);
    assertThat(calibration.bins().stream().map(bin -> Integer.toString(bin.clips())))
        .containsExactly(golden.getProperty("counts").split(" ", -1));
    List<ConfidenceBin> filled =
        calibration.bins().stream().filter(bin -> bin.clips() > 0).toList();
    assertThat(filled.stream().mapToDouble(ConfidenceBin::accuracy).toArray())
        .containsExactly(numbers(golden, "accuracies"), EXACT);
    assertThat(filled.stream().mapToDouble(ConfidenceBin::confidence).toArray())
        .containsExactly(numbers(golden, "confidences"), EXACT);
  }

  @Test
  void theOrderOfClipsPlaysNoPart() throws IOException {
    List<ScoredClip> turned = new ArrayList<>(predictions());
    Collections.reverse(turned);
    assertThat(calibrator.measure(turned)).isEqualTo(calibrator.measure(predictions()));
  }

  @Test
  void aModelThatKnowsHasNoError() {
    Calibration calibration = calibrator.measure(List.of(clip("sad", "sad", 0, 0, 0, 1)));
    assertThat(calibration.expectedCalibrationError()).isZero();
    assertThat(calibration.brierScore()).isZero();
  }

  @Test
  void aModelThatIsSureAndWrongHasTheLargest() {
    Calibration calibration = calibrator.measure(List.of(clip("sad", "calm", 0, 1, 0, 0)));
    assertThat(calibration.expectedCalibrationError()).isOne();
    assertThat(calibration.brierScore()).isEqualTo(2);
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertRefused(List.of(), "no predictions");
    assertRefused(List.of(clip("sad", "sad", 0.5, 0.5)), "each of the 4 classes");
    assertRefused(List.of(clip("sad", "sad", 0, 0, Double.NaN, 1)), "from 0 to 1");
    assertRefused(List.of(clip("sad", "sad", 0, 0, -1, 2)), "from 0 to 1");
    assertRefused(List.of(clip("sad", "bored", 0, 0, 0, 1)), "'bored'");
  }

  private void assertRefused(List<ScoredClip> clips, String message) {
    assertThatThrownBy(() -> calibrator.measure(clips))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void thePictureIsTheSameEachTimeAndSaysWhatItShows() throws IOException {
    String svg = ReliabilityPicture.svg(calibrator.measure(predictions()));
    assertThat(svg).isEqualTo(ReliabilityPicture.svg(calibrator.measure(predictions())));
    assertThat(svg).contains("<desc>Reliability diagram of 300 clips", "Brier score 0.");
  }

  private static double[] numbers(Properties golden, String key) {
    return Arrays.stream(golden.getProperty(key).split(" ", -1))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static ScoredClip clip(String label, String predicted, double... probabilities) {
    return new ScoredClip(
        "clip",
        "corpus",
        "speaker",
        label,
        predicted,
        Arrays.stream(probabilities).boxed().toList());
  }

  private static List<ScoredClip> predictions() throws IOException {
    try (BufferedReader in = open("golden-predictions.csv")) {
      return in.lines().map(line -> line.split(",", -1)).map(CalibratorTest::clip).toList();
    }
  }

  private static ScoredClip clip(String... row) {
    List<Double> probabilities = Arrays.stream(row[3].split(" ", -1)).map(Double::valueOf).toList();
    return new ScoredClip(row[0], "corpus", "speaker", row[1], row[2], probabilities);
  }

  private static BufferedReader open(String resource) {
    return new BufferedReader(
        new InputStreamReader(
            CalibratorTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8));
  }
}
