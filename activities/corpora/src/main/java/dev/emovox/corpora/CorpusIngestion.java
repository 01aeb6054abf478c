package dev.emovox.corpora;

import dev.emovox.audio.AudioDecoder;
import dev.emovox.audio.DecodeLimits;
import java.nio.file.Path;
import java.util.List;

/** Finds, names and decodes the clips of known corpora below folders. */
@SuppressWarnings("DoNotCallSuggester")
public final class CorpusIngestion {

  /** Ingests with the standard limits. */
  public CorpusIngestion(List<CorpusDefinition> corpora, AudioDecoder decoder) {
    this(corpora, decoder, DecodeLimits.standard().maxBytes());
  }

  /**
   * Ingests with a limit on file sizes.
   *
   * @param maxBytes files with more bytes are not read
   */
  public CorpusIngestion(List<CorpusDefinition> corpora, AudioDecoder decoder, long maxBytes) {}

  /**
   * Ingests everything below {@code roots}.
   *
   * @throws dev.emovox.domain.InvalidInputException if a root does not exist or nothing in it
   *     belongs to a known corpus
   */
  public IngestionResult ingest(List<Path> roots, ClipSink sink, IngestionProgress progress) {
    throw new UnsupportedOperationException("being written");
  }
}
