package dev.emovox.embedding.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.embedding.Blobs;
import dev.emovox.embedding.tsne.TsneProgress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class FeatureMapperTest {
  private static final String HOSTILE = "</desc><script>alert(1)</script>,\"x\"\u0001";

  private static LabelledTable table(int clips) {
    Blobs blobs = Blobs.of(clips, 3, 5);
    List<ClipLabels> labels = new ArrayList<>();
    for (int i = 0; i < clips; i++) {
      String speaker = i % 2 == 0 ? HOSTILE : "";
      labels.add(new ClipLabels("c/" + i, "corpus, one", speaker, blobs.classes().get(i)));
    }
    return new LabelledTable(labels, blobs.rows());
  }

  private static MapSettings settings(int most) {
    return new MapSettings(
        Set.of(MapMethod.values()), OptionalDouble.empty(), OptionalInt.of(600), 1, most);
  }

  private static FeatureMap map(LabelledTable table, MapSettings settings) {
    return new FeatureMapper(settings, TsneProgress.none()).map(table);
  }

  @Test
  void picturesAreXmlInWhichHostileNamesAreText() throws Exception {
    var pictures = MapPictures.of(map(table(90), settings(1000)));

    assertThat(pictures.keySet())
        .containsExactly(
            "pca-corpus",
            "pca-emotion",
            "pca-speaker",
            "tsne-corpus",
            "tsne-emotion",
            "tsne-speaker");
    for (String svg : pictures.values()) {
      assertThat(svg).doesNotContain("<script");
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(pictures.get("tsne-emotion")).contains("class 0 · 30", "perplexity 29.0");
    assertThat(pictures.get("pca-speaker")).contains("unknown · 45", "alert(1)");
  }

  @Test
  void scoresTellThatBlobsStayTogether() {
    FeatureMap map = map(table(90), settings(1000));

    MapScores scores = map.tsne().orElseThrow().plane().scores();
    assertThat(scores.trustworthiness()).isGreaterThan(0.9);
    assertThat(scores.nearestNeighbourAgreement())
        .containsEntry("emotion", 1.0)
        .containsEntry("corpus", 1.0);
    assertThat(map.agreement()).containsEntry("emotion", 1.0);
  }

  @Test
  void coordinatesAreALineAClipWithQuotedCells() {
    String csv = MapCoordinates.csv(map(table(30), settings(1000)));

    assertThat(csv.lines().findFirst())
        .contains("id,corpus,speaker,emotion,pca_1,pca_2,tsne_1,tsne_2");
    assertThat(csv.lines()).hasSize(31);
    assertThat(csv).contains("c/1,\"corpus, one\",,class 1,").contains("\"\"x\"\"");
  }

  @Test
  void manyClipsAreSampledByTheSeed() {
    LabelledTable table = table(120);
    FeatureMap map = map(table, settings(40));

    assertThat(map.clips()).hasSize(40).isSubsetOf(table.clips());
    assertThat(map.drawnFrom()).isEqualTo(120);
    assertThat(MapPictures.of(map).get("pca-emotion")).contains("40 clips drawn from 120");
    assertThat(map(table, settings(40)).clips()).isEqualTo(map.clips());
    assertThat(table.sample(40, 2).clips()).isNotEqualTo(map.clips());
  }

  @Test
  void oneMethodAloneIsDrawnAlone() {
    MapSettings components =
        new MapSettings(
            Set.of(MapMethod.PCA), OptionalDouble.empty(), OptionalInt.empty(), 1, 1000);
    FeatureMap map = map(table(3), components);

    assertThat(MapPictures.of(map)).hasSize(3);
    assertThat(MapCoordinates.csv(map)).startsWith("id,corpus,speaker,emotion,pca_1,pca_2\n");
  }

  @Test
  void aTableOfOneColumnIsALine() {
    LabelledTable wide = table(20);
    double[][] narrow = new double[20][1];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i][0] = i;
    }
    FeatureMap map = map(new LabelledTable(wide.clips(), narrow), settings(1000));

    assertThat(map.components().orElseThrow().shares()).containsExactly(1.0, 0.0);
  }

  @Test
  void everythingIsTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    FeatureMap map = map(table(30), settings(1000));
    String picture = MapPictures.of(map).get("tsne-emotion");
    String csv = MapCoordinates.csv(map);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      FeatureMap again = map(table(30), settings(1000));
      assertThat(MapPictures.of(again).get("tsne-emotion")).isEqualTo(picture);
      assertThat(MapCoordinates.csv(again)).isEqualTo(csv);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void wrongNumbersAreRefused() {
    assertThatThrownBy(() -> settings(0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> map(table(3), settings(1000)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("needs more than 3 clips, and there are 3");
  }
}
