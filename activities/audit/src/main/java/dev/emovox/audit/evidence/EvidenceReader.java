package dev.emovox.audit.evidence;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.records.ArtifactReader;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads artefacts as what they should be. Whatever is wrong with one is a {@link DefectException}.
 */
final class EvidenceReader {
  private final ArtifactReader reader;

  EvidenceReader(Evidence evidence) {
    this.reader = new ArtifactReader(evidence::read);
  }

  byte[] bytes(ArtifactRef artifact) {
    return reader.bytes(artifact);
  }

  <T extends Record> List<T> rows(ArtifactRef table, Class<T> type) {
    return readable(table, () -> reader.rows(table, type));
  }

  <T> T document(ArtifactRef document, Class<T> type) {
    return readable(document, () -> reader.document(document, type));
  }

  private static <T> T readable(ArtifactRef artifact, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidInputException e) {
      throw DefectException.unreadable(artifact, e);
    }
  }
}
