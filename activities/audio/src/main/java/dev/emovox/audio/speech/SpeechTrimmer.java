package dev.emovox.audio.speech;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SpeechTrimming;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts off what lies before the first and after the last speech of a clip, by levels (after L. R.
 * Rabiner and M. R. Sambur, "An Algorithm for Determining the Endpoints of Isolated Utterances",
 * 1975): speech begins where 50 ms in a row are louder than the noise by the asked decibels, taken
 * back to where the level first rose half as far, and ends likewise. The noise is the quietest
 * tenth of a second. Pauses inside speech stay.
 *
 * <p>A clip in which nothing stands out, silence or even noise, is left whole: there is no telling
 * what of it could go. Speech without any pause loses, at most, what is softer than 40 dB below its
 * peak or within the asked decibels of its quietest tenth of a second, less what is kept around it.
 * Loud noises are taken for speech.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SpeechTrimmer {
  private static final int LEAST_FRAMES = 5;
  private static final int NOISE_FRAMES = 10;

  private final SpeechTrimming settings;

  /**
   * A trimmer.
   *
   * @throws InvalidInputException if a setting is out of range
   */
  public SpeechTrimmer(SpeechTrimming settings) {
    this.settings = settings;
    check("above_noise", settings.aboveNoise(), 1, SpeechTrimming.MOST_DECIBELS);
    check("below_peak", settings.belowPeak(), 1, SpeechTrimming.MOST_DECIBELS);
    check("kept_seconds", settings.keptSeconds(), 0, SpeechTrimming.MOST_SECONDS);
  }

  private static void check(String key, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new InvalidInputException(
          "trimming.%s is %s; it must be from %s to %s.".formatted(key, value, least, most));
    }
  }

  /**
   * The samples without what lies around their speech.
   *
   * @param samples left as they are
   * @return a new array, or the samples themselves if nothing is cut off
   */
  public float[] trim(float[] samples, int sampleRate) {
    Optional<SpeechSpan> found = find(samples, sampleRate);
    if (found.isEmpty()) {
      return samples;
    }
    int kept = (int) (settings.keptSeconds() * sampleRate);
    int start = Math.max(0, found.get().start() - kept);
    int end = (int) Math.min(samples.length, (long) found.get().end() + kept);
    return end - start == samples.length ? samples : Arrays.copyOfRange(samples, start, end);
  }

  /** Where speech is, without anything kept around it; nothing if nothing stands out. */
  public Optional<SpeechSpan> find(float[] samples, int sampleRate) {
    FrameLevels levels = FrameLevels.of(samples, sampleRate);
    double noise = levels.quietest(NOISE_FRAMES);
    double loudest = levels.loudest();
    double certain = Math.max(noise + settings.aboveNoise(), loudest - settings.belowPeak());
    double likely = Math.max(noise + settings.aboveNoise() / 2, loudest - settings.belowPeak());
    int first = first(levels.decibels(), certain);
    if (first < 0) {
      return Optional.empty();
    }
    int last = last(levels.decibels(), certain);
    while (first > 0 && levels.decibels()[first - 1] > likely) {
      first--;
    }
    while (last + 1 < levels.decibels().length && levels.decibels()[last + 1] > likely) {
      last++;
    }
    int end = Math.min(samples.length, (last + 1) * levels.hop());
    return Optional.of(new SpeechSpan(first * levels.hop(), end));
  }

  /** The first of the first frames in a row that are louder; -1 if there are none. */
  private static int first(double[] levels, double threshold) {
    int run = 0;
    for (int frame = 0; frame < levels.length; frame++) {
      run = levels[frame] > threshold ? run + 1 : 0;
      if (run == LEAST_FRAMES) {
        return frame - LEAST_FRAMES + 1;
      }
    }
    return -1;
  }

  /** The last of the last frames in a row that are louder. */
  private static int last(double[] levels, double threshold) {
    int run = 0;
    int last = -1;
    for (int frame = 0; frame < levels.length; frame++) {
      run = levels[frame] > threshold ? run + 1 : 0;
      last = run >= LEAST_FRAMES ? frame : last;
    }
    return last;
  }
}
