package dev.emovox.adapters.stages;

import dev.emovox.adapters.CheckpointGoneException;
import dev.emovox.adapters.StageMemory;
import dev.emovox.adapters.Stores;
import dev.emovox.adapters.epochs.TrainingSettings;
import dev.emovox.adapters.network.CacheFolder;
import dev.emovox.adapters.network.ScratchFolder;
import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.NetworkPackageRequest;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.inference.Wav2Vec2Package;
import dev.emovox.inference.packaging.BaseCheckpoint;
import dev.emovox.inference.packaging.CheckpointProvenance;
import dev.emovox.inference.packaging.FineTuning;
import dev.emovox.records.rows.EpochRecord;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointExport;
import dev.emovox.wav2vec2.checkpoint.ModelCard;
import dev.emovox.wav2vec2.checkpoint.SafetensorsFile;
import dev.emovox.wav2vec2.config.ParameterShapes;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.engine.Libtorch;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Packs a network with all that serving needs and all that an auditor asks for. Weights are
 * streamed by way of this machine's disk, and loaded once for the self-test. On one kind of machine
 * the same request makes the same bytes.
 */
final class NetworkPackaging {
  private static final int CODE_VERSION = 3;
  private static final long ROOM_BESIDE_WEIGHTS = 16L << 20;

  private final Stores stores;
  private final StartingCheckpoints checkpoints;
  private final CacheFolder cache;
  private final NetworkReferences references;
  private final LibtorchSettings libtorch;
  private final String programVersion;

  NetworkPackaging(
      Stores stores,
      StartingCheckpoints checkpoints,
      TrainingSettings settings,
      String programVersion) {
    this.stores = stores;
    this.checkpoints = checkpoints;
    this.cache = settings.cache();
    this.references = new NetworkReferences(stores);
    // A process has one libtorch, and training in this one may need that of another device.
    this.libtorch = LibtorchSettings.of(settings.device()).withThreads(settings.threads());
    this.programVersion = programVersion;
  }

  private record Settings(
      LabelSet labels, double longestSeconds, NetworkOrigin origin, String programVersion) {}

  StageResult run(NetworkPackageRequest request) {
    NetworkOrigin origin = NetworkOrigin.of(stores.checkpoints(), request.checkpoint());
    StepKey key =
        StepKey.of(
            "network-package",
            CODE_VERSION,
            new Settings(request.labels(), request.longestSeconds(), origin, programVersion),
            Stream.concat(
                    Stream.of(
                        request.checkpoint(),
                        request.weights(),
                        request.position(),
                        request.manifest(),
                        request.split(),
                        request.clips(),
                        request.evaluation()),
                    request.predictions().stream())
                .map(ArtifactRef::digest)
                .toList());
    return stores.memory().recall(key, Void.class, () -> make(request, origin)).stage();
  }

  private StageMemory.Made<Void> make(NetworkPackageRequest request, NetworkOrigin origin) {
    Optional<TemperatureScaling> calibration = selected(request).calibration();
    Libtorch.start(libtorch);
    try (ScratchFolder scratch = ScratchFolder.in(cache)) {
      scratch.requireRoom("Packing a network", 2 * request.weights().bytes() + ROOM_BESIDE_WEIGHTS);
      Path folder = scratch.path().resolve("package");
      ModelCard card = origin.card(request, calibration);
      export(request, card, scratch.path().resolve("weights.safetensors"), folder);
      references.write(request, calibration, folder);
      try (Wav2Vec2Package sealed =
          Wav2Vec2Package.seal(folder, provenance(request, origin), calibration)) {
        return new StageMemory.Made<>(stores.packages().writeFolder(folder, sealed.digest()), null);
      }
    }
  }

  private EpochRecord selected(NetworkPackageRequest request) {
    byte[] content = stores.artifacts().read(request.position());
    EpochRecord epoch = new SnakeCaseJson().read(content, EpochRecord.class);
    if (!epoch.weights().equals(request.weights().digest())) {
      throw new WorkFailedException(
          "The epoch's record %s is that of the weights %s, but %s were to be packed."
              .formatted(request.position().uri(), epoch.weights(), request.weights().digest()));
    }
    return epoch;
  }

  private void export(
      NetworkPackageRequest request, ModelCard card, Path weightsFile, Path folder) {
    fetch(request.weights(), weightsFile);
    try (Checkpoint checkpoint = checkpoints.open(request.checkpoint());
        SafetensorsFile weights = SafetensorsFile.open(weightsFile)) {
      Wav2Vec2Config config = checkpoint.config().withLabels(request.labels());
      verifyWeights(request.weights(), config, weights);
      new CheckpointExport(config, checkpoint.preprocessor(), card).write(folder, weights::tensor);
    }
  }

  private void fetch(ArtifactRef weights, Path target) {
    try {
      stores.artifacts().copy(weights, target);
    } catch (WorkFailedException e) {
      throw new CheckpointGoneException(
          "The weights that were to be packed are no longer kept: " + e.getMessage(), e);
    }
  }

  private static void verifyWeights(
      ArtifactRef artifact, Wav2Vec2Config config, SafetensorsFile weights) {
    boolean right =
        weights.names().equals(ParameterShapes.of(config).keySet())
            && ParameterShapes.of(config).entrySet().stream()
                .allMatch(entry -> weights.layout(entry.getKey()).shape().equals(entry.getValue()));
    if (!right) {
      throw new WorkFailedException(
          "The weights %s are not those of the network with the classes %s that was to be packed."
              .formatted(artifact.uri(), config.labels().labels()));
    }
  }

  private CheckpointProvenance provenance(NetworkPackageRequest request, NetworkOrigin origin) {
    FineTuning training =
        new FineTuning(
            request.manifest().digest(),
            request.split().digest(),
            request.clips().digest(),
            request.position().digest(),
            request.evaluation().digest(),
            request.longestSeconds());
    return new CheckpointProvenance(
        new BaseCheckpoint(origin.source(), origin.checkpoint()),
        Optional.of(training),
        programVersion);
  }
}
