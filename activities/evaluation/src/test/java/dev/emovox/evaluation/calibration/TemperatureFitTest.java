package dev.emovox.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.CalibrationScores;
import dev.emovox.domain.TemperatureScaling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Golden values are SciPy's; {@code src/test/python/golden_temperature.py} made them. */
class TemperatureFitTest {

  @Test
  void agreesWithSciPy() throws IOException {
    Properties golden = new Properties();
    try (BufferedReader in = open("golden-temperature.properties")) {
      golden.load(in);
    }
    TemperatureScaling scaling = TemperatureFit.of(goldenClips()).orElseThrow();
    // SciPy compares values, which are flat at the minimum; we look for the zero of the slope.
    assertThat(scaling.temperature()).isCloseTo(number(golden, "temperature"), within(1e-6));
    assertThat(scaling.clips()).isEqualTo(400);
    near(scaling.before(), golden, "before");
    near(scaling.after(), golden, "after");
  }

  private static void near(CalibrationScores scores, Properties golden, String when) {
    assertThat(scores.negativeLogLikelihood())
        .isCloseTo(number(golden, "likelihood_" + when), within(1e-12));
    assertThat(scores.expectedCalibrationError())
        .isCloseTo(number(golden, "error_" + when), within(1e-6));
  }

  @Test
  void dividedLogitsHaveADividedTemperature() throws IOException {
    double temperature = TemperatureFit.of(goldenClips()).orElseThrow().temperature();
    List<LabelledLogits> halved =
        goldenClips().stream()
            .map(
                clip ->
                    new LabelledLogits(
                        Arrays.stream(clip.logits()).map(z -> z / 2).toArray(), clip.truth()))
            .toList();
    TemperatureScaling scaling = TemperatureFit.of(halved).orElseThrow();
    assertThat(scaling.temperature()).isCloseTo(temperature / 2, within(1e-12));
  }

  @Test
  void isNeverWorseAndChangesNoAnswer() {
    Random random = new Random(8);
    for (int trial = 0; trial < 60; trial++) {
      List<LabelledLogits> clips = drawn(random, random.nextDouble(0.01, 40));
      TemperatureScaling scaling = TemperatureFit.of(clips).orElseThrow();
      assertThat(scaling.after().negativeLogLikelihood())
          .isLessThanOrEqualTo(scaling.before().negativeLogLikelihood());
      for (LabelledLogits clip : clips) {
        assertThat(largest(scaling.probabilities(clip.logits()))).isEqualTo(largest(clip.logits()));
      }
    }
  }

  /** Of a model that is right more often than not, and sure of it by {@code scale}. */
  private static List<LabelledLogits> drawn(Random random, double scale) {
    return IntStream.range(0, 50 + random.nextInt(200))
        .mapToObj(
            i -> {
              double[] logits = random.doubles(4, 0, scale).toArray();
              boolean right = random.nextDouble() < 0.6;
              return new LabelledLogits(logits, right ? largest(logits) : random.nextInt(4));
            })
        .toList();
  }

  private static int largest(double[] values) {
    return IntStream.range(0, values.length)
        .reduce((a, b) -> values[b] > values[a] ? b : a)
        .orElseThrow();
  }

  @Test
  void aModelWithoutMistakesIsNotMadeSureBeyondTheBound() {
    List<LabelledLogits> clips = same(TemperatureFit.FEWEST_CLIPS, 0, 1, 0);
    assertThat(TemperatureFit.of(clips).orElseThrow().temperature())
        .isEqualTo(TemperatureScaling.LOWEST);
  }

  @Test
  void aModelThatIsAlwaysWrongIsMadeUnsureUpToTheBound() {
    List<LabelledLogits> clips = same(TemperatureFit.FEWEST_CLIPS, 1, 50, 0);
    assertThat(TemperatureFit.of(clips).orElseThrow().temperature())
        .isEqualTo(TemperatureScaling.HIGHEST);
  }

  @Test
  void aModelThatSaysNothingIsLeftAsItIs() {
    List<LabelledLogits> clips = same(TemperatureFit.FEWEST_CLIPS, 1, 3, 3);
    TemperatureScaling scaling = TemperatureFit.of(clips).orElseThrow();
    assertThat(scaling.temperature()).isEqualTo(1);
    assertThat(scaling.after()).isEqualTo(scaling.before());
  }

  @Test
  void logitsBeyondAllMeasureAreFitted() {
    List<LabelledLogits> clips =
        Stream.concat(same(60, 0, 1e5, -1e5).stream(), same(40, 1, 1e5, -1e5).stream()).toList();
    TemperatureScaling scaling = TemperatureFit.of(clips).orElseThrow();
    assertThat(scaling.temperature()).isEqualTo(TemperatureScaling.HIGHEST);
    assertThat(scaling.before().negativeLogLikelihood()).isCloseTo(0.4 * 2e5, within(1e-6));
  }

  @Test
  void fewClipsAreNotFitted() {
    assertThat(TemperatureFit.of(same(TemperatureFit.FEWEST_CLIPS - 1, 0, 1, 0))).isEmpty();
    assertThat(TemperatureFit.of(List.of())).isEmpty();
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LabelledLogits(new double[] {1, 2}, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LabelledLogits(new double[] {1, Double.NaN}, 0));
  }

  private static List<LabelledLogits> same(int clips, int truth, double... logits) {
    return IntStream.range(0, clips).mapToObj(i -> new LabelledLogits(logits, truth)).toList();
  }

  private static double number(Properties golden, String key) {
    return Double.parseDouble(golden.getProperty(key));
  }

  private static List<LabelledLogits> goldenClips() throws IOException {
    List<LabelledLogits> clips = new ArrayList<>();
    try (BufferedReader in = open("golden-logits.csv")) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] parts = line.split(",", -1);
        double[] logits =
            Arrays.stream(parts[1].split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
        clips.add(new LabelledLogits(logits, Integer.parseInt(parts[0])));
      }
    }
    return clips;
  }

  private static BufferedReader open(String name) {
    return new BufferedReader(
        new InputStreamReader(
            TemperatureFitTest.class.getResourceAsStream(name), StandardCharsets.UTF_8));
  }
}
