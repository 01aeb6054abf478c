package dev.emovox.cli.document;

import dev.emovox.contracts.Candidate;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.ClassScores;
import dev.emovox.domain.Digest;
import dev.emovox.domain.Scores;
import dev.emovox.records.TestedModels;
import java.util.Map;
import java.util.TreeMap;

/**
 * One model of a run on the test part of one split: shares between 0 and 1.
 *
 * @param kind of baseline, or the architecture of a network
 * @param features name of its feature set; null for networks, and in runs older than runs with
 *     several
 */
public record ModelDocument(
    String name,
    String kind,
    String features,
    String split,
    int clips,
    double accuracy,
    double weightedF1,
    double macroF1,
    double unweightedAverageRecall,
    IntervalsDocument intervals,
    double validationUnweightedAverageRecall,
    Map<String, ScoresDocument> perCorpus,
    Map<String, ClassScores> perClass,
    Digest digest) {

  static ModelDocument of(TrainedModel model) {
    return of(model.candidate(), model.settings().kind(), model.settings().features().orElse(null));
  }

  /** A network that was tested; networks have no features, they hear the clips themselves. */
  static ModelDocument of(NetworkStatus network) {
    return of(TestedModels.candidate(network), network.start().architecture(), null);
  }

  private static ModelDocument of(Candidate model, String kind, String features) {
    Scores overall = model.evaluation().overall();
    return new ModelDocument(
        model.name(),
        kind,
        features,
        model.split(),
        overall.clips(),
        overall.accuracy().value(),
        overall.weightedF1().value(),
        overall.macroF1().value(),
        overall.unweightedAverageRecall().value(),
        IntervalsDocument.of(overall),
        model.validationUnweightedAverageRecall(),
        perCorpus(model.evaluation().perCorpus()),
        new TreeMap<>(model.evaluation().perClass()),
        model.modelPackage().output("package").digest());
  }

  private static Map<String, ScoresDocument> perCorpus(Map<String, Scores> scores) {
    Map<String, ScoresDocument> documents = new TreeMap<>();
    scores.forEach((corpus, its) -> documents.put(corpus, ScoresDocument.of(its)));
    return documents;
  }
}
