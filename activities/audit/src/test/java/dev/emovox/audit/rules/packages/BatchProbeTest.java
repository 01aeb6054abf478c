package dev.emovox.audit.rules.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.audio.AudioClip;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchProbeTest {
  /** The mean over a clip's own samples. */
  private static List<double[]> masked(List<AudioClip> clips) {
    return clips.stream().map(clip -> new double[] {energy(clip) / clip.samples().length}).toList();
  }

  /** The mean over the longest clip's length, as if the others were padded with silence. */
  private static List<double[]> padded(List<AudioClip> clips) {
    int longest = clips.stream().mapToInt(clip -> clip.samples().length).max().orElseThrow();
    return clips.stream().map(clip -> new double[] {energy(clip) / longest}).toList();
  }

  private static double energy(AudioClip clip) {
    double sum = 0;
    for (float sample : clip.samples()) {
      sum += (double) sample * sample;
    }
    return sum;
  }

  @Test
  void whatLooksAtTheClipAloneIsTheSame() {
    assertThat(new BatchProbe(BatchProbeTest::masked).largestDifference()).isZero();
  }

  @Test
  void aMeanOverPaddingIsNot() {
    assertThat(new BatchProbe(BatchProbeTest::padded).largestDifference()).isGreaterThan(0.01);
  }
}
