package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A way in which a clip is changed; in JSON {@code kind} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClipVersion.Original.class, name = ClipVersion.Original.KIND),
  @JsonSubTypes.Type(value = ClipVersion.WhiteNoise.class, name = ClipVersion.WhiteNoise.KIND),
  @JsonSubTypes.Type(value = ClipVersion.TimeStretch.class, name = ClipVersion.TimeStretch.KIND),
  @JsonSubTypes.Type(value = ClipVersion.PitchShift.class, name = ClipVersion.PitchShift.KIND),
  @JsonSubTypes.Type(value = ClipVersion.PreEmphasis.class, name = ClipVersion.PreEmphasis.KIND)
})
public sealed interface ClipVersion {

  /**
   * The paper's seven. What it calls reverberation is a pre-emphasis filter: no echo is added.
   *
   * @return the original, noise, two tempi, two pitches and pre-emphasis, in the paper's order
   */
  static List<ClipVersion> paper() {
    return List.of(
        new Original(),
        new WhiteNoise(0.005),
        new TimeStretch(0.9),
        new TimeStretch(1.1),
        new PitchShift(2),
        new PitchShift(-2),
        new PreEmphasis(0.97));
  }

  /** What is done, as written in JSON. */
  String kind();

  /** The clip as it is. */
  record Original() implements ClipVersion {
    static final String KIND = "original";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * Gaussian white noise is added.
   *
   * @param deviation its standard deviation, in units of the samples
   */
  record WhiteNoise(double deviation) implements ClipVersion {
    static final String KIND = "white-noise";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * Another tempo at the same pitch.
   *
   * @param rate above 1 is faster and shorter, below 1 slower and longer
   */
  record TimeStretch(double rate) implements ClipVersion {
    static final String KIND = "time-stretch";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * Another pitch at the same tempo and length.
   *
   * @param semitones how much higher, lower if negative
   */
  record PitchShift(double semitones) implements ClipVersion {
    static final String KIND = "pitch-shift";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * High frequencies are raised: each sample less a share of the one before.
   *
   * @param coefficient that share, from 0 to 1
   */
  record PreEmphasis(double coefficient) implements ClipVersion {
    static final String KIND = "pre-emphasis";

    @Override
    public String kind() {
      return KIND;
    }
  }
}
