package dev.emovox.audit.testing;

import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.Digest;
import dev.emovox.domain.Scores;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.tracking.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A registry with one version. */
public final class MemoryRegistry implements Registry {
  private ModelVersion version;

  private MemoryRegistry(ModelVersion version) {
    this.version = version;
  }

  /** The first model of a run as version 1. */
  public static MemoryRegistry with(MadeRun run) {
    TrainedModel model = run.status().models().get(0);
    Digest digest = model.modelPackage().output("package").digest();
    Scores test = model.evaluation().overall();
    Map<String, String> tags =
        Map.of(
            "emovox.run", run.plan().runId(),
            "emovox.digest", digest.toString(),
            "emovox.accuracy", Double.toString(test.accuracy().value()),
            "emovox.unweighted_average_recall",
                Double.toString(test.unweightedAverageRecall().value()));
    return new MemoryRegistry(
        new ModelVersion(
            "emovox",
            "1",
            Optional.of(digest),
            "s3://emovox/models/" + digest.hex() + "/",
            "",
            Instant.EPOCH,
            tags,
            List.of()));
  }

  /** Changes a tag by hand. */
  public void tagged(String key, String value) {
    tag(version, key, value);
  }

  /** Changes the address by hand. */
  public void movedTo(String source) {
    replace(source, version.tags());
  }

  private void replace(String source, Map<String, String> tags) {
    version =
        new ModelVersion(
            version.name(),
            version.version(),
            version.digest(),
            source,
            "",
            Instant.EPOCH,
            tags,
            List.of());
  }

  @Override
  public String modelName() {
    return "emovox";
  }

  @Override
  public List<ModelVersion> versions() {
    return List.of(version);
  }

  @Override
  public Optional<ModelVersion> champion() {
    return Optional.of(version);
  }

  @Override
  public void crown(ModelVersion other) {
    throw new UnsupportedOperationException("an audit moves nothing");
  }

  @Override
  public void tag(ModelVersion tagged, String key, String value) {
    Map<String, String> tags = new TreeMap<>(version.tags());
    tags.put(key, value);
    replace(version.source(), tags);
  }
}
