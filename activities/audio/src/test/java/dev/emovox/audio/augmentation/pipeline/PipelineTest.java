package dev.emovox.audio.augmentation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.audio.augmentation.Sounds;
import dev.emovox.audio.augmentation.noise.Voices;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.NoiseColour;
import dev.emovox.domain.Span;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final int RATE = Sounds.RATE;
  private static final float[] CLIP = Sounds.tone(220, RATE, RATE);

  private static final Voices PEOPLE =
      new Voices() {
        @Override
        public int count() {
          return 2;
        }

        @Override
        public float[] voice(int index) {
          return Sounds.tone(150 + 70.0 * index, RATE, 5000);
        }
      };

  private static final List<AugmentationStep> EVERY_STEP =
      List.of(
          new AugmentationStep.Speed(new Span(0.9, 1.1), 0.5),
          new AugmentationStep.TimeStretch(new Span(0.9, 1.1), 0.5),
          new AugmentationStep.PitchShift(new Span(-2, 2), 0.5),
          new AugmentationStep.Reverberation(new Span(0.2, 0.8), 0.5),
          new AugmentationStep.Noise(NoiseColour.PINK, new Span(5, 20), 0.5),
          new AugmentationStep.Noise(NoiseColour.BABBLE, new Span(5, 20), 0.5),
          new AugmentationStep.Trim(new Span(0, 0.2), 0.5),
          new AugmentationStep.Telephone(0.5),
          new AugmentationStep.MuLaw(0.5),
          new AugmentationStep.Gain(new Span(-6, 6), 0.5),
          new AugmentationStep.Shift(new Span(0, 0.1), 0.5));

  private static Pipeline pipeline(List<AugmentationStep> steps) {
    return new Pipeline(steps, new StepMaker(PEOPLE));
  }

  @Test
  void theSeedDecidesWhateverTheThread() {
    Pipeline pipeline = pipeline(EVERY_STEP);
    List<Augmented> inOrder =
        LongStream.range(0, 24).mapToObj(seed -> pipeline.apply(CLIP, RATE, seed)).toList();
    List<Augmented> atOnce =
        LongStream.range(0, 24)
            .parallel()
            .mapToObj(seed -> pipeline(EVERY_STEP).apply(CLIP, RATE, seed))
            .toList();
    for (int i = 0; i < inOrder.size(); i++) {
      assertThat(atOnce.get(i).steps()).isEqualTo(inOrder.get(i).steps());
      assertThat(atOnce.get(i).waveform()).isEqualTo(inOrder.get(i).waveform());
    }
    assertThat(inOrder.stream().map(Augmented::steps).distinct().count()).isGreaterThan(20);
    assertThat(CLIP).isEqualTo(Sounds.tone(220, RATE, RATE));
  }

  @Test
  void probabilitiesAndSpansAreKept() {
    Pipeline pipeline = pipeline(List.of(new AugmentationStep.Gain(new Span(-6, 6), 0.3)));
    List<AugmentationStep> done =
        LongStream.range(0, 2000)
            .mapToObj(seed -> pipeline.apply(CLIP, RATE, seed * 1000).steps())
            .flatMap(List::stream)
            .toList();
    assertThat(done).hasSizeBetween(540, 660);
    List<Double> gains =
        done.stream().map(step -> step.strength().orElseThrow().span().least()).toList();
    assertThat(gains).allMatch(gain -> gain >= -6 && gain <= 6);
    assertThat(gains).anyMatch(gain -> gain < -5.9).anyMatch(gain -> gain > 5.9);
  }

  @Test
  void aStepMoreAtTheEndChangesNothingBeforeIt() {
    List<AugmentationStep> less = EVERY_STEP.subList(0, 5);
    for (long seed = 0; seed < 10; seed++) {
      List<AugmentationStep> before = pipeline(less).apply(CLIP, RATE, seed).steps();
      List<AugmentationStep> all = pipeline(EVERY_STEP).apply(CLIP, RATE, seed).steps();
      assertThat(all.subList(0, before.size())).isEqualTo(before);
    }
  }

  @Test
  void noStepsAreNoChange() {
    assertThat(pipeline(List.of()).apply(CLIP, RATE, 1).waveform()).isSameAs(CLIP);
  }

  @Test
  void anyLengthWillDo() {
    for (int length : new int[] {0, 1, 2, 100, 2049}) {
      for (long seed = 0; seed < 20; seed++) {
        float[] changed = pipeline(EVERY_STEP).apply(Sounds.noise(length), RATE, seed).waveform();
        for (float sample : changed) {
          assertThat(sample).isFinite();
        }
      }
    }
  }

  @Test
  void whatIsOutOfRangeIsRefusedByPlaceAndKey() {
    assertThatThrownBy(() -> pipeline(List.of(new AugmentationStep.MuLaw(1.5))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Step 1 of the augmentation, mu-law: probability is 1.5");
    for (Span wrong : List.of(new Span(20, 5), new Span(0, 101), new Span(Double.NaN, 5))) {
      AugmentationStep noise = new AugmentationStep.Noise(NoiseColour.WHITE, wrong, 1);
      assertThatThrownBy(() -> pipeline(List.of(noise)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("noise: snr is");
    }
  }
}
