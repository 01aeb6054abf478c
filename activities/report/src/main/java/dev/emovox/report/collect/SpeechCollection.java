package dev.emovox.report.collect;

import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.corpora.CorpusCount;
import dev.emovox.corpora.CorpusDefinition;
import dev.emovox.corpora.OfficialCounts;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.report.data.CorpusFacts;
import dev.emovox.report.data.SpeechFacts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what a run learnt from. */
final class SpeechCollection {
  private final Readings readings;
  private final Map<String, CorpusDefinition> definitions = new TreeMap<>();

  SpeechCollection(Readings readings, ExperimentPlan plan) {
    this.readings = readings;
    plan.corpora().forEach(this::define);
  }

  private void define(CorpusSource corpus) {
    try {
      definitions.put(
          corpus.name(), CorpusDefinition.parse(corpus.definition(), "the run's record"));
    } catch (InvalidInputException e) {
      readings.note(
          "The definition of the corpus %s in the run's record is not understood: %s"
              .formatted(corpus.name(), e.getMessage()));
    }
  }

  SpeechFacts collect(IngestionOutcome ingestion) {
    List<CorpusFacts> corpora =
        Outputs.named("counts", ingestion.stage().outputs())
            .flatMap(counts -> readings.document(counts, CorpusCount[].class))
            .map(counts -> Arrays.stream(counts).map(this::facts).toList())
            .orElseGet(() -> facts(ingestion.clipsPerCorpus()));
    return new SpeechFacts(
        ingestion.clips(),
        ingestion.rejects(),
        ingestion.labels(),
        corpora.stream()
            .filter(corpus -> corpus.clips() > 0 || corpus.rejects() > 0)
            .sorted(Comparator.comparing(CorpusFacts::name))
            .toList(),
        Outputs.named("manifest", ingestion.stage().outputs()).orElse(null));
  }

  private CorpusFacts facts(CorpusCount count) {
    Optional<CorpusDefinition> definition = Optional.ofNullable(definitions.get(count.corpus()));
    return new CorpusFacts(
        count.corpus(),
        definition.map(CorpusDefinition::title).orElse(count.corpus()),
        definition.map(its -> its.licence().name()).orElse(null),
        count.clips(),
        count.rejects(),
        count.official().map(OfficialCounts::clips).orElse(null),
        count.speakers().size(),
        new TreeMap<>(count.emotions()));
  }

  private List<CorpusFacts> facts(Map<String, Integer> clipsPerCorpus) {
    return clipsPerCorpus.entrySet().stream()
        .map(
            corpus ->
                facts(
                    new CorpusCount(
                        corpus.getKey(),
                        corpus.getValue(),
                        0,
                        Optional.empty(),
                        Map.of(),
                        Map.of())))
        .toList();
  }
}
