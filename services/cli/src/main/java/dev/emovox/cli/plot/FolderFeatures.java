package dev.emovox.cli.plot;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.FeatureExtractor;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.corpora.CorpusDefinition;
import dev.emovox.corpora.CorpusIngestion;
import dev.emovox.corpora.IngestionProgress;
import dev.emovox.corpora.IngestionResult;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.embedding.map.ClipLabels;
import dev.emovox.embedding.map.LabelledTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Computes the features of the corpora in folders, by all cores; no server is needed. */
public final class FolderFeatures {
  private final List<CorpusDefinition> corpora;
  private final FeatureSettings settings;

  /** Features of known corpora. */
  public FolderFeatures(List<CorpusDefinition> corpora, FeatureSettings settings) {
    this.corpora = List.copyOf(corpora);
    this.settings = settings;
  }

  /**
   * The features of all clips, in the order of their ids.
   *
   * @param warnings told what a person should know, a sentence each
   * @throws dev.emovox.domain.InvalidInputException if a folder is not there or holds no clips
   */
  public LabelledTable compute(
      List<Path> folders, IngestionProgress progress, Consumer<String> warnings) {
    AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());
    FeatureExtractor extractor = new FeatureExtractor(settings);
    Map<Digest, double[]> vectors = new ConcurrentHashMap<>();
    IngestionResult found =
        new CorpusIngestion(corpora, decoder)
            .ingest(
                folders,
                (digest, content) ->
                    vectors.put(digest, extractor.vector(decoder.decode(content).clip())),
                progress);
    found.warnings().forEach(warnings);
    if (!found.rejects().isEmpty()) {
      warnings.accept(
          "%d files were turned away; `./emovox corpora check` tells why."
              .formatted(found.rejects().size()));
    }
    return labelled(found.clips(), vectors);
  }

  private static LabelledTable labelled(List<ManifestRow> clips, Map<Digest, double[]> vectors) {
    return new LabelledTable(
        clips.stream()
            .map(clip -> new ClipLabels(clip.id(), clip.corpus(), clip.speaker(), clip.emotion()))
            .toList(),
        clips.stream()
            .map(clip -> vectors.get(Digest.parse(clip.contentDigest())))
            .toArray(double[][]::new));
  }
}
