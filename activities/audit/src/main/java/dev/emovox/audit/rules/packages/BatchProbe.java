package dev.emovox.audit.rules.packages;

import dev.emovox.audio.AudioClip;
import java.util.List;
import java.util.function.Function;

/**
 * Asks a model about clips of unlike length alone and together.
 *
 * @param model one row of logits for each clip
 */
record BatchProbe(Function<List<AudioClip>, List<double[]>> model) {
  private static final int RATE = 16_000;
  private static final double SHORT = 0.5;
  private static final double LONG = 2;

  /** By how much the logits of the same clip differ at most. */
  double largestDifference() {
    List<AudioClip> clips = List.of(tone(SHORT, 220), tone(LONG, 330));
    List<double[]> together = model.apply(clips);
    double largest = 0;
    for (int i = 0; i < clips.size(); i++) {
      double[] alone = model.apply(List.of(clips.get(i))).get(0);
      for (int c = 0; c < alone.length; c++) {
        largest = Math.max(largest, Math.abs(alone[c] - together.get(i)[c]));
      }
    }
    return largest;
  }

  private static AudioClip tone(double seconds, double hertz) {
    float[] samples = new float[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * StrictMath.sin(2 * Math.PI * hertz * i / RATE));
    }
    return new AudioClip(samples, RATE);
  }
}
