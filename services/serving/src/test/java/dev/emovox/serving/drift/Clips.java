package dev.emovox.serving.drift;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.drift.DriftReference;
import dev.emovox.drift.Sound;
import dev.emovox.drift.Verdict;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Tones of many levels, lengths and heights, as a service may hear them, by a seed. */
public final class Clips {
  private static final int RATE = 16_000;

  private final Random random;

  /** The same seed gives the same clips. */
  public Clips(long seed) {
    random = new Random(seed);
  }

  /** A tone, louder by these decibels than usual. */
  public AudioClip next(double decibels) {
    double amplitude = 0.3 * Math.pow(10, (decibels + 2 * random.nextGaussian()) / 20);
    double hertz = 1500 + 1000 * random.nextDouble();
    float[] samples = new float[(int) ((0.5 + 0.5 * random.nextDouble()) * RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return new AudioClip(samples, RATE);
  }

  /** What a model is like that heard such tones, and was as sure as these verdicts. */
  public static DriftReference reference(LabelSet labels, List<Verdict> verdicts) {
    Clips clips = new Clips(1);
    List<Sound> sounds =
        IntStream.range(0, 300)
            .mapToObj(i -> clips.next(0))
            .map(clip -> Sound.of(clip.samples(), clip.sampleRate()))
            .toList();
    return DriftReference.of(
        labels,
        new DriftReference.Heard(SplitPart.TRAIN, sounds),
        new DriftReference.Said(SplitPart.TEST, verdicts));
  }
}
