package dev.emovox.adapters.stages;

import dev.emovox.adapters.Stores;
import dev.emovox.adapters.network.CacheFolder;
import dev.emovox.adapters.network.CheckpointCache;
import dev.emovox.adapters.network.ScratchFolder;
import dev.emovox.artifacts.CachedOutput;
import dev.emovox.artifacts.CheckpointIndex;
import dev.emovox.artifacts.CheckpointObject;
import dev.emovox.artifacts.CheckpointOrigin;
import dev.emovox.artifacts.CheckpointProgress;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.StartingPoint;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.config.ParameterShapes;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.scratch.RandomCheckpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What networks start from: checkpoints that were imported, or random ones that are made here. */
final class StartingCheckpoints {
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  private final Stores stores;
  private final CacheFolder cache;
  private final CheckpointCache copies;

  StartingCheckpoints(Stores stores, CacheFolder cache) {
    this.stores = stores;
    this.cache = cache;
    this.copies = new CheckpointCache(stores.checkpoints(), cache);
  }

  /** Opens a stored checkpoint; the caller closes it. */
  Checkpoint open(ArtifactRef index) {
    return copies.open(index, CheckpointProgress.none());
  }

  /**
   * The checkpoint of a request: index first, then its files.
   *
   * @throws InvalidInputException if it was not imported, or is not whole any more
   */
  List<CachedOutput> provide(FineTuningRequest request) {
    return request.settings().start() instanceof StartingPoint.Pretrained pretrained
        ? imported(pretrained.source())
        : made((StartingPoint.Scratch) request.settings().start(), request);
  }

  private List<CachedOutput> imported(String source) {
    if (!DIGEST.matcher(source).matches()) {
      throw new InvalidInputException(
          "Networks start from checkpoints that are stored already, named by digest, and '%s' is none. Import it with `./emovox model import '%s'`, and give the digest that it prints."
              .formatted(source, source));
    }
    List<CachedOutput> outputs = outputs(Digest.parse(source));
    for (CachedOutput output : outputs) {
      stores
          .artifacts()
          .defect(output.artifact())
          .ifPresent(
              defect -> {
                throw new InvalidInputException(
                    "Checkpoint %s is not whole any more: %s Import it again with `./emovox model import`: what is missing is sent anew."
                        .formatted(source, defect));
              });
    }
    return outputs;
  }

  private List<CachedOutput> made(StartingPoint.Scratch start, FineTuningRequest request) {
    long seed = DerivedSeed.of("random weights", request.seed());
    RandomCheckpoint random = RandomCheckpoint.of(start.architecture(), request.labels(), seed);
    try (ScratchFolder scratch = ScratchFolder.in(cache)) {
      Path folder = scratch.path().resolve("checkpoint");
      random.write(folder);
      CheckpointIndex index = index(folder, request);
      stores.checkpoints().store(index, folder, CheckpointProgress.none());
      stores.checkpoints().record(index.digest(), origin(seed));
      return outputs(index.digest());
    }
  }

  private static CheckpointIndex index(Path folder, FineTuningRequest request) {
    try (Checkpoint checkpoint = CheckpointFolder.open(folder)) {
      CheckpointIndex.Summary summary =
          new CheckpointIndex.Summary(
              checkpoint.config().modelType().written(),
              parameters(checkpoint.config()),
              request.labels().labels(),
              checkpoint.format());
      return CheckpointIndex.of(
          summary,
          checkpoint.files().stream()
              .map(file -> new CheckpointObject(file.name(), file.digest(), file.bytes()))
              .toList());
    }
  }

  private static CheckpointOrigin origin(long seed) {
    return new CheckpointOrigin(
        CheckpointOrigin.SCRATCH,
        "random weights of seed " + seed,
        null,
        null,
        null,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        System.getProperty("user.name"));
  }

  private List<CachedOutput> outputs(Digest checkpoint) {
    ArtifactRef reference = stores.checkpoints().reference(checkpoint);
    CheckpointIndex index = stores.checkpoints().find(checkpoint).orElseThrow();
    List<CachedOutput> outputs = new ArrayList<>();
    outputs.add(new CachedOutput("checkpoint", reference));
    for (CheckpointObject file : index.files()) {
      outputs.add(
          new CachedOutput(
              "checkpoint/" + file.name(), stores.checkpoints().reference(checkpoint, file)));
    }
    return outputs;
  }

  /** How many numbers a network has, its head included. */
  static long parameters(Wav2Vec2Config config) {
    return ParameterShapes.of(config).values().stream()
        .mapToLong(shape -> shape.stream().reduce(1L, Math::multiplyExact))
        .sum();
  }
}
