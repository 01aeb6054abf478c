package dev.emovox.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticCorporaTest {
  @TempDir private Path folder;

  private static IngestionResult ingest(Path root) {
    return new CorpusIngestion(
            StoredDefinitions.library().all(), new AudioDecoder(DecodeLimits.standard()))
        .ingest(List.of(root), ClipSink.none(), IngestionProgress.none());
  }

  @Test
  void followsTheFourNamingSchemes() {
    SyntheticCorpora.write(folder, 42);

    IngestionResult result = ingest(folder);

    assertThat(result.rejects()).isEmpty();
    assertThat(result.duplicates()).isEmpty();
    assertThat(
            result.counts().stream()
                .collect(Collectors.toMap(CorpusCount::corpus, CorpusCount::clips)))
        .isEqualTo(Map.of("crema-d", 144, "ravdess", 192, "savee", 96, "tess", 112));
    assertThat(result.clips()).extracting(ManifestRow::speaker).hasSize(544);
    assertThat(result.clips()).allSatisfy(clip -> assertThat(clip.seconds()).isBetween(0.79, 1.51));
    for (SplitPolicy policy : SplitPolicy.values()) {
      for (long seed = 0; seed < 10; seed++) {
        SplitSettings settings = new SplitSettings("s", policy, 0.7, 0.15, 0.15);
        List<SplitRow> rows = new Splitter().split(result.clips(), settings, seed);
        LeakageCheck.verify(result.clips(), rows, settings);
      }
    }
  }

  @Test
  void givesTheSameBytesForTheSameSeed() {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    Path other = folder.resolve("other");
    SyntheticCorpora.write(first, 1);
    SyntheticCorpora.write(second, 1);
    SyntheticCorpora.write(other, 2);

    Inventory inventory = new Inventory();
    assertThat(inventory.digest(List.of(first))).isEqualTo(inventory.digest(List.of(second)));
    assertThat(inventory.digest(List.of(first))).isNotEqualTo(inventory.digest(List.of(other)));
  }

  @Test
  void saysWhereItCannotWrite() {
    Path file = Sounds.write(folder, "file", 1);

    assertThatThrownBy(() -> SyntheticCorpora.write(file, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file.toString());
  }
}
