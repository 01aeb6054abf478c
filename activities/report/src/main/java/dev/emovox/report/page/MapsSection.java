package dev.emovox.report.page;

import dev.emovox.report.data.MapFigure;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.html.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Maps of features. */
final class MapsSection {
  private static final String TSNE = "tsne-";
  private static final String EMOTION = "-emotion";

  private MapsSection() {}

  static Section of(RunReport report, PageMedia media) {
    List<Element> content = new ArrayList<>();
    report.maps().stream()
        .map(MapFigure::features)
        .distinct()
        .forEach(set -> content.addAll(content(set, report, media)));
    if (!content.isEmpty()) {
      content.add(
          Parts.note(
              "t-SNE shows who is near whom; distances between groups and sizes of groups mean little. Where clips lie together by corpus or speaker rather than by emotion, a model can learn those instead."));
    }
    return new Section("maps", "Maps of features", content);
  }

  private static List<Element> content(String set, RunReport report, PageMedia media) {
    List<Element> pictures = new ArrayList<>();
    report.maps().stream()
        .filter(map -> map.features().equals(set))
        .sorted(Comparator.comparing(MapsSection::rank).thenComparing(MapFigure::name))
        .forEach(
            map -> media.picture(map.picture()).ifPresent(svg -> pictures.add(figure(map, svg))));
    if (pictures.isEmpty()) {
      return List.of();
    }
    List<Element> content = new ArrayList<>();
    if (!set.isEmpty()) {
      content.add(Parts.heading("Features " + set));
    }
    content.add(Element.of("div").styled("figures").addAll(pictures));
    return content;
  }

  /** The paper's figure first: t-SNE by emotion. */
  private static int rank(MapFigure map) {
    int method = map.name().startsWith(TSNE) ? 0 : 2;
    return map.name().endsWith(EMOTION) ? method : method + 1;
  }

  private static Element figure(MapFigure map, String svg) {
    String method = map.name().startsWith(TSNE) ? "t-SNE" : "Principal components";
    String by = map.name().substring(map.name().indexOf('-') + 1);
    String caption = "%s of the features, coloured by %s".formatted(method, by);
    return Parts.figure(svg, caption + ": a point for each clip.", caption);
  }
}
