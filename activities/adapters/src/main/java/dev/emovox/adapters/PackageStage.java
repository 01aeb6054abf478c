package dev.emovox.adapters;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.StepKey;
import dev.emovox.baselines.BaselineModel;
import dev.emovox.baselines.BaselineModelFormat;
import dev.emovox.contracts.PackageRequest;
import dev.emovox.contracts.StageResult;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.drift.DriftReference;
import dev.emovox.drift.Verdict;
import dev.emovox.inference.BaselinePackage;
import dev.emovox.inference.PackageContents;
import dev.emovox.inference.packaging.Provenance;
import dev.emovox.records.rows.FeatureRow;
import dev.emovox.settings.SnakeCaseJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Packs a fitted model with all that serving needs and all that an auditor asks for. */
final class PackageStage {
  private static final int CODE_VERSION = 3;

  private final StageMemory memory;
  private final PackageStore packages;
  private final ArtifactStore store;
  private final StoredTables tables;
  private final DriftReferences references;
  private final Heartbeats heartbeats;
  private final String programVersion;

  PackageStage(Stores stores, Heartbeats heartbeats, String programVersion) {
    this.memory = stores.memory();
    this.packages = stores.packages();
    this.store = stores.artifacts();
    this.tables = stores.tables();
    this.references = new DriftReferences(stores);
    this.heartbeats = heartbeats;
    this.programVersion = programVersion;
  }

  private record Settings(
      String kind, LabelSet labels, FeatureSettings preprocessing, String programVersion) {}

  StageResult run(PackageRequest request) {
    StepKey key =
        StepKey.of(
            "package",
            CODE_VERSION,
            new Settings(request.kind(), request.labels(), request.preprocessing(), programVersion),
            inputs(request));
    return heartbeats.during(() -> memory.recall(key, Void.class, () -> make(request))).stage();
  }

  private static List<Digest> inputs(PackageRequest request) {
    return Stream.concat(
            Stream.of(
                request.model(),
                request.manifest(),
                request.split(),
                request.features(),
                request.evaluation()),
            Stream.concat(request.augmented().stream(), request.calibration().stream()))
        .map(ArtifactRef::digest)
        .toList();
  }

  private StageMemory.Made<Void> make(PackageRequest request) {
    BaselineModel model = new BaselineModelFormat().read(store.read(request.model()));
    verify(request, model);
    Optional<TemperatureScaling> calibration = calibration(request);
    BaselinePackage packed =
        BaselinePackage.of(
            new PackageContents(
                model,
                request.preprocessing(),
                provenance(request),
                reference(request, model, calibration),
                calibration));
    return new StageMemory.Made<>(packages.writeAll(packed.files(), packed.digest()), null);
  }

  private Optional<DriftReference> reference(
      PackageRequest request, BaselineModel model, Optional<TemperatureScaling> calibration) {
    List<SplitRow> split = tables.rows(request.split(), SplitRow.class);
    LabelledFeatures data =
        LabelledFeatures.join(
            tables.rows(request.features(), FeatureRow.class), split, request.labels());
    List<Verdict> verdicts =
        Scoring.probabilities(model, calibration, data.part(SplitPart.TEST)).stream()
            .map(Verdict::of)
            .toList();
    return references.of(
        request.labels(),
        new DriftReferences.TrainingPart(
            List.of(request.manifest().digest(), request.split().digest()),
            digests -> passOn(request, data, digests)),
        verdicts);
  }

  private void passOn(PackageRequest request, LabelledFeatures data, Consumer<String> digests) {
    tables.forEach(
        request.manifest(),
        ManifestRow.class,
        row -> {
          if (data.parts().get(row.id()) == SplitPart.TRAIN) {
            digests.accept(row.contentDigest());
          }
        });
  }

  private static void verify(PackageRequest request, BaselineModel model) {
    if (!model.labels().equals(request.labels()) || !model.kind().equals(request.kind())) {
      throw new WorkFailedException(
          "The model %s is a %s with the classes %s, but a %s with the classes %s was to be packed."
              .formatted(
                  request.model().uri(),
                  model.kind(),
                  model.labels().labels(),
                  request.kind(),
                  request.labels().labels()));
    }
  }

  private Optional<TemperatureScaling> calibration(PackageRequest request) {
    return request
        .calibration()
        .map(store::read)
        .map(content -> new SnakeCaseJson().read(content, TemperatureScaling.class));
  }

  private Provenance provenance(PackageRequest request) {
    return new Provenance(
        request.manifest().digest(),
        request.split().digest(),
        request.features().digest(),
        request.evaluation().digest(),
        programVersion,
        request.augmented().map(ArtifactRef::digest));
  }
}
