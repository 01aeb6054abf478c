package dev.emovox.audio;

import dev.emovox.audio.resample.PolyphaseResampler;
import dev.emovox.domain.InvalidInputException;
import java.util.Arrays;

/**
 * Changes the sample rate of clips, band-limited: flat within 0.1 dB up to 0.9 of the lower Nyquist
 * frequency, and what lies above that frequency is attenuated by more than 90 dB.
 *
 * <p>Safe for use by several threads. The filters of the ratios used last are kept.
 */
public final class Resampler {
  /** How far apart the two rates may be, either way. */
  private static final int LARGEST_RATIO = 100;

  private final PolyphaseResampler polyphase = new PolyphaseResampler();

  /**
   * The clip at another rate; the clip itself if it has that rate already.
   *
   * @param targetRate hertz
   * @return {@code ceil(samples * targetRate / sampleRate)} samples
   * @throws InvalidInputException if the rates are too far apart
   */
  public AudioClip resample(AudioClip clip, int targetRate) {
    return resample(clip, targetRate, Integer.MAX_VALUE);
  }

  /**
   * The beginning of the clip at another rate: the same samples as of the whole clip, without the
   * work for the rest.
   *
   * @param targetRate hertz
   * @param mostSamples most samples to make
   * @throws InvalidInputException if the rates are too far apart
   */
  public AudioClip resample(AudioClip clip, int targetRate, int mostSamples) {
    if (targetRate == clip.sampleRate()) {
      return beginning(clip, mostSamples);
    }
    checkRatio(clip.sampleRate(), targetRate);
    int outputs = (int) Math.min(length(clip, targetRate), mostSamples);
    float[] samples = polyphase.resample(clip.samples(), clip.sampleRate(), targetRate, outputs);
    return new AudioClip(samples, targetRate);
  }

  private static AudioClip beginning(AudioClip clip, int mostSamples) {
    return clip.samples().length <= mostSamples
        ? clip
        : new AudioClip(Arrays.copyOf(clip.samples(), mostSamples), clip.sampleRate());
  }

  private static long length(AudioClip clip, int targetRate) {
    long scaled = (long) clip.samples().length * targetRate;
    return (scaled + clip.sampleRate() - 1) / clip.sampleRate();
  }

  private static void checkRatio(int from, int to) {
    if (to < 1 || from > (long) LARGEST_RATIO * to || to > (long) LARGEST_RATIO * from) {
      throw new InvalidInputException(
          "A clip of %d Hz can't be resampled to %d Hz: the rates are more than %d times apart"
                  .formatted(from, to, LARGEST_RATIO)
              + ". Give a clip of an ordinary rate");
    }
  }
}
