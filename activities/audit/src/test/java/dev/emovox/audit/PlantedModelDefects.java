package dev.emovox.audit;

import static dev.emovox.audit.PlantedDefects.planted;
import static dev.emovox.audit.testing.Steps.EPOCH;
import static dev.emovox.audit.testing.Steps.EVALUATION;
import static dev.emovox.audit.testing.Steps.FINE_TUNING;
import static dev.emovox.audit.testing.Steps.FIRST_STAGE;
import static dev.emovox.audit.testing.Steps.KEPT_PLAN;
import static dev.emovox.audit.testing.Steps.LAST_STAGE;
import static dev.emovox.audit.testing.Steps.PACKED_LABELS;
import static dev.emovox.audit.testing.Steps.PACKED_MODEL;
import static dev.emovox.audit.testing.Steps.PLAN;
import static dev.emovox.audit.testing.Steps.PREDICTIONS;
import static dev.emovox.audit.testing.Steps.PREPROCESSING;
import static dev.emovox.audit.testing.Steps.PROVENANCE;
import static dev.emovox.audit.testing.Steps.REPORT;
import static dev.emovox.audit.testing.Steps.STATUS;
import static dev.emovox.audit.testing.Steps.STORED;
import static dev.emovox.audit.testing.Steps.TESTED_MODEL;
import static dev.emovox.audit.testing.Steps.TRACKED;
import static dev.emovox.audit.testing.Steps.TRAINING_CLIPS;

import dev.emovox.audit.PlantedDefects.Planted;
import dev.emovox.audit.testing.Changed;
import dev.emovox.audit.testing.Plans;
import dev.emovox.audit.testing.Plant;
import dev.emovox.audit.testing.Recorded;
import dev.emovox.audit.testing.RecordedNetworks;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TrainingStage.Resume;
import java.util.List;

/** What can be wrong with networks, scores, packages and witnesses, and the one rule about it. */
final class PlantedModelDefects {
  private PlantedModelDefects() {}

  static List<Planted> finetuning() {
    return List.of(
        planted(
            "checkpoint-not-by-rule",
            "another epoch than the best",
            Plant.at(FIRST_STAGE, stage -> RecordedNetworks.selected(stage, 3, "the best"))
                .and(
                    PLAN,
                    plan ->
                        Plans.withStage(
                            plan,
                            1,
                            stage -> Plans.stage(stage, Resume.FULL_STATE, stage.selection())))),
        planted(
            "checkpoint-by-hand",
            "an epoch by hand, against every rule",
            Plant.at(PLAN, plan -> Recorded.chosen(plan, "it looked good"))
                .and(
                    FIRST_STAGE,
                    stage -> RecordedNetworks.selected(stage, 3, "by hand: it looked good"))),
        planted(
            "override-without-reason",
            "an epoch by hand, and nobody says why",
            Plant.at(PLAN, plan -> Recorded.chosenBest(plan, " "))
                .and(FIRST_STAGE, stage -> RecordedNetworks.selected(stage, 2, "by hand"))),
        planted(
            "optimiser-not-resumed",
            "the second stage has a fresh optimiser",
            Plant.at(
                PLAN,
                plan ->
                    Plans.withStage(
                        plan, 1, stage -> Plans.stage(stage, Resume.WEIGHTS, stage.selection())))),
        planted(
            "resume-not-as-planned",
            "the plan says that the optimiser goes on, and it did not",
            Plant.at(EPOCH, RecordedNetworks::withoutOptimiser)),
        planted(
            "epoch-record-differs",
            "an epoch's score is better than it wrote down",
            Plant.at(LAST_STAGE, RecordedNetworks::betterFirstEpoch)),
        planted(
            "training-not-as-configured",
            "the plan that is shown has another learning rate",
            Plant.at(
                KEPT_PLAN,
                plan -> Plans.withStage(plan, 0, stage -> Plans.withLearningRate(stage, 1e-3)))),
        planted(
            "training-table-differs",
            "a test clip was learnt from",
            Plant.at(TRAINING_CLIPS, RecordedNetworks::testClipInTraining)),
        planted(
            "checkpoint-not-the-recorded-one",
            "another epoch was packed",
            Plant.at(FINE_TUNING, RecordedNetworks::otherPosition)),
        planted(
            "preprocessing-differs",
            "a network hears more in service than in training",
            Plant.at(FINE_TUNING, RecordedNetworks::longerClips)),
        planted(
            "provenance-differs",
            "a network's package names another split",
            Plant.at(FINE_TUNING, RecordedNetworks::otherSplit)));
  }

  static List<Planted> scores() {
    return List.of(
        planted(
            "metrics-differ",
            "the report's accuracy is better than its predictions",
            Plant.at(REPORT, Recorded::better)),
        planted(
            "class-names-permuted",
            "the report names its classes in another order",
            Plant.at(REPORT, Recorded::renamed)),
        planted(
            "scores-differ-from-report",
            "the run shows more than the report says",
            Plant.at(EVALUATION, Recorded::better)),
        planted(
            "predictions-not-of-test-part",
            "a clip was not tested",
            Plant.at(PREDICTIONS, Changed::relabelledPair)),
        planted(
            "prediction-not-the-most-probable",
            "a prediction was corrected by hand",
            Plant.at(PREDICTIONS, Changed::predictionTurned)),
        planted(
            "evaluation-of-another-model",
            "another model was tested than is packed",
            Plant.at(TESTED_MODEL, Changed::otherModel)));
  }

  static List<Planted> packages() {
    return List.of(
        planted(
            "class-list-reordered",
            "the package has the classes in another order",
            Plant.at(PACKED_LABELS, labels -> new LabelSet(List.of("sad", "angry")))),
        planted(
            "package-holds-another-model",
            "another model was packed than was fitted",
            Plant.at(PACKED_MODEL, Changed::otherModel)),
        planted(
            "preprocessing-differs",
            "the packed preprocessing is not that of training",
            Plant.at(PREPROCESSING, Recorded::shorter)),
        planted(
            "provenance-differs",
            "the package names another list of clips",
            Plant.at(PROVENANCE, Recorded::otherManifest)),
        planted(
            "report-of-another-model",
            "the package names another report",
            Plant.at(PROVENANCE, Recorded::otherEvaluation)),
        planted(
            "package-files-differ",
            "a file was exchanged, and the record with it",
            Plant.at(STATUS, Recorded::otherPackagedFile)),
        planted(
            "artifact-changed",
            "a packed model has another byte",
            Plant.at(STORED, Recorded::flippedModel)));
  }

  static List<Planted> witnesses() {
    return List.of(
        planted(
            "configuration-differs",
            "the kept configuration is not the one that began",
            Plant.at(KEPT_PLAN, Recorded::otherConfiguration)),
        planted(
            "tracked-run-missing",
            "MLflow does not know the run",
            Plant.at(TRACKED, tracked -> null)),
        planted(
            "run-clock-backwards",
            "a stage began before the run",
            Plant.at(STATUS, Recorded::clockBackwards)));
  }
}
