package dev.emovox.orchestration;

import dev.emovox.contracts.AugmentationActivities;
import dev.emovox.contracts.BaselineActivities;
import dev.emovox.contracts.DriftActivities;
import dev.emovox.contracts.FeatureActivities;
import dev.emovox.contracts.FeatureMapActivities;
import dev.emovox.contracts.FineTuningActivities;
import dev.emovox.contracts.IngestionActivities;
import dev.emovox.contracts.PromotionActivities;
import dev.emovox.contracts.ScheduleActivities;
import dev.emovox.contracts.SplitActivities;
import dev.emovox.contracts.TrackingActivities;
import dev.emovox.contracts.TrainingActivities;
import dev.emovox.contracts.TrainingTrackingActivities;
import io.temporal.workflow.Workflow;

/** The activities as workflows call them, each with the policy of its group. */
final class Activities {
  private Activities() {}

  static IngestionActivities ingestion() {
    return Workflow.newActivityStub(IngestionActivities.class, ActivityPolicies.ingestion());
  }

  static SplitActivities splits() {
    return Workflow.newActivityStub(SplitActivities.class, ActivityPolicies.computation());
  }

  /** Looking tables up and merging them. */
  static FeatureActivities features() {
    return Workflow.newActivityStub(FeatureActivities.class, ActivityPolicies.computation());
  }

  static FeatureActivities extraction() {
    return Workflow.newActivityStub(FeatureActivities.class, ActivityPolicies.extraction());
  }

  /** Looking augmented sets up and merging them. */
  static AugmentationActivities augmentedSets() {
    return Workflow.newActivityStub(AugmentationActivities.class, ActivityPolicies.computation());
  }

  static AugmentationActivities augmentation() {
    return Workflow.newActivityStub(AugmentationActivities.class, ActivityPolicies.extraction());
  }

  static FeatureMapActivities maps() {
    return Workflow.newActivityStub(FeatureMapActivities.class, ActivityPolicies.computation());
  }

  static BaselineActivities baselines() {
    return Workflow.newActivityStub(BaselineActivities.class, ActivityPolicies.computation());
  }

  /** Preparing and packing networks, and finding and settling their stages. */
  static FineTuningActivities fineTuning() {
    return Workflow.newActivityStub(FineTuningActivities.class, ActivityPolicies.computation());
  }

  /** One epoch at a time. */
  static TrainingActivities training() {
    return Workflow.newActivityStub(TrainingActivities.class, ActivityPolicies.training());
  }

  /** Testing on a device. */
  static TrainingActivities testing() {
    return Workflow.newActivityStub(TrainingActivities.class, ActivityPolicies.testing());
  }

  static TrainingTrackingActivities trainingTracking() {
    return Workflow.newActivityStub(TrainingTrackingActivities.class, ActivityPolicies.tracking());
  }

  /** For closing the tracked runs of a network that failed. */
  static TrainingTrackingActivities trainingClosing() {
    return Workflow.newActivityStub(TrainingTrackingActivities.class, ActivityPolicies.closing());
  }

  static TrackingActivities tracking() {
    return Workflow.newActivityStub(TrackingActivities.class, ActivityPolicies.tracking());
  }

  /** For closing the tracked run of a run that failed. */
  static TrackingActivities closing() {
    return Workflow.newActivityStub(TrackingActivities.class, ActivityPolicies.closing());
  }

  /** Verifying, judging and deciding about a promotion. */
  static PromotionActivities promotion() {
    return Workflow.newActivityStub(PromotionActivities.class, ActivityPolicies.deciding());
  }

  /** Watching the prediction service. */
  static PromotionActivities serving() {
    return Workflow.newActivityStub(PromotionActivities.class, ActivityPolicies.watching());
  }

  /** Looking at all files of folders. */
  static ScheduleActivities changes() {
    return Workflow.newActivityStub(ScheduleActivities.class, ActivityPolicies.ingestion());
  }

  /** Letting a schedule fire. */
  static DriftActivities drift() {
    return Workflow.newActivityStub(DriftActivities.class, ActivityPolicies.asking());
  }

  /** Remembering how starts of schedules went. */
  static ScheduleActivities scheduleRecords() {
    return Workflow.newActivityStub(ScheduleActivities.class, ActivityPolicies.tracking());
  }
}
