package dev.emovox.audio.augmentation.pipeline;

import dev.emovox.audio.augmentation.Augmentation;
import dev.emovox.audio.augmentation.PitchShift;
import dev.emovox.audio.augmentation.SpeedChange;
import dev.emovox.audio.augmentation.TimeStretch;
import dev.emovox.audio.augmentation.channel.Delay;
import dev.emovox.audio.augmentation.channel.Gain;
import dev.emovox.audio.augmentation.channel.MuLaw;
import dev.emovox.audio.augmentation.channel.TelephoneBand;
import dev.emovox.audio.augmentation.noise.AddedNoise;
import dev.emovox.audio.augmentation.noise.Babble;
import dev.emovox.audio.augmentation.noise.NoiseSource;
import dev.emovox.audio.augmentation.noise.Pink;
import dev.emovox.audio.augmentation.noise.Voices;
import dev.emovox.audio.augmentation.noise.White;
import dev.emovox.audio.augmentation.room.Reverberation;
import dev.emovox.audio.augmentation.room.RoomResponse;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.NoiseColour;
import dev.emovox.domain.SpeechTrimming;
import java.util.Optional;

/**
 * Makes the change of a step whose strength was drawn. Safe for use by several threads.
 *
 * @param voices what babble is made of
 * @param room the response of a room that every reverberation has, of the clips' rate, instead of
 *     generated ones
 */
public record StepMaker(Voices voices, Optional<Reverberation> room) {

  /** Generated rooms. */
  public StepMaker(Voices voices) {
    this(voices, Optional.empty());
  }

  /**
   * The change of a step.
   *
   * @param step as {@link AugmentationStep#drawn} makes it
   * @param seed which of the rooms of a reverberation time
   */
  Augmentation make(AugmentationStep step, int sampleRate, long seed) {
    double value = step.strength().map(its -> its.span().least()).orElse(0.0);
    if (step instanceof AugmentationStep.Noise noise) {
      return new AddedNoise(source(noise.colour()), value);
    }
    if (step instanceof AugmentationStep.Reverberation) {
      return room.orElseGet(
          () -> new Reverberation(RoomResponse.generate(value, sampleRate, seed)));
    }
    return step instanceof AugmentationStep.Speed
            || step instanceof AugmentationStep.TimeStretch
            || step instanceof AugmentationStep.PitchShift
        ? tempoOrPitch(step, value)
        : channel(step, value);
  }

  private NoiseSource source(NoiseColour colour) {
    return switch (colour) {
      case WHITE -> new White();
      case PINK -> new Pink();
      case BABBLE -> new Babble(voices);
    };
  }

  private static Augmentation tempoOrPitch(AugmentationStep step, double value) {
    if (step instanceof AugmentationStep.Speed) {
      return new SpeedChange(value);
    }
    return step instanceof AugmentationStep.TimeStretch
        ? new TimeStretch(value)
        : new PitchShift(value);
  }

  private static Augmentation channel(AugmentationStep step, double value) {
    if (step instanceof AugmentationStep.Gain) {
      return new Gain(value);
    }
    if (step instanceof AugmentationStep.Shift) {
      return new Delay(value);
    }
    if (step instanceof AugmentationStep.Trim) {
      SpeechTrimming standard = SpeechTrimming.standard();
      return new TrimmedSilence(
          new SpeechTrimming(standard.aboveNoise(), standard.belowPeak(), value));
    }
    return step instanceof AugmentationStep.Telephone ? new TelephoneBand() : new MuLaw();
  }
}
