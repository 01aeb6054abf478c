package dev.emovox.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.speech.SpeechTrimmer;
import dev.emovox.domain.ClipVersion;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SpeechTrimming;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {
  private final FeatureExtractor extractor = new FeatureExtractor(FeatureSettings.paper());

  private static AudioClip clip(double hertz, int rate, double seconds) {
    return new AudioClip(Tones.sine(hertz, rate, (int) (rate * seconds), 0.3), rate);
  }

  @Test
  void namesEveryValue() {
    assertThat(extractor.names())
        .hasSize(59)
        .startsWith("mfcc_00", "mfcc_01")
        .contains("mfcc_39", "chroma_00", "chroma_11", "spectral_contrast_0")
        .endsWith("spectral_contrast_6");
  }

  @Test
  void vectorHasUnitLengthIfAsked() {
    double squares = Arrays.stream(extractor.vector(clip(300, 16_000, 1))).map(x -> x * x).sum();
    assertThat(squares).isCloseTo(1, within(1e-12));
  }

  @Test
  void pureToneIsInItsPitchClass() {
    float[] chroma = extractor.extract(clip(440, 16_000, 3)).get(0).values("chroma");
    assertThat(chroma[9]).isGreaterThan(0.99f);
  }

  @Test
  void levelDoesNotMatter() {
    AudioClip loud = clip(500, 16_000, 1.5);
    float[] soft = loud.samples().clone();
    for (int i = 0; i < soft.length; i++) {
      soft[i] /= 64;
    }
    assertThat(extractor.vector(new AudioClip(soft, 16_000)))
        .containsExactly(extractor.vector(loud), within(1e-9));
  }

  @Test
  void onlyTheFirstSecondsCount() {
    AudioClip longer = clip(350, 44_100, 8);
    AudioClip cut = new AudioClip(Arrays.copyOf(longer.samples(), 44_100 * 4), 44_100);
    FeatureExtractor scaledAfterCutting =
        new FeatureExtractor(
            new FeatureSettings("cut", 16_000, 3, true, 0.1, 2048, 512, 40, 128, 12, 6, true));
    assertThat(scaledAfterCutting.vector(longer)).containsExactly(scaledAfterCutting.vector(cut));
  }

  @Test
  void thePaperScalesTheWholeClip() {
    AudioClip loudAtTheEnd = clip(350, 16_000, 5);
    for (int i = 3 * 16_000; i < 5 * 16_000; i++) {
      loudAtTheEnd.samples()[i] *= 3;
    }
    AudioClip cut = new AudioClip(Arrays.copyOf(loudAtTheEnd.samples(), 3 * 16_000), 16_000);
    double level = Math.sqrt((3 + 2 * 9) / 5.0);
    assertThat((double) extractor.extract(loudAtTheEnd).get(0).values("mfcc")[0])
        .as("the mean level of 128 bands, but for those that are cut off at -100 dB")
        .isLessThan(extractor.extract(cut).get(0).values("mfcc")[0] - 5 * Math.log10(level));
  }

  @Test
  void trimmedFeaturesAreThoseOfTheSpeechAlone() {
    SpeechTrimming trimming = new SpeechTrimming(6, 40, 0);
    FeatureExtractor trimmed = new FeatureExtractor(FeatureSettings.paper().trimmed(trimming));
    float[] late = new float[4 * 44_100];
    System.arraycopy(clip(350, 44_100, 1).samples(), 0, late, 2 * 44_100, 44_100);
    AudioClip padded = new AudioClip(late, 44_100);
    AudioClip speech = new AudioClip(new SpeechTrimmer(trimming).trim(late, 44_100), 44_100);
    AudioClip silence = new AudioClip(new float[16_000], 16_000);

    assertThat(speech.seconds()).isCloseTo(1, within(0.05));
    assertThat(trimmed.vector(padded)).containsExactly(extractor.vector(speech));
    assertThat(extractor.vector(padded)).isNotEqualTo(extractor.vector(speech));
    assertThat(trimmed.vector(silence)).containsExactly(extractor.vector(silence));
    assertThat(trimmed.names()).isEqualTo(extractor.names());
  }

  @Test
  void richFeaturesHaveNamesAndNumbers() {
    FeatureExtractor rich = new FeatureExtractor(FeatureSettings.rich());
    double[] vector = rich.vector(clip(220, 44_100, 2));
    assertThat(rich.names())
        .hasSize(608)
        .hasSize(vector.length)
        .doesNotHaveDuplicates()
        .contains("mfcc_00", "mfcc_std_39", "chroma_delta_p90_11", "spectral_contrast_p10_6")
        .endsWith("voiced_share", "jitter", "shimmer");
    assertThat(vector[rich.names().indexOf("fundamental_frequency")]).isCloseTo(220, within(1.0));
    assertThat(vector[rich.names().indexOf("voiced_share")]).isCloseTo(0.67, within(0.04));
    assertThat(vector[rich.names().indexOf("jitter")]).isLessThan(0.002);
    for (int length : new int[] {0, 1, 700, 16_000}) {
      assertThat(Arrays.stream(rich.vector(new AudioClip(new float[length], 16_000))))
          .allMatch(Double::isFinite);
    }
  }

  @Test
  void silenceAndNothingGiveNumbers() {
    for (int length : new int[] {0, 1, 16_000}) {
      assertThat(extractor.vector(new AudioClip(new float[length], 16_000)))
          .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }
  }

  @Test
  void threadsGetWhatOneThreadGets() throws Exception {
    List<AudioClip> clips =
        IntStream.range(0, 24).mapToObj(i -> clip(200 + 37 * i, 22_050, 0.5 + 0.1 * i)).toList();
    List<double[]> alone = clips.stream().map(extractor::vector).toList();
    FeatureExtractor shared = new FeatureExtractor(FeatureSettings.paper());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<double[]>> together =
          clips.stream().map(clip -> threads.submit(() -> shared.vector(clip))).toList();
      for (int i = 0; i < clips.size(); i++) {
        assertThat(together.get(i).get()).containsExactly(alone.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void sevenVersionsAreStrungTogetherAndDividedByOneNorm() {
    FeatureExtractor seven = new FeatureExtractor(FeatureSettings.paperSevenVersions());
    AudioClip clip = clip(440, 22_050, 4);

    double[] vector = seven.vector(clip);

    assertThat(seven.names())
        .hasSize(413)
        .doesNotHaveDuplicates()
        .startsWith("1_original_mfcc_00")
        .contains("2_white_noise_chroma_03", "6_pitch_shift_mfcc_39")
        .endsWith("7_pre_emphasis_spectral_contrast_6");
    assertThat(Arrays.stream(vector).map(x -> x * x).sum()).isCloseTo(1, within(1e-12));
    assertThat(seven.extract(clip)).hasSize(7);
    // Two semitones above A is B, two below is G.
    assertThat(seven.extract(clip).get(4).values("chroma")[11]).isGreaterThan(0.9f);
    assertThat(seven.extract(clip).get(5).values("chroma")[7]).isGreaterThan(0.9f);
  }

  @Test
  void theSameClipAlwaysHasTheSameVersions() {
    AudioClip clip = clip(300, 16_000, 1.3);
    double[] first = new FeatureExtractor(FeatureSettings.paperSevenVersions()).vector(clip);
    FeatureExtractor another = new FeatureExtractor(FeatureSettings.paperSevenVersions());
    another.vector(clip(500, 8_000, 5));

    assertThat(another.vector(new AudioClip(clip.samples().clone(), 16_000)))
        .containsExactly(first);
  }

  @Test
  void versionsOfSilenceAndNothingGiveNumbers() {
    FeatureExtractor seven = new FeatureExtractor(FeatureSettings.paperSevenVersions());
    for (int length : new int[] {0, 1, 2, 700, 16_000}) {
      assertThat(Arrays.stream(seven.vector(new AudioClip(new float[length], 16_000))))
          .hasSize(413)
          .allMatch(Double::isFinite);
    }
  }

  @Test
  void refusesVersionsThatCannotBeMade() {
    assertThatThrownBy(
            () ->
                new FeatureExtractor(
                    new FeatureSettings(
                        "x",
                        16_000,
                        3,
                        true,
                        1,
                        2048,
                        512,
                        40,
                        128,
                        12,
                        6,
                        true,
                        List.of(new ClipVersion.TimeStretch(0)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("time stretch");
    assertThatThrownBy(
            () ->
                new FeatureExtractor(
                    new FeatureSettings(
                        "x",
                        16_000,
                        3,
                        true,
                        1,
                        2048,
                        512,
                        40,
                        128,
                        12,
                        6,
                        true,
                        Collections.nCopies(101, new ClipVersion.Original()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("concatenated_versions");
  }

  @Test
  void refusesSettingsThatCannotBeComputed() {
    assertRefused("fft_size", 16_000, 3, 2000, 512, 40, 6);
    assertRefused("hop_length", 16_000, 3, 2048, 0, 40, 6);
    assertRefused("mfcc_count", 16_000, 3, 2048, 512, 129, 6);
    assertRefused("contrast_bands", 8_000, 3, 2048, 512, 40, 6);
    assertRefused("seconds", 16_000, Double.NaN, 2048, 512, 40, 6);
  }

  private static void assertRefused(
      String key, int rate, double seconds, int fft, int hop, int mfcc, int bands) {
    FeatureSettings settings =
        new FeatureSettings(
            "other", rate, seconds, true, 0.1, fft, hop, mfcc, 128, 12, bands, true);
    assertThatThrownBy(() -> new FeatureExtractor(settings))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(key);
  }
}
