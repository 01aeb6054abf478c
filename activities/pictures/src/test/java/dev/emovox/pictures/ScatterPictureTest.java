package dev.emovox.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScatterPictureTest {
  private static final Scatter.Words WORDS =
      new Scatter.Words("Title", "sub", "to the right", "upwards", "Kind", "What is seen");

  private static Scatter scatter(int points, int classes) {
    List<Scatter.Place> places = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      places.add(new Scatter.Place(i % 37 - 18.5, i * 0.25));
      names.add("k" + i % classes);
    }
    return new Scatter(places, names, WORDS);
  }

  @Test
  void everyTextIsThere() throws Exception {
    String svg = ScatterPicture.svg(scatter(100, 3));

    assertThat(SvgText.of(svg, "text"))
        .contains("Title", "sub", "to the right", "upwards", "Kind", "k0 · 34", "k1 · 33", "0");
    assertThat(SvgText.of(svg, "desc")).containsExactly("What is seen");
    assertThat(SvgText.of(svg, "title")).contains("k2");
  }

  @Test
  void everyPointIsDrawnOnce() {
    String svg = ScatterPicture.svg(scatter(100, 1));

    // Dots are lines of no length; one more is in the legend.
    assertThat(svg.split("h0", -1)).hasSize(102);
  }

  @Test
  void marksOfAllClassesDiffer() {
    List<String> looks = new ArrayList<>();
    for (int mark = 0; mark < ClassMarks.COUNT; mark++) {
      StringBuilder path = new StringBuilder();
      ClassMarks.draw(mark, 2, new SvgPicture.Point(5, 5), path);
      looks.add(ClassMarks.colour(mark) + path);
    }
    assertThat(looks).doesNotHaveDuplicates();
  }

  @Test
  void moreClassesThanMarksAreOthers() throws Exception {
    String svg = ScatterPicture.svg(scatter(700, 70));

    assertThat(SvgText.of(svg, "text")).contains("6 others · 60").doesNotContain("k69 · 10");
    assertThat(SvgText.of(ScatterPicture.svg(scatter(640, 64)), "text")).contains("k63 · 10");
  }

  @Test
  void pointsInOnePlaceAreDrawn() throws Exception {
    Scatter.Place place = new Scatter.Place(3, 3);
    String svg = ScatterPicture.svg(new Scatter(List.of(place, place), List.of("a", "b"), WORDS));

    assertThat(SvgText.of(svg, "text")).contains("a · 1", "b · 1");
    assertThat(svg).doesNotContain("NaN");
  }

  @Test
  void pointsWithoutClassesAreAMistake() {
    assertThatThrownBy(() -> new Scatter(List.of(new Scatter.Place(0, 0)), List.of(), WORDS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
