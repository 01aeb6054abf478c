package dev.emovox.finetuning.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.augmentation.noise.SpeakerVoices;
import dev.emovox.audio.augmentation.noise.SpeakerVoices.SpokenClip;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.NoiseColour;
import dev.emovox.domain.Span;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WaveformAugmentationTest {
  private static final float[] TONE = tone();

  /** What seed 3 made before there were speeds. */
  private static final int KEPT_LENGTH = 4377;

  private static final float KEPT_SAMPLE = -0.14536817f;

  @Test
  void theSameSeedDoesTheSame() {
    WaveformAugmentation all = augmentation(1, 6, 20, 0.1);
    float[] before = TONE.clone();
    assertThat(all.apply(TONE, "a", 3))
        .isEqualTo(all.apply(TONE, "a", 3))
        .isNotEqualTo(all.apply(TONE, "a", 4));
    assertThat(TONE).isEqualTo(before);
  }

  @Test
  void theProbabilityIsKept() {
    WaveformAugmentation half = augmentation(0.5, 6, 0, 0);
    long changed = LongStream.range(0, 1000).filter(s -> half.apply(TONE, "a", s) != TONE).count();
    assertThat(changed).isBetween(430L, 570L);
    assertThat(augmentation(0, 6, 20, 1).apply(TONE, "a", 1)).isSameAs(TONE);
  }

  @Test
  void gainStaysInItsRange() {
    double most = 0;
    double least = 1e9;
    for (long seed = 0; seed < 200; seed++) {
      double ratio = level(augmentation(1, 6, 0, 0).apply(TONE, "a", seed)) / level(TONE);
      most = Math.max(most, 20 * Math.log10(ratio));
      least = Math.min(least, 20 * Math.log10(ratio));
    }
    assertThat(most).isBetween(5.0, 6.0);
    assertThat(least).isBetween(-6.0, -5.0);
  }

  @Test
  void noiseIsAsQuietAsAsked() {
    for (long seed = 0; seed < 50; seed++) {
      float[] noisy = augmentation(1, 0, 20, 0).apply(TONE, "a", seed);
      float[] noise = new float[TONE.length];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = noisy[i] - TONE[i];
      }
      double ratio = 20 * Math.log10(level(TONE) / level(noise));
      assertThat(ratio).isBetween(19.7, 40.3);
    }
    float[] silence = new float[100];
    assertThat(augmentation(1, 0, 20, 0).apply(silence, "a", 1)).isEqualTo(silence);
  }

  @Test
  void shiftPutsSilenceBefore() {
    int longest = 0;
    for (long seed = 0; seed < 100; seed++) {
      float[] shifted = augmentation(1, 0, 0, 0.1).apply(TONE, "a", seed);
      int shift = shifted.length - TONE.length;
      assertThat(Arrays.copyOfRange(shifted, shift, shifted.length)).isEqualTo(TONE);
      assertThat(Arrays.copyOf(shifted, shift)).isEqualTo(new float[shift]);
      longest = Math.max(longest, shift);
    }
    assertThat((double) longest).isCloseTo(1600, within(100.0)).isLessThanOrEqualTo(1600);
  }

  @Test
  void speedChangesLengthWithinItsRangeAndNothingElse() {
    WaveformAugmentation speeds = augmentation(new AugmentationSettings(1, 0, 0, 0, 0.1));
    int longest = 0;
    int shortest = Integer.MAX_VALUE;
    for (long seed = 0; seed < 200; seed++) {
      float[] changed = speeds.apply(TONE, "a", seed);
      longest = Math.max(longest, changed.length);
      shortest = Math.min(shortest, changed.length);
      assertThat(level(changed)).isCloseTo(level(TONE), within(0.01));
    }
    assertThat(longest).isEqualTo((int) Math.ceil(TONE.length / 0.9));
    assertThat(shortest).isEqualTo((int) Math.ceil(TONE.length / 1.1));
  }

  @Test
  void settingsWithoutSpeedKeepTheirNumbers() {
    float[] changed = augmentation(1, 6, 20, 0.1).apply(TONE, "a", 3);
    assertThat(changed).hasSize(KEPT_LENGTH);
    assertThat(changed[2000]).isEqualTo(KEPT_SAMPLE);
  }

  @Test
  void stepsNeedNoSingleSettingAndChangeNothingOfThem() {
    List<AugmentationStep> steps =
        List.of(
            new AugmentationStep.Noise(NoiseColour.BABBLE, new Span(5, 20), 0.5),
            new AugmentationStep.Shift(new Span(0.1, 0.1), 0.5));
    WaveformAugmentation alone = augmentation(new AugmentationSettings(0, 0, 0, 0, 0, steps));
    long changed = LongStream.range(0, 400).filter(s -> alone.apply(TONE, "a", s) != TONE).count();
    assertThat(changed).isBetween(260L, 340L);
    assertThat(alone.apply(TONE, "a", 5)).isEqualTo(alone.apply(TONE, "a", 5));

    float[] both =
        augmentation(new AugmentationSettings(1, 0, 0, 0.1, 0, steps.subList(1, 2)))
            .apply(TONE, "a", 2);
    assertThat(Arrays.copyOfRange(both, both.length - TONE.length, both.length)).isEqualTo(TONE);
  }

  @Test
  void babbleIsMadeOfOtherPeopleAlone() {
    List<String> heard = new CopyOnWriteArrayList<>();
    SpeakerVoices voices =
        new SpeakerVoices(
            List.of(
                new SpokenClip("a", "a1"),
                new SpokenClip("b", "b1"),
                new SpokenClip("a", "a2"),
                new SpokenClip("c", "c1")),
            id -> {
              heard.add(id);
              return TONE;
            });
    AugmentationSettings babble =
        new AugmentationSettings(
            0,
            0,
            0,
            0,
            0,
            List.of(new AugmentationStep.Noise(NoiseColour.BABBLE, new Span(5, 20), 1)));
    WaveformAugmentation augmentation = new WaveformAugmentation(babble, 16_000, voices);

    LongStream.range(0, 50).forEach(seed -> augmentation.apply(TONE, "a", seed));

    assertThat(heard).containsOnly("b1", "c1").contains("b1", "c1");
    SpeakerVoices alone = new SpeakerVoices(List.of(new SpokenClip("a", "a1")), id -> TONE);
    assertThatThrownBy(() -> new WaveformAugmentation(babble, 16_000, alone))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("all clips of the training part are of a");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> augmentation(1.5, 0, 0, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("augmentation.probability");
    assertThatThrownBy(() -> augmentation(1, 0, 0, Double.NaN))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("shift_seconds");
    assertThatThrownBy(() -> augmentation(new AugmentationSettings(1, 0, 0, 0, 0.6)))
        .hasMessageContaining("augmentation.speed");
  }

  private static WaveformAugmentation augmentation(
      double probability, double gain, double noise, double shift) {
    return augmentation(new AugmentationSettings(probability, gain, noise, shift));
  }

  private static WaveformAugmentation augmentation(AugmentationSettings settings) {
    ClipReader reader = new ClipReader(clip -> TONE, 1);
    return new WaveformAugmentation(
        settings,
        16_000,
        new SpeakerVoices(
            List.of(new SpokenClip("b", "b1"), new SpokenClip("a", "a1")), reader::read));
  }

  private static float[] tone() {
    float[] tone = new float[4000];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (0.3 * Math.sin(i * 0.1));
    }
    return tone;
  }

  private static double level(float[] waveform) {
    double squares = 0;
    for (float sample : waveform) {
      squares += (double) sample * sample;
    }
    return Math.sqrt(squares / waveform.length);
  }
}
