package dev.emovox.adapters.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.SplitPart;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClipTableTest {
  private static final PreprocessorConfig PREPROCESSOR =
      new PreprocessorConfig(true, 16_000, false, 0, 1);

  private final ManifestRow shortClip = SampleClips.clip("s02", "angry", 1, 0.5);
  private final ManifestRow longClip = SampleClips.clip("s01", "calm", 2, 7.25);
  private final ManifestRow unused = SampleClips.clip("s03", "calm", 3, 1);

  @Test
  void clipsAreSortedCutAndCountedAtTheNetworksRate() {
    List<ClipRow> rows =
        ClipTable.of(PREPROCESSOR, 3)
            .rows(
                List.of(shortClip, longClip, unused),
                List.of(
                    new SplitRow(shortClip.id(), SplitPart.TRAIN),
                    new SplitRow(longClip.id(), SplitPart.TEST)));

    assertThat(rows).extracting(ClipRow::id).containsExactly(longClip.id(), shortClip.id());
    assertThat(rows).extracting(ClipRow::seconds).containsExactly(3.0, 0.5);
    assertThat(rows).extracting(ClipRow::samples).containsExactly(48_000L, 8_000L);
    assertThat(rows.get(1).contentDigest()).isEqualTo(shortClip.contentDigest());
    assertThat(rows.get(1).emotion()).isEqualTo("angry");
    assertThat(ClipTable.count(rows)).isEqualTo(Map.of(SplitPart.TRAIN, 1, SplitPart.TEST, 1));
  }
}
