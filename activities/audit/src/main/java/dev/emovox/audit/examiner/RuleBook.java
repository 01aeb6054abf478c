package dev.emovox.audit.examiner;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.evidence.AuditedNetwork;
import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.evidence.AuditedStage;
import dev.emovox.audit.evidence.AuditedVersion;
import dev.emovox.audit.evidence.TestedModel;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.rules.augmentation.CopiesInTraining;
import dev.emovox.audit.rules.augmentation.CopiesNotClips;
import dev.emovox.audit.rules.augmentation.CopiesOfTheirSource;
import dev.emovox.audit.rules.augmentation.TestTimeAugmentation;
import dev.emovox.audit.rules.data.ClassList;
import dev.emovox.audit.rules.data.ClipsStored;
import dev.emovox.audit.rules.data.ContradictingLabels;
import dev.emovox.audit.rules.data.LostData;
import dev.emovox.audit.rules.data.ManifestCount;
import dev.emovox.audit.rules.finetuning.EpochByHand;
import dev.emovox.audit.rules.finetuning.EpochByRule;
import dev.emovox.audit.rules.finetuning.EpochsAsPlanned;
import dev.emovox.audit.rules.finetuning.EpochsAsRecorded;
import dev.emovox.audit.rules.finetuning.FreshOptimiser;
import dev.emovox.audit.rules.finetuning.OverrideHasReason;
import dev.emovox.audit.rules.finetuning.RecordedCheckpoint;
import dev.emovox.audit.rules.finetuning.ResumedAsPlanned;
import dev.emovox.audit.rules.finetuning.TrainingTable;
import dev.emovox.audit.rules.packages.BaselineMadeFromTheRun;
import dev.emovox.audit.rules.packages.NetworkMadeFromTheRun;
import dev.emovox.audit.rules.packages.PackageWhole;
import dev.emovox.audit.rules.packages.PackagedEvaluation;
import dev.emovox.audit.rules.packages.PackagedFiles;
import dev.emovox.audit.rules.packages.PackagedModel;
import dev.emovox.audit.rules.packages.SameInAnyBatch;
import dev.emovox.audit.rules.packages.SameLength;
import dev.emovox.audit.rules.packages.SamePreprocessing;
import dev.emovox.audit.rules.registry.ConfigurationTracked;
import dev.emovox.audit.rules.registry.ManifestTracked;
import dev.emovox.audit.rules.registry.RunClock;
import dev.emovox.audit.rules.registry.StillTracked;
import dev.emovox.audit.rules.registry.VersionHasDigest;
import dev.emovox.audit.rules.registry.VersionOfARun;
import dev.emovox.audit.rules.registry.VersionScore;
import dev.emovox.audit.rules.scores.ClassNames;
import dev.emovox.audit.rules.scores.EvaluationOfThisModel;
import dev.emovox.audit.rules.scores.MetricsRecomputed;
import dev.emovox.audit.rules.scores.MostProbableClass;
import dev.emovox.audit.rules.scores.PredictionsOfTestPart;
import dev.emovox.audit.rules.scores.ScoresOfReport;
import dev.emovox.audit.rules.splits.DuplicatesApart;
import dev.emovox.audit.rules.splits.SpeakersApart;
import dev.emovox.audit.rules.splits.SpeakersBeside;
import dev.emovox.audit.rules.splits.SplitWhole;
import dev.emovox.audit.rules.training.FeaturesOfClips;
import dev.emovox.audit.rules.training.RegisteredByValidation;
import dev.emovox.audit.rules.training.ScalerOfTraining;
import dev.emovox.audit.rules.training.ValidationPart;
import dev.emovox.audit.rules.training.ValidationScore;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All rules, by what they are about. */
public final class RuleBook {
  static final List<Rule<? super AuditedRun>> RUN =
      List.of(
          new ConfigurationTracked(),
          new StillTracked(),
          new RunClock(),
          new ManifestTracked(),
          new ManifestCount(),
          new LostData(),
          new ClipsStored(),
          new ContradictingLabels(),
          new SplitWhole(),
          new DuplicatesApart(),
          new SpeakersApart(),
          new SpeakersBeside(),
          new RegisteredByValidation());

  static final List<Rule<? super TestedModel>> MODEL =
      List.of(
          new ClassList(),
          new ClassNames(),
          new PredictionsOfTestPart(),
          new MostProbableClass(),
          new MetricsRecomputed(),
          new ScoresOfReport(),
          new PackagedEvaluation(),
          new PackagedFiles());

  static final List<Rule<? super AuditedBaseline>> BASELINE =
      List.of(
          new FeaturesOfClips(),
          new TestTimeAugmentation(),
          new CopiesInTraining(),
          new CopiesNotClips(),
          new CopiesOfTheirSource(),
          new ScalerOfTraining(),
          new ValidationPart(),
          new ValidationScore(),
          new EvaluationOfThisModel(),
          new PackagedModel(),
          new SamePreprocessing(),
          new BaselineMadeFromTheRun());

  static final List<Rule<? super AuditedNetwork>> NETWORK =
      List.of(
          new TrainingTable(),
          new RecordedCheckpoint(),
          new SameLength(),
          new NetworkMadeFromTheRun());

  static final List<Rule<? super AuditedStage>> STAGE =
      List.of(
          new EpochsAsRecorded(),
          new EpochsAsPlanned(),
          new EpochByRule(),
          new EpochByHand(),
          new OverrideHasReason(),
          new FreshOptimiser(),
          new ResumedAsPlanned());

  static final List<Rule<? super AuditedVersion>> VERSION =
      List.of(
          new VersionHasDigest(),
          new VersionOfARun(),
          new VersionScore(),
          new PackageWhole(),
          new SameInAnyBatch());

  private RuleBook() {}

  /** The names of all rules but the ledger's own, sorted. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    Stream.of(RUN, MODEL, BASELINE, NETWORK, STAGE, VERSION)
        .flatMap(List::stream)
        .forEach(rule -> names.add(rule.text().name()));
    return names;
  }
}
