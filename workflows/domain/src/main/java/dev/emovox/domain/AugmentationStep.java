package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of a pipeline of augmentation: with a probability, a change whose strength is drawn from
 * a span; in YAML and JSON {@code kind} tells which.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AugmentationStep.Noise.class, name = "noise"),
  @JsonSubTypes.Type(value = AugmentationStep.Reverberation.class, name = "reverberation"),
  @JsonSubTypes.Type(value = AugmentationStep.Gain.class, name = "gain"),
  @JsonSubTypes.Type(value = AugmentationStep.Shift.class, name = "shift"),
  @JsonSubTypes.Type(value = AugmentationStep.Trim.class, name = "trim"),
  @JsonSubTypes.Type(value = AugmentationStep.Speed.class, name = "speed"),
  @JsonSubTypes.Type(value = AugmentationStep.TimeStretch.class, name = "time-stretch"),
  @JsonSubTypes.Type(value = AugmentationStep.PitchShift.class, name = "pitch-shift"),
  @JsonSubTypes.Type(value = AugmentationStep.Telephone.class, name = "telephone"),
  @JsonSubTypes.Type(value = AugmentationStep.MuLaw.class, name = "mu-law")
})
public sealed interface AugmentationStep {

  /**
   * What a step draws.
   *
   * @param key in YAML
   * @param span what is drawn from
   * @param allowed what it may be drawn from
   */
  record Strength(String key, Span span, Span allowed) {}

  /** What is done, as written in YAML and JSON. */
  default String kind() {
    JsonSubTypes kinds = AugmentationStep.class.getAnnotation(JsonSubTypes.class);
    return Stream.of(kinds.value())
        .filter(kind -> kind.value().equals(getClass()))
        .findFirst()
        .orElseThrow()
        .name();
  }

  /** Share of clips to which it is done. */
  double probability();

  /** What is drawn, if anything is. */
  default Optional<Strength> strength() {
    return Optional.empty();
  }

  /** The step as it is done to one clip: always, and with a strength that was drawn. */
  AugmentationStep drawn(double value);

  /** What is wrong with its numbers, beginning with the key. */
  default Optional<String> complaint() {
    if (!(probability() >= 0 && probability() <= 1)) {
      return Optional.of(
          "probability is %s; it must lie between 0 and 1.".formatted(probability()));
    }
    return strength()
        .filter(its -> !isWithin(its.span(), its.allowed()))
        .map(
            its ->
                "%s is %s; it must be [least, most], from %s to %s."
                    .formatted(
                        its.key(),
                        its.span().limits(),
                        its.allowed().least(),
                        its.allowed().most()));
  }

  /** Written so that NaN does not lie within anything. */
  private static boolean isWithin(Span span, Span allowed) {
    return span.least() >= allowed.least()
        && span.least() <= span.most()
        && span.most() <= allowed.most();
  }

  /**
   * Noise is added.
   *
   * @param snr decibels by which the clip is louder than it, root mean square of the whole clip
   */
  record Noise(
      @JsonProperty(defaultValue = "white") NoiseColour colour,
      Span snr,
      @JsonProperty(defaultValue = "1.0") double probability)
      implements AugmentationStep {
    @Override
    public Optional<Strength> strength() {
      return Optional.of(new Strength("snr", snr, new Span(-20, 100)));
    }

    @Override
    public Noise drawn(double value) {
      return new Noise(colour, Span.of(value), 1);
    }
  }

  /**
   * The clip is heard in a room.
   *
   * @param rt60 seconds in which the room's sound fades by 60 decibels
   */
  record Reverberation(Span rt60, @JsonProperty(defaultValue = "1.0") double probability)
      implements AugmentationStep {
    @Override
    public Optional<Strength> strength() {
      return Optional.of(new Strength("rt60", rt60, new Span(0.1, 5)));
    }

    @Override
    public Reverberation drawn(double value) {
      return new Reverberation(Span.of(value), 1);
    }
  }

  /**
   * The clip is louder or softer.
   *
   * @param decibels how much louder
   */
  record Gain(Span decibels, @JsonProperty(defaultValue = "1.0") double probability)
      implements AugmentationStep {
    @Override
    public Optional<Strength> strength() {
      return Optional.of(new Strength("decibels", decibels, new Span(-60, 60)));
    }

    @Override
    public Gain drawn(double value) {
      return new Gain(Span.of(value), 1);
    }
  }

  /**
   * The clip begins later, with silence before it.
   *
   * @param seconds how much later
   */
  record Shift(Span seconds, @JsonProperty(defaultValue = "1.0") double probability)
      implements AugmentationStep {
    @Override
    public Optional<Strength> strength() {
      return Optional.of(new Strength("seconds", seconds, new Span(0, 60)));
    }

    @Override
    public Shift drawn(double value) {
      return new Shift(Span.of(value), 1);
    }
  }

  /**
   * Silence before and after the speech is cut off.
   *
   * @param kept seconds of it that stay on either side
   */
  record Trim(Span kept, @JsonProperty(defaultValue = "1.0") double probability)
      implements AugmentationStep {
    @Override
    public Optional<Strength> strength() {
      return Optional.of(new Strength("kept", kept, new Span(0, 10)));
    }

    @Override
    public Trim drawn(double value) {
      return new Trim(Span.of(value), 1);
    }
  }

  /**
   * Another tempo, and the pitch with it.
   *
   * @param factor above 1 is faster and higher
   */
  record Speed(Span factor, @JsonProperty(defaultValue = "1.0") double probability)
      implements AugmentationStep {
    @Override
    public Optional<Strength> strength() {
      return Optional.of(new Strength("factor", factor, new Span(0.5, 2)));
    }

    @Override
    public Speed drawn(double value) {
      return new Speed(Span.of(value), 1);
    }
  }

  /**
   * Another tempo at the same pitch.
   *
   * @param rate above 1 is faster
   */
  record TimeStretch(Span rate, @JsonProperty(defaultValue = "1.0") double probability)
      implements AugmentationStep {
    @Override
    public Optional<Strength> strength() {
      return Optional.of(new Strength("rate", rate, new Span(0.5, 2)));
    }

    @Override
    public TimeStretch drawn(double value) {
      return new TimeStretch(Span.of(value), 1);
    }
  }

  /**
   * Another pitch at the same tempo.
   *
   * @param semitones how much higher
   */
  record PitchShift(Span semitones, @JsonProperty(defaultValue = "1.0") double probability)
      implements AugmentationStep {
    @Override
    public Optional<Strength> strength() {
      return Optional.of(new Strength("semitones", semitones, new Span(-12, 12)));
    }

    @Override
    public PitchShift drawn(double value) {
      return new PitchShift(Span.of(value), 1);
    }
  }

  /** Only what a telephone line carries is left, 300 to 3400 Hz. */
  record Telephone(@JsonProperty(defaultValue = "1.0") double probability)
      implements AugmentationStep {
    @Override
    public Telephone drawn(double value) {
      return new Telephone(1);
    }
  }

  /** Samples become the 8 bits of a digital telephone's mu-law, and samples again. */
  record MuLaw(@JsonProperty(defaultValue = "1.0") double probability) implements AugmentationStep {
    @Override
    public MuLaw drawn(double value) {
      return new MuLaw(1);
    }
  }
}
