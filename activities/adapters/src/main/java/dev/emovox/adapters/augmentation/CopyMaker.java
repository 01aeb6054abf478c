package dev.emovox.adapters.augmentation;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.Resampler;
import dev.emovox.audio.WavWriter;
import dev.emovox.audio.augmentation.FullScale;
import dev.emovox.audio.augmentation.noise.SpeakerVoices;
import dev.emovox.audio.augmentation.pipeline.Augmented;
import dev.emovox.audio.augmentation.pipeline.Pipeline;
import dev.emovox.audio.augmentation.pipeline.StepMaker;
import dev.emovox.audio.augmentation.pipeline.VersionSeed;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.Digest;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.settings.SnakeCaseJson;
import java.nio.charset.StandardCharsets;

/**
 * Makes copies. A copy follows from the run's seed, its clip's digest, its number and the steps
 * alone; where there is babble, from the other clips of the training part too.
 *
 * <p>Copies are kept in 16 bits at the rate at which they are made: what corpora are recorded in,
 * and a sixth of what the samples take in memory where a corpus has 48 kHz.
 *
 * @param augmentation what is done
 * @param seed of the run
 * @param voices for babble
 */
record CopyMaker(OfflineAugmentation augmentation, long seed, SpeakerVoices voices) {
  private static final Resampler RESAMPLER = new Resampler();
  private static final SnakeCaseJson JSON = new SnakeCaseJson();

  /** The clip at the rate of the copies. */
  AudioClip prepared(AudioClip clip) {
    return RESAMPLER.resample(clip, augmentation.sampleRate());
  }

  /**
   * A copy.
   *
   * @param clip as {@link #prepared}
   * @param version from 1
   * @throws dev.emovox.domain.InvalidInputException if it can't be made
   */
  Copy make(ManifestRow source, AudioClip clip, int version) {
    long own = VersionSeed.of(Digest.parse(source.contentDigest()), seed, version);
    Pipeline pipeline =
        new Pipeline(augmentation.steps(), new StepMaker(voices.otherThan(source.speaker())));
    Augmented augmented = pipeline.apply(clip.samples(), clip.sampleRate(), own);
    FullScale heard = FullScale.of(augmented.waveform());
    AudioClip kept = new AudioClip(heard.samples(), clip.sampleRate());
    byte[] wav = WavWriter.encode(kept);
    return new Copy(
        version,
        own,
        augmented.steps().stream().map(CopyMaker::json).toList(),
        heard.attenuation(),
        kept.sampleRate(),
        kept.seconds(),
        Digest.of(wav),
        wav);
  }

  private static String json(AugmentationStep step) {
    return new String(JSON.write(step), StandardCharsets.UTF_8).strip();
  }
}
