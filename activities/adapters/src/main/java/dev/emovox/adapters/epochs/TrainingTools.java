package dev.emovox.adapters.epochs;

import dev.emovox.adapters.Stores;
import dev.emovox.adapters.network.CheckpointCache;
import dev.emovox.adapters.network.Patience;
import dev.emovox.adapters.network.StepMetrics;
import dev.emovox.adapters.waveforms.StoredWaveforms;
import dev.emovox.adapters.waveforms.WaveformCache;
import dev.emovox.adapters.waveforms.WaveformForm;
import dev.emovox.artifacts.CheckpointStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.artifacts.TrainingCheckpoints;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.engine.Libtorch;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import java.time.Duration;

/**
 * What work at the device is done with.
 *
 * @param stores artefacts and clips
 * @param checkpoints of work under way
 * @param originals what networks start from
 * @param settings of this process
 * @param metrics where steps are shown
 */
record TrainingTools(
    Stores stores,
    TrainingCheckpoints checkpoints,
    CheckpointCache originals,
    TrainingSettings settings,
    StepMetrics metrics) {
  private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(30);
  private static final Duration PAUSE = Duration.ofSeconds(3);

  static TrainingTools of(
      Stores stores, S3Connection s3, TrainingSettings settings, StepMetrics metrics) {
    return new TrainingTools(
        stores,
        new TrainingCheckpoints(s3),
        new CheckpointCache(new CheckpointStore(s3), settings.cache()),
        settings,
        metrics);
  }

  /**
   * What a network starts from, with a libtorch that computes on the calling thread, which is to
   * train, as the settings say.
   */
  Checkpoint open(ArtifactRef index, Pulse pulse) {
    pulse.allow(Pulse.OPERATION);
    Libtorch.start(LibtorchSettings.of(settings.device()).withThreads(settings.threads()))
        .cores()
        .takeAll();
    return originals.open(index, (file, done, total) -> pulse.allow(Pulse.OPERATION));
  }

  /** The waveforms of a table's clips as a network hears them. */
  StoredWaveforms waveforms(TrainingClips clips, WaveformForm form, Pulse pulse) {
    WaveformCache cache =
        new WaveformCache(settings.cache().folder("waveforms"), settings.waveformBytes());
    return new StoredWaveforms(stores.artifacts(), cache, form, clips.digests(), patience(pulse));
  }

  /** Waits for the store while it is away, unless the work is to end. */
  Patience patience(Pulse pulse) {
    return new Patience(
        LONGEST_OUTAGE,
        PAUSE,
        () -> {
          pulse.throwIfStopped();
          pulse.allow(Pulse.OPERATION);
        });
  }
}
