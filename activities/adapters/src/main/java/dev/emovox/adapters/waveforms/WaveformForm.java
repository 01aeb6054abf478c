package dev.emovox.adapters.waveforms;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.Resampler;
import dev.emovox.audio.decode.AudioDecoder;

/**
 * In which form a network hears clips: mono, at its rate, from the beginning up to some length. The
 * same decoder and resampler serve predictions, so a network is trained on what it will hear.
 *
 * @param samplingRate hertz
 * @param mostSamples what is longer is cut
 */
public record WaveformForm(int samplingRate, int mostSamples) {
  /** Raised when decoding or resampling would give other numbers. */
  static final int DECODER_VERSION = 1;

  private static final AudioDecoder DECODER = new AudioDecoder(DecodeLimits.standard());
  private static final Resampler RESAMPLER = new Resampler();

  public WaveformForm {
    if (mostSamples < 1) {
      throw new IllegalArgumentException("cut to " + mostSamples + " samples");
    }
  }

  /** The form for a network that hears at most {@code longestSeconds} at once. */
  public static WaveformForm of(int samplingRate, double longestSeconds) {
    double samples = Math.floor(longestSeconds * samplingRate);
    return new WaveformForm(samplingRate, (int) Math.min(Integer.MAX_VALUE, Math.max(1, samples)));
  }

  /**
   * The waveform of a file.
   *
   * @throws dev.emovox.domain.InvalidInputException if there is no usable sound in it
   */
  float[] decode(byte[] content) {
    AudioClip clip = DECODER.decode(content).clip();
    return RESAMPLER.resample(clip, samplingRate, mostSamples).samples();
  }
}
