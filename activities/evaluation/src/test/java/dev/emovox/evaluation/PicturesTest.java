package dev.emovox.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.LabelSet;
import dev.emovox.domain.ValidationScores;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PicturesTest {
  private static final Map<String, Map<String, Integer>> COUNTS =
      Map.of(
          "RAVDESS", Map.of("angry", 192, "calm", 192, "neutral", 96),
          "TESS", Map.of("angry", 400, "neutral", 400),
          "a <b> & \"c\"", Map.of("angry", 60, "surprised & more", 7));

  private final EvaluationReport report =
      new Evaluator(Bootstrap.standard(1)).evaluate(Golden.LABELS, Golden.clips());

  private static List<String> texts(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    NodeList nodes = document.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  /** Also leaves the pictures in target/, to be looked at. */
  private static String keep(String name, String svg) throws Exception {
    Files.writeString(Path.of("target", name + ".svg"), svg);
    return svg;
  }

  @Test
  void theConfusionMatrixHasEveryCount() throws Exception {
    List<String> texts = texts(keep("confusion-matrix", ConfusionMatrixPicture.svg(report)));
    assertThat(texts).contains("Confusion matrix", "True class", "Predicted class", "–");
    assertThat(texts).containsAll(Golden.LABELS.labels());
    for (int[] row : report.confusion()) {
      for (int count : row) {
        assertThat(texts).contains(String.valueOf(count));
      }
    }
  }

  @Test
  void theDistributionHasEveryClassCorpusAndTotal() throws Exception {
    List<String> texts = texts(keep("class-distribution", ClassDistributionPicture.svg(COUNTS)));
    assertThat(texts).contains("angry", "calm", "neutral", "surprised & more", "1347 clips");
    assertThat(texts).contains("RAVDESS", "TESS", "a <b> & \"c\"", "652", "496");
  }

  private static LearningCurve.Epoch epoch(double loss, double recall) {
    return new LearningCurve.Epoch(
        loss * 0.8, new ValidationScores(loss, recall, recall, recall, recall));
  }

  private static final List<LearningCurve> CURVES =
      List.of(
          new LearningCurve(
              "stage & one",
              List.of(epoch(2.07, 0.125), epoch(1.4, 0.5), epoch(Double.NaN, 0.4)),
              2),
          new LearningCurve("stage-2", List.of(epoch(0.9, 0.71), epoch(0.83, 0.75)), 1));

  @Test
  void learningCurvesShowAllStagesOnRoundAxes() throws Exception {
    String svg = keep("learning-curves", LearningCurvesPicture.svg(CURVES));

    assertThat(texts(svg))
        .contains("Selected: stage & one: epoch 2 of 3, stage-2: epoch 1 of 2")
        .contains("Loss", "Unweighted average recall", "training", "validation")
        .contains("stage & one", "stage-2")
        .contains("0.5", "1", "1.5", "2", "2.5")
        .contains("0.2", "0.4", "0.6", "0.8");
    // A piece for each stage; two epochs are marked in each diagram.
    assertThat(svg.split("<polyline", -1)).hasSize(7);
    assertThat(svg.split("<circle", -1)).hasSize(5);
  }

  @Test
  void aCurveOfOneEpochThatDivergedIsDrawnTo() throws Exception {
    List<LearningCurve> diverged =
        List.of(new LearningCurve("one", List.of(epoch(Double.POSITIVE_INFINITY, 0)), 1));

    assertThat(texts(LearningCurvesPicture.svg(diverged))).contains("Selected: one: epoch 1 of 1");
  }

  @Test
  void picturesAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String matrix = ConfusionMatrixPicture.svg(report);
    String distribution = ClassDistributionPicture.svg(COUNTS);
    String curves = LearningCurvesPicture.svg(CURVES);
    try {
      for (Locale locale : List.of(Locale.GERMANY, Locale.forLanguageTag("ar-EG-u-nu-arab"))) {
        Locale.setDefault(locale);
        assertThat(ConfusionMatrixPicture.svg(report)).isEqualTo(matrix);
        assertThat(ClassDistributionPicture.svg(COUNTS)).isEqualTo(distribution);
        assertThat(LearningCurvesPicture.svg(CURVES)).isEqualTo(curves);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void hostileNamesStayText() throws Exception {
    String name = "</text><script>alert(1)</script>\u0001\uD800";
    EvaluationReport hostile =
        new Evaluator(Bootstrap.standard(1))
            .evaluate(
                new LabelSet(List.of(name, "b")),
                List.of(new ScoredClip("1", "c", "s", name, "b", List.of())));
    String svg = ConfusionMatrixPicture.svg(hostile);
    assertThat(svg).doesNotContain("<script");
    assertThat(texts(svg)).anyMatch(text -> text.contains("alert(1)"));
  }

  @Test
  void nothingIsAPictureToo() throws Exception {
    assertThat(texts(ClassDistributionPicture.svg(Map.of()))).contains("0 clips");
    assertThat(texts(ClassDistributionPicture.svg(Map.of("c", Map.of("a", 0))))).contains("c");
  }
}
