package dev.emovox.lineage.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.lineage.graph.Direction;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.graph.Walk;
import dev.emovox.pictures.PagePolicy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LineagePageTest {
  private static final String HOSTILE = "\"><script>alert('1')</script>\u202egnp";

  /** A manifest, a split of it with two parts, and so many models of both. */
  private static LineageGraph graph(int models) {
    GraphIndex index = new GraphIndex();
    index.add(LineageNode.of("m", NodeKind.MANIFEST, HOSTILE, Map.of("clips", "3")));
    index.add(LineageNode.of("s", NodeKind.SPLIT, "random", Map.of()));
    index.connect("m", "s", "clips");
    for (String corpus : new String[] {"tess", "ravdess"}) {
      String id = "clips:" + corpus + "/train@s";
      index.add(LineageNode.of(id, NodeKind.CLIP, corpus, Map.of("part", "train", "clips", "2")));
      index.connect(id, "s", "train");
    }
    for (int i = 0; i < models; i++) {
      index.add(LineageNode.of("model" + i, NodeKind.MODEL, "model " + i, Map.of()));
      index.connect("s", "model" + i, "parts");
      index.connect("m", "model" + i, "clips");
    }
    return new Walk(index, index.find("s").orElseThrow(), 10).graph(Direction.BOTH);
  }

  private static String page(LineageGraph graph) {
    return new String(LineagePage.of(graph), StandardCharsets.UTF_8);
  }

  @Test
  void namesAreTextAndNeverMarkup() {
    assertThat(page(graph(2)))
        .doesNotContain("<script", "\u202e")
        .contains("&lt;script&gt;alert(&#39;1&#39;)")
        .contains("default-src 'none'");
  }

  @Test
  void ofStylesTheOneOfThePageIsAllowedAndNoOther() {
    String page = page(graph(2));
    Matcher style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(page);

    assertThat(style.results().map(found -> PagePolicy.of(found.group(1))))
        .singleElement()
        .asString()
        .satisfies(policy -> assertThat(page).contains("content=\"" + policy + "\""));
    assertThat(page).doesNotContain("unsafe-inline", " style=", "href=\"http", "src=");
  }

  @Test
  void clipsOfAPartAreOneBoxAndEveryBoxLeadsToItsRow() {
    String page = page(graph(2));

    assertThat(page).contains(">4 clips</text>");
    Matcher boxes = Pattern.compile("<a href=\"#(n\\d+)\" class=\"node").matcher(page);
    assertThat(boxes.results().map(box -> box.group(1)).toList())
        .hasSize(5)
        .allSatisfy(row -> assertThat(page).contains("<tr id=\"" + row + "\""));
  }

  @Test
  void whatAPathTellsIsNotDrawnTwice() {
    assertThat(page(graph(2)).split("class=\"line\"", -1)).hasSize(1 + 4);
  }

  @Test
  void aPictureThatNobodyCouldReadIsNotDrawn() {
    assertThat(page(graph(200))).doesNotContain("<svg").contains("model 199", "would not help");
  }

  @Test
  void theSameGraphGivesTheSameBytes() {
    assertThat(LineagePage.of(graph(5))).isEqualTo(LineagePage.of(graph(5)));
  }
}
