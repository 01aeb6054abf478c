package dev.emovox.cli.document;

import dev.emovox.corpora.CorpusCount;
import dev.emovox.corpora.IgnoredFile;
import dev.emovox.corpora.IngestionResult;
import dev.emovox.corpora.OfficialCounts;
import dev.emovox.corpora.Reject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What lies in folders of speech, as {@code corpora check --json} prints it. */
public record CorporaDocument(
    int clips,
    Map<String, Corpus> corpora,
    List<Reject> rejects,
    List<List<String>> duplicates,
    List<IgnoredFile> ignored,
    List<String> warnings) {

  /**
   * One corpus.
   *
   * @param clips clips that can be used
   * @param official clips that its publisher names, or null
   * @param speakers number of speakers
   * @param emotions clips by emotion
   * @param clipsPerSpeaker clips by speaker
   */
  public record Corpus(
      int clips,
      Optional<Integer> official,
      int speakers,
      Map<String, Integer> emotions,
      Map<String, Integer> clipsPerSpeaker,
      int rejects) {

    private static Corpus of(CorpusCount count) {
      return new Corpus(
          count.clips(),
          count.official().map(OfficialCounts::clips),
          count.speakers().size(),
          count.emotions(),
          count.speakers(),
          count.rejects());
    }
  }

  /** The document of an ingestion. */
  public static CorporaDocument of(IngestionResult result) {
    Map<String, Corpus> corpora = new TreeMap<>();
    result.counts().forEach(count -> corpora.put(count.corpus(), Corpus.of(count)));
    return new CorporaDocument(
        result.clips().size(),
        corpora,
        result.rejects(),
        result.duplicates(),
        result.ignored(),
        result.warnings());
  }
}
