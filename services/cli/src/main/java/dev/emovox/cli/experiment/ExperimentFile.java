package dev.emovox.cli.experiment;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.SplitSettings;
import dev.emovox.report.published.PublishedResults;
import java.util.List;
import java.util.Optional;

/**
 * An experiment as it is written in YAML.
 *
 * @param experiment its name, part of every run's name
 * @param description what it is for; optional
 * @param seed all random choices derive from it; 42 if left out
 * @param data folders with speech, relative to the file; {@code --data} replaces them
 * @param corpora names of the corpora to look for; all that are defined if left out
 * @param splits how clips are divided; every model is trained once for each
 * @param features how a clip becomes a vector: one feature set, or a list of them; only the
 *     baselines need any
 * @param clipsPerShard clips whose features one activity computes; 200 if left out
 * @param models the baselines; none if left out
 * @param networks the networks to fine-tune; none if left out, but one model of either kind must be
 *     there
 * @param registration which model is registered
 * @param published figures to show beside the results; optional
 */
public record ExperimentFile(
    String experiment,
    Optional<String> description,
    @JsonProperty(defaultValue = "42") long seed,
    @JsonProperty(defaultValue = "[]") List<String> data,
    @JsonProperty(defaultValue = "[]") List<String> corpora,
    List<SplitSettings> splits,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @JsonProperty(defaultValue = "[]")
        List<FeatureChoice> features,
    @JsonProperty(defaultValue = "200") int clipsPerShard,
    @JsonProperty(defaultValue = "[]") List<BaselineSettings> models,
    @JsonProperty(defaultValue = "[]") List<FineTuningSettings> networks,
    RegistrationChoice registration,
    Optional<PublishedResults> published) {

  /** The experiment with other models of both kinds. */
  ExperimentFile with(List<BaselineSettings> baselines, List<FineTuningSettings> others) {
    return new ExperimentFile(
        experiment,
        description,
        seed,
        data,
        corpora,
        splits,
        features,
        clipsPerShard,
        baselines,
        others,
        registration,
        published);
  }
}
