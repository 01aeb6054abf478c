package dev.emovox.audit.testing;

import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.StageResult;
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

/** A registry in memory. */
public final class MemoryRegistry implements Registry {
  private final Map<String, ModelVersion> versions = new TreeMap<>();
  private String champion = "1";

  private MemoryRegistry() {}

  /** The first model of a run as version 1. */
  public static MemoryRegistry with(MadeRun run) {
    MemoryRegistry registry = new MemoryRegistry();
    TrainedModel model = run.status().models().get(0);
    registry.register(run, model.modelPackage(), model.evaluation());
    return registry;
  }

  /** All models of a run, the baselines first. */
  public static MemoryRegistry withAll(MadeRun run) {
    MemoryRegistry registry = new MemoryRegistry();
    for (TrainedModel model : run.status().models()) {
      registry.register(run, model.modelPackage(), model.evaluation());
    }
    for (NetworkStatus network : run.status().networks()) {
      registry.register(run, network.modelPackage(), network.evaluation());
    }
    return registry;
  }

  private void register(MadeRun run, StageResult modelPackage, EvaluationOutcome evaluation) {
    Digest digest = modelPackage.output("package").digest();
    Scores test = evaluation.overall();
    Map<String, String> tags =
        Map.of(
            "emovox.run", run.plan().runId(),
            "emovox.digest", digest.toString(),
            "emovox.accuracy", Double.toString(test.accuracy().value()),
            "emovox.unweighted_average_recall",
                Double.toString(test.unweightedAverageRecall().value()));
    String number = Integer.toString(versions.size() + 1);
    versions.put(number, version(number, digest, address(digest), tags));
  }

  private static String address(Digest digest) {
    return "s3://emovox/models/" + digest.hex() + "/";
  }

  private static ModelVersion version(
      String number, Digest digest, String source, Map<String, String> tags) {
    return new ModelVersion(
        "emovox", number, Optional.of(digest), source, "", Instant.EPOCH, tags, List.of());
  }

  /** Changes a tag of version 1 by hand. */
  public void tagged(String key, String value) {
    tag(versions.get("1"), key, value);
  }

  /** Changes the address of version 1 by hand. */
  public void movedTo(String source) {
    ModelVersion version = versions.get("1");
    versions.put("1", version("1", version.digest().orElseThrow(), source, version.tags()));
  }

  /** Gives a version the package of another, scores and all. */
  public void disguise(String number, String as) {
    ModelVersion other = versions.get(as);
    Map<String, String> tags = new TreeMap<>(versions.get(number).tags());
    other
        .tags()
        .forEach((key, value) -> tags.computeIfPresent(key, (same, old) -> shown(key, old, value)));
    versions.put(number, version(number, other.digest().orElseThrow(), other.source(), tags));
  }

  /** What the ledger left there stays. */
  private static String shown(String key, String own, String other) {
    return key.contains("ledger") || key.contains("promoted") ? own : other;
  }

  @Override
  public String modelName() {
    return "emovox";
  }

  @Override
  public List<ModelVersion> versions() {
    return List.copyOf(versions.values());
  }

  @Override
  public Optional<ModelVersion> champion() {
    return Optional.of(versions.get(champion));
  }

  @Override
  public void crown(ModelVersion version) {
    champion = version.version();
  }

  @Override
  public void tag(ModelVersion tagged, String key, String value) {
    ModelVersion now = versions.get(tagged.version());
    Map<String, String> tags = new TreeMap<>(now.tags());
    tags.put(key, value);
    versions.put(
        now.version(), version(now.version(), now.digest().orElseThrow(), now.source(), tags));
  }
}
