package dev.emovox.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.domain.SplitSettings;
import java.util.List;

/**
 * A run, fully decided: every default filled in.
 *
 * @param runId the workflow's id and the run's name everywhere
 * @param experiment name of the experiment
 * @param seed all random choices derive from it
 * @param directories absolute folders with speech, readable by the workers
 * @param corpora definitions of the corpora to look for
 * @param splits how clips are divided; every model is trained once for each
 * @param features the feature sets of the baselines, each name once; older plans hold one set, not
 *     a list
 * @param clipsPerShard clips whose features one activity computes
 * @param models the baselines; may be empty if there are networks
 * @param networks the networks to fine-tune; none in plans older than them
 * @param registration which model is registered
 * @param configuration the experiment's YAML text with overrides applied, for the record
 */
public record ExperimentPlan(
    String runId,
    String experiment,
    long seed,
    List<String> directories,
    List<CorpusSource> corpora,
    List<SplitSettings> splits,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<FeatureSettings> features,
    int clipsPerShard,
    List<BaselineSettings> models,
    List<FineTuningSettings> networks,
    RegistrationPlan registration,
    String configuration) {

  public ExperimentPlan {
    features = features == null ? List.of() : List.copyOf(features);
    networks = networks == null ? List.of() : List.copyOf(networks);
  }

  /** The same plan as a run of another name. */
  public ExperimentPlan withRunId(String id) {
    return new ExperimentPlan(
        id,
        experiment,
        seed,
        directories,
        corpora,
        splits,
        features,
        clipsPerShard,
        models,
        networks,
        registration,
        configuration);
  }

  /** What is done to training clips for any of the baselines, each once, in their order. */
  public List<OfflineAugmentation> augmentations() {
    return models.stream().flatMap(model -> model.augmentation().stream()).distinct().toList();
  }

  /**
   * The feature set of a baseline: the one it names, or the first.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public FeatureSettings featuresOf(BaselineSettings model) {
    return features.stream()
        .filter(set -> model.features().map(set.set()::equals).orElse(true))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no features for " + model.name()));
  }
}
