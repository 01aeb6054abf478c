package dev.emovox.serving.model;

import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.drift.DriftReference;
import dev.emovox.inference.Preprocessing;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A registry and store in memory, in which anything can go wrong on demand. */
public final class FakeModelSource implements ModelSource {
  private static final Preprocessing PREPROCESSING =
      new Preprocessing.Features(FeatureSettings.paper());

  private final Map<String, Supplier<EmotionModel>> versions = new ConcurrentHashMap<>();
  private final Map<String, ModelFacts> facts = new ConcurrentHashMap<>();
  private final AtomicInteger loads = new AtomicInteger();
  private final Map<ModelRole, String> aliases = new ConcurrentHashMap<>();
  private volatile Optional<DriftReference> reference = Optional.empty();
  private volatile Optional<RuntimeException> outage = Optional.empty();

  /** Adds a version; {@code loading} makes its model or throws what loading it throws. */
  public FakeModelSource add(String version, Supplier<EmotionModel> loading) {
    versions.put(version, loading);
    return this;
  }

  /** Says what the package of a version tells beside its preprocessing. */
  public void describe(
      String version, Optional<TemperatureScaling> calibration, int selfTestClips) {
    facts.put(version, new ModelFacts(PREPROCESSING, calibration, selfTestClips, Optional.empty()));
  }

  /** Points the champion's alias to a version. */
  public void promote(String version) {
    promote(ModelRole.CHAMPION, version);
  }

  /** Points the alias of a role to a version. */
  public void promote(ModelRole role, String version) {
    aliases.put(role, version);
  }

  /** Takes the champion's alias away. */
  public void demote() {
    demote(ModelRole.CHAMPION);
  }

  /** Takes the alias of a role away. */
  public void demote(ModelRole role) {
    aliases.remove(role);
  }

  /** What packages say from now on that their model heard. */
  public void refer(Optional<DriftReference> packaged) {
    reference = packaged;
  }

  /** From now on the registry answers with this failure. */
  public void fail(RuntimeException failure) {
    outage = Optional.of(failure);
  }

  /** From now on the registry answers again. */
  public void recover() {
    outage = Optional.empty();
  }

  /** How often a version was loaded or tried. */
  public int loads() {
    return loads.get();
  }

  /** What the alias means when it points to {@code version}. */
  public static ModelPointer pointer(String version) {
    Digest digest = digest(version);
    return new ModelPointer(
        "emovox",
        version,
        "run-" + version,
        "s3://emovox/models/" + digest.hex() + "/",
        Optional.of(digest));
  }

  /** The digest of a version's package. */
  public static Digest digest(String version) {
    return Digest.of("package of version " + version);
  }

  @Override
  public Optional<ModelPointer> find(ModelRole role) {
    if (outage.isPresent()) {
      throw outage.get();
    }
    return Optional.ofNullable(aliases.get(role)).map(FakeModelSource::pointer);
  }

  @Override
  public LoadedModel load(ModelPointer pointer) {
    loads.incrementAndGet();
    Supplier<EmotionModel> loading = versions.get(pointer.version());
    if (loading == null) {
      throw new InvalidInputException("no package of version " + pointer.version());
    }
    ModelIdentity identity =
        new ModelIdentity(
            pointer.name(), pointer.version(), pointer.run(), digest(pointer.version()));
    ModelFacts said = facts.getOrDefault(pointer.version(), ModelFacts.of(PREPROCESSING));
    return new LoadedModel(
        identity,
        new ModelFacts(said.preprocessing(), said.calibration(), said.selfTestClips(), reference),
        loading.get());
  }
}
