package dev.emovox.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.records.rows.FeatureRow;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.tables.ParquetTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArtifactReaderTest {
  private static final ArtifactRef ARTIFACT =
      new ArtifactRef("s3://b/k", Digest.of("x"), 1, "application/octet-stream", 1);

  private record Column(String speaker) {}

  private record Document(Map<String, Integer> clips) {}

  private static ArtifactReader reader(byte[] content) {
    return new ArtifactReader(artifact -> content);
  }

  @Test
  void readsTheColumnsThatAreAskedFor() {
    byte[] table =
        new ParquetTable()
            .write(
                FeatureRow.class,
                List.of(new FeatureRow("a/1", "a", "a:1", "sad", List.of(1.0, 2.0))));

    assertThat(reader(table).rows(ARTIFACT, Column.class)).containsExactly(new Column("a:1"));
  }

  @Test
  void readsDocuments() {
    Document document = new Document(Map.of("train", 3));

    assertThat(
            reader(new SnakeCaseJson().writeIndented(document)).document(ARTIFACT, Document.class))
        .isEqualTo(document);
  }

  @Test
  void saysThatBytesAreNoTable() {
    assertThatThrownBy(() -> reader(new byte[] {1, 2}).rows(ARTIFACT, Column.class))
        .isInstanceOf(InvalidInputException.class);
  }
}
