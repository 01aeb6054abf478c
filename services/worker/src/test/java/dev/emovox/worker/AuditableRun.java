package dev.emovox.worker;

import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.domain.FineTuningSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The small experiment as an audit is content with it. */
final class AuditableRun {
  private static final int CLIPS_PER_SHARD = 40;
  private static final Pattern OFFICIAL = Pattern.compile("(?m)^official:\\n(^ .*\\n?)*");

  private AuditableRun() {}

  /**
   * The plan of a run.
   *
   * @param model what the better one is registered as
   * @param networks instead of the baselines, if there are any
   */
  static ExperimentPlan plan(
      String runId, String model, Path speech, List<FineTuningSettings> networks) {
    ExperimentPlan plan = SmallExperiment.plan(runId, speech, CLIPS_PER_SHARD);
    return new ExperimentPlan(
        plan.runId(),
        plan.experiment(),
        plan.seed(),
        plan.directories(),
        whole(plan.corpora()),
        plan.splits(),
        networks.isEmpty() ? plan.features() : List.of(),
        plan.clipsPerShard(),
        networks.isEmpty() ? plan.models() : List.of(),
        networks,
        new RegistrationPlan(model, "random"),
        plan.configuration());
  }

  /** The synthetic corpora are small; without their publishers' counts they are whole. */
  private static List<CorpusSource> whole(List<CorpusSource> corpora) {
    return corpora.stream()
        .map(
            corpus ->
                new CorpusSource(
                    corpus.name(), OFFICIAL.matcher(corpus.definition()).replaceAll("")))
        .toList();
  }
}
