package dev.emovox.audit.rules.data;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.evidence.DefectException;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.contracts.CorpusSource;
import dev.emovox.corpora.CorpusDefinition;
import dev.emovox.corpora.OfficialCounts;
import dev.emovox.domain.InvalidInputException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A corpus that takes part has as many clips as its publisher says: each is in the manifest, or
 * among the rejects with a reason.
 */
public final class LostData implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.warning(
          "lost-data",
          "A part of the published corpus is neither among the clips nor among the rejected files: results are of less, and perhaps of other, speech than the corpus' name says.",
          "Compare the folder with what the publisher ships. If it is a part on purpose, say so wherever results are shown.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    return run.ingestion().isEmpty()
        ? Stream.empty()
        : run.plan().corpora().stream().flatMap(corpus -> breach(run, corpus).stream());
  }

  private static Optional<Breach> breach(AuditedRun run, CorpusSource corpus) {
    Map<String, Integer> found = emotions(run, corpus.name());
    int clips = found.values().stream().mapToInt(Integer::intValue).sum();
    long rejects = run.rejects().stream().filter(its -> its.corpus().equals(corpus.name())).count();
    if (clips + rejects == 0) {
      return Optional.empty();
    }
    return official(run, corpus)
        .filter(official -> clips + rejects < official.clips())
        .map(
            official ->
                new Breach(
                    "%s, corpus %s".formatted(run.id(), corpus.name()),
                    "%d clips and %d rejects of %d published%s"
                        .formatted(clips, rejects, official.clips(), missing(found, official))));
  }

  private static Map<String, Integer> emotions(AuditedRun run, String corpus) {
    Map<String, Integer> found = new TreeMap<>();
    run.manifest().values().stream()
        .filter(clip -> clip.corpus().equals(corpus))
        .forEach(clip -> found.merge(clip.emotion(), 1, Integer::sum));
    return found;
  }

  private static String missing(Map<String, Integer> found, OfficialCounts official) {
    Map<String, String> less = new TreeMap<>();
    official
        .emotions()
        .forEach(
            (emotion, clips) -> {
              int there = found.getOrDefault(emotion, 0);
              if (there < clips) {
                less.put(emotion, there + "/" + clips);
              }
            });
    return less.isEmpty() ? "" : ": " + Listing.of(less);
  }

  private static Optional<OfficialCounts> official(AuditedRun run, CorpusSource corpus) {
    try {
      return CorpusDefinition.parse(corpus.definition(), corpus.name()).official();
    } catch (InvalidInputException e) {
      throw DefectException.unreadable(
          "the definition of %s in the plan of %s".formatted(corpus.name(), run.id()), e);
    }
  }
}
