package dev.emovox.audit.testing;

import dev.emovox.baselines.BaselineModel;
import dev.emovox.baselines.BaselineModelFormat;
import dev.emovox.baselines.BaselineTrainer;
import dev.emovox.baselines.TrainingTable;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FitOutcome;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.evaluation.Bootstrap;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.evaluation.Evaluator;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.records.rows.AugmentedRow;
import dev.emovox.records.rows.FeatureRow;
import dev.emovox.tables.ParquetTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the baseline of a run on a split, from features to package. */
final class BaselineMaking {
  private final Plant plant;
  private final Store store;
  private final ExperimentPlan plan;
  private final Map<String, ManifestRow> clips;
  private final BaselineSettings settings;
  private final LabelSet labels;
  private final List<FeatureRow> features;

  BaselineMaking(Plant plant, Store store, ExperimentPlan plan, List<ManifestRow> clips) {
    this.plant = plant;
    this.store = store;
    this.plan = plan;
    this.clips =
        clips.stream().collect(Collectors.toMap(ManifestRow::id, clip -> clip, (a, b) -> b));
    this.settings = plan.models().get(0);
    this.labels = LabelSet.sorted(clips.stream().map(ManifestRow::emotion).toList());
    this.features =
        plant.apply(
            Steps.FEATURES, clips.stream().map(clip -> Speech.features(clip, clip.id())).toList());
    store.stage(StageNames.FEATURES, store.table("features", FeatureRow.class, features));
  }

  private FeatureSettings set() {
    return plan.features().get(0);
  }

  TrainedModel make(String split) {
    Map<String, SplitPart> parts =
        new ParquetTable()
                .read(SplitRow.class, read(store.output(StageNames.split(split), "split").uri()))
                .stream()
                .collect(Collectors.toMap(SplitRow::id, SplitRow::part, (a, b) -> b));
    List<FeatureRow> copies = copies(split, parts);
    BaselineModel twin = fit(parts, EnumSet.of(SplitPart.TRAIN), copies);
    Set<SplitPart> fitted =
        plant.apply(Steps.FITTED_PARTS, EnumSet.of(SplitPart.TRAIN, SplitPart.VALIDATION));
    BaselineModel model = fit(parts, fitted, copies);
    SplitPart validated = plant.apply(Steps.VALIDATED_PART, SplitPart.VALIDATION);
    FitOutcome fit = store(split, model, report(score(twin, parts, validated)));
    Tests tests = new Tests(plant, store, settings.name());
    byte[] tested = plant.apply(Steps.TESTED_MODEL, new BaselineModelFormat().write(model));
    List<ScoredClip> scored =
        score(
            new BaselineModelFormat().read(tested),
            parts,
            plant.apply(Steps.TESTED_PART, SplitPart.TEST));
    var evaluation = tests.make(split, scored, this::report);
    StageResult packed =
        new BaselinePacking(plant, store, set(), labels)
            .pack(split, new BaselineModelFormat().write(model), evaluation);
    return new TrainedModel(settings, split, fit, evaluation, packed);
  }

  private byte[] read(String uri) {
    return store.evidence().objects().get(uri);
  }

  private List<FeatureRow> copies(String split, Map<String, SplitPart> parts) {
    List<AugmentedRow> copies =
        plant.apply(
            Steps.COPIES,
            clips.values().stream()
                .filter(clip -> parts.get(clip.id()) == SplitPart.TRAIN)
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .map(BaselineMaking::copy)
                .toList());
    store.stage(
        StageNames.augment("louder", split),
        store.table("augmented-set", AugmentedRow.class, copies));
    List<FeatureRow> rows =
        copies.stream()
            .map(copy -> Speech.features(clips.get(copy.sourceId()), copy.id()))
            .toList();
    store.stage(
        StageNames.features(set().set(), "louder", split),
        store.table("features", FeatureRow.class, rows));
    return rows;
  }

  private static AugmentedRow copy(ManifestRow source) {
    return new AugmentedRow(
        source.id() + "#1",
        source.corpus(),
        source.path(),
        Digest.of("louder " + source.id()).toString(),
        "",
        source.speaker(),
        source.sex(),
        source.sentence(),
        source.emotion(),
        "",
        "",
        "wav",
        16_000,
        1,
        source.seconds(),
        source.bytes(),
        source.id(),
        source.contentDigest(),
        SplitPart.TRAIN,
        1,
        7,
        List.of("{}"),
        0);
  }

  private BaselineModel fit(
      Map<String, SplitPart> parts, Set<SplitPart> wanted, List<FeatureRow> copies) {
    List<FeatureRow> rows = new ArrayList<>();
    features.stream().filter(row -> wanted.contains(parts.get(row.id()))).forEach(rows::add);
    rows.addAll(copies);
    return new BaselineTrainer()
        .fit(
            settings,
            new TrainingTable(
                IntStream.range(0, rows.get(0).values().size())
                    .mapToObj(i -> "feature " + i)
                    .toList(),
                rows.stream().map(BaselineMaking::vector).toArray(double[][]::new),
                rows.stream().mapToInt(row -> labels.index(row.emotion())).toArray(),
                labels),
            plan.seed());
  }

  private static double[] vector(FeatureRow row) {
    return row.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private FitOutcome store(String split, BaselineModel model, EvaluationReport validation) {
    StageResult stage =
        store.stage(
            StageNames.fit(settings.name(), split),
            store.bytes("model", new BaselineModelFormat().write(model)),
            store.document("validation", validation));
    double score = validation.overall().unweightedAverageRecall().value();
    return new FitOutcome(stage, plant.apply(Steps.VALIDATION_SCORE, score));
  }

  private List<ScoredClip> score(
      BaselineModel model, Map<String, SplitPart> parts, SplitPart part) {
    return features.stream()
        .filter(row -> parts.get(row.id()) == part)
        .map(row -> score(model, row))
        .toList();
  }

  private ScoredClip score(BaselineModel model, FeatureRow row) {
    List<Double> probabilities = Arrays.stream(model.probabilities(vector(row))).boxed().toList();
    int best = probabilities.get(0) >= probabilities.get(1) ? 0 : 1;
    return new ScoredClip(
        row.id(), row.corpus(), row.speaker(), row.emotion(), labels.name(best), probabilities);
  }

  private EvaluationReport report(List<ScoredClip> scored) {
    return new Evaluator(Bootstrap.standard(plan.seed())).evaluate(labels, scored);
  }
}
