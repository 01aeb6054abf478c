package dev.emovox.adapters;

import dev.emovox.artifacts.ArtifactKind;
import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.CachedOutput;
import dev.emovox.artifacts.StepKey;
import dev.emovox.baselines.BaselineModel;
import dev.emovox.baselines.BaselineModelFormat;
import dev.emovox.baselines.BaselineTrainer;
import dev.emovox.baselines.TrainingTable;
import dev.emovox.contracts.FitOutcome;
import dev.emovox.contracts.FitRequest;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.evaluation.Bootstrap;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.evaluation.Evaluator;
import dev.emovox.evaluation.calibration.TemperatureFit;
import dev.emovox.records.rows.FeatureRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fits a model on the training and validation parts, and a twin on the training part alone, whose
 * score on the validation part says how good such a model is without touching the test part. Copies
 * of clips, where there are any, are of the training part's and are learnt from by both.
 *
 * <p>The calibration is the twin's, since there are no clips that the model has not learnt from but
 * those of its test. The model has learnt from more clips than the twin, so that it is as sure or
 * surer than needs be; the test report says what its probabilities are worth.
 */
final class FitStage {
  private static final Logger LOG = LoggerFactory.getLogger(FitStage.class);
  private static final int CODE_VERSION = 3;

  private final StageMemory memory;
  private final StoredTables tables;
  private final ArtifactStore store;
  private final Heartbeats heartbeats;

  FitStage(Stores stores, Heartbeats heartbeats) {
    this.memory = stores.memory();
    this.tables = stores.tables();
    this.store = stores.artifacts();
    this.heartbeats = heartbeats;
  }

  private record Settings(BaselineSettings model, LabelSet labels, long seed) {}

  /** How the twin did. */
  record Summary(double validationUnweightedAverageRecall) {}

  FitOutcome run(FitRequest request) {
    StepKey key =
        StepKey.of(
            "fit",
            CODE_VERSION,
            // What the features are called does not matter, only what they are.
            new Settings(
                request.model().withFeatures(Optional.empty()).withAugmentation(Optional.empty()),
                request.labels(),
                request.seed()),
            inputs(request));
    var fit =
        heartbeats
            .during(() -> memory.find(key, Summary.class))
            .orElseGet(() -> memory.remember(key, make(request)));
    return new FitOutcome(fit.stage(), fit.summary().validationUnweightedAverageRecall());
  }

  private static List<Digest> inputs(FitRequest request) {
    List<Digest> inputs = new ArrayList<>();
    inputs.add(request.features().digest());
    inputs.add(request.split().digest());
    request
        .augmented()
        .ifPresent(
            copies -> {
              inputs.add(copies.set().digest());
              inputs.add(copies.features().digest());
            });
    return inputs;
  }

  /** In steps, so that a cancellation is noticed between them. */
  private StageMemory.Made<Summary> make(FitRequest request) {
    LabelledFeatures data = heartbeats.during(() -> data(request));
    TrainingCopies copies = heartbeats.during(() -> copies(request, data));
    BaselineModel twin = fit(request, data.training(copies, SplitPart.TRAIN));
    List<FeatureRow> held = data.part(SplitPart.VALIDATION);
    EvaluationReport validation = heartbeats.during(() -> validate(request, twin, held));
    Optional<TemperatureScaling> calibration =
        heartbeats.during(() -> TemperatureFit.of(Scoring.logits(twin, held)));
    BaselineModel model =
        fit(request, data.training(copies, SplitPart.TRAIN, SplitPart.VALIDATION));
    byte[] content = new BaselineModelFormat().write(model);
    List<CachedOutput> outputs = new ArrayList<>();
    outputs.add(
        new CachedOutput("model", store.put(content, ArtifactKind.binary("baseline-model"))));
    outputs.add(tables.document("validation", validation));
    calibration.ifPresent(fitted -> outputs.add(tables.document("calibration", fitted)));
    return new StageMemory.Made<>(
        outputs, new Summary(validation.overall().unweightedAverageRecall().value()));
  }

  private LabelledFeatures data(FitRequest request) {
    return LabelledFeatures.join(
        tables.rows(request.features(), FeatureRow.class),
        tables.rows(request.split(), SplitRow.class),
        request.labels());
  }

  private TrainingCopies copies(FitRequest request, LabelledFeatures data) {
    return request
        .augmented()
        .map(
            copies ->
                TrainingCopies.of(
                    tables.rows(copies.features(), FeatureRow.class),
                    tables.rows(copies.set(), TrainingCopies.Origin.class),
                    data))
        .orElseGet(TrainingCopies::none);
  }

  private BaselineModel fit(FitRequest request, TrainingTable table) {
    long start = System.nanoTime();
    BaselineModel model =
        heartbeats.during(() -> new BaselineTrainer().fit(request.model(), table, request.seed()));
    LOG.info(
        "{} fitted on {} clips and copies in {} ms",
        request.model().name(),
        table.labels().length,
        Duration.ofNanos(System.nanoTime() - start).toMillis());
    return model;
  }

  private static EvaluationReport validate(
      FitRequest request, BaselineModel twin, List<FeatureRow> held) {
    return new Evaluator(Bootstrap.standard(request.seed()))
        .evaluate(request.labels(), Scoring.score(twin, held));
  }
}
