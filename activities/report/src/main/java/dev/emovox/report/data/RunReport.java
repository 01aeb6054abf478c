package dev.emovox.report.data;

import dev.emovox.report.published.PublishedResults;
import java.util.List;

/**
 * All that a report says. Equal runs give equal reports: there is nothing in it of when or where it
 * was made.
 *
 * @param run which run, and how it ended
 * @param summary what came of it, a sentence each
 * @param warnings what is to be kept in mind, most of it before anything else is believed
 * @param speech what it learnt from; null if it is not known
 * @param splits how clips were divided
 * @param protocol how everything was done, in words
 * @param models that were tested, baselines first
 * @param comparisons of each two models on the same test clips
 * @param networks with every epoch
 * @param maps pictures of features
 * @param confusedClips clips that the best models are most sure of and wrong about
 * @param published what others published of the same experiment; null if the run names nothing
 * @param artifacts where everything is, and what its bytes must be
 */
public record RunReport(
    RunFacts run,
    List<String> summary,
    List<String> warnings,
    SpeechFacts speech,
    List<SplitFacts> splits,
    List<ProtocolStep> protocol,
    List<ModelResult> models,
    List<PairedComparison> comparisons,
    List<NetworkResult> networks,
    List<MapFigure> maps,
    List<ConfusedClip> confusedClips,
    PublishedResults published,
    List<StoredArtifact> artifacts) {

  /** The models of a split, in their order. */
  public List<ModelResult> modelsOn(String split) {
    return models.stream().filter(model -> model.split().equals(split)).toList();
  }

  /** The comparisons of a split's models. */
  public List<PairedComparison> comparisonsOn(String split) {
    return comparisons.stream().filter(pair -> pair.split().equals(split)).toList();
  }
}
