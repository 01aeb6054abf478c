package dev.emovox.embedding.map;

import dev.emovox.pictures.Scatter;
import dev.emovox.pictures.ScatterPicture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pictures of maps: each of them coloured by emotion, by corpus and by speaker. */
public final class MapPictures {
  /** Classes that the description of a picture counts. */
  private static final int COUNTED = 64;

  private final FeatureMap map;

  private MapPictures(FeatureMap map) {
    this.map = map;
  }

  /** SVG documents by name, such as {@code tsne-emotion}; equal maps give equal text. */
  public static SortedMap<String, String> of(FeatureMap map) {
    MapPictures pictures = new MapPictures(map);
    SortedMap<String, String> svgs = new TreeMap<>();
    for (Colouring colouring : Colouring.values()) {
      map.components()
          .ifPresent(
              components ->
                  svgs.put(
                      MapMethod.PCA.key() + "-" + colouring.key(),
                      pictures.draw(components, colouring)));
      map.tsne()
          .ifPresent(
              tsne ->
                  svgs.put(
                      MapMethod.TSNE.key() + "-" + colouring.key(),
                      pictures.draw(tsne, colouring)));
    }
    return svgs;
  }

  private String draw(FeatureMap.Components components, Colouring colouring) {
    List<Double> shares = components.shares();
    String subtitle =
        "%s · two components explain %s of the variance"
            .formatted(clips(), percent(shares.get(0) + shares.get(1)));
    return draw(
        components.plane(),
        colouring,
        new Scatter.Words(
            "Principal components of the features, by " + colouring.key(),
            subtitle,
            componentTitle(1, shares),
            componentTitle(2, shares),
            colouring.title() + " · clips",
            description("principal components", components.plane(), colouring)));
  }

  private static String componentTitle(int number, List<Double> shares) {
    return "Component %s, %s of the variance (standardised units)"
        .formatted(number, percent(shares.get(number - 1)));
  }

  private String draw(FeatureMap.Neighbourhoods tsne, Colouring colouring) {
    String subtitle =
        "%s · perplexity %s · trustworthiness %s"
            .formatted(
                clips(),
                tsne.settings().perplexity(),
                decimal("%.3f", tsne.plane().scores().trustworthiness()));
    return draw(
        tsne.plane(),
        colouring,
        new Scatter.Words(
            "t-SNE of the features, by " + colouring.key(),
            subtitle,
            "t-SNE dimension 1 (no unit: only who is near whom means something)",
            "t-SNE dimension 2 (no unit)",
            colouring.title() + " · clips",
            description("t-SNE", tsne.plane(), colouring)));
  }

  private String draw(FeatureMap.Plane plane, Colouring colouring, Scatter.Words words) {
    List<Scatter.Place> places = new ArrayList<>();
    Arrays.stream(plane.points()).forEach(p -> places.add(new Scatter.Place(p[0], p[1])));
    return ScatterPicture.svg(new Scatter(places, colouring.classes(map.clips()), words));
  }

  private String clips() {
    int shown = map.clips().size();
    String sample = map.drawnFrom() > shown ? " drawn from " + map.drawnFrom() : "";
    int features = map.features() - map.constantFeatures().size();
    return shown + " clips" + sample + " · " + features + " features";
  }

  private String description(String method, FeatureMap.Plane plane, Colouring colouring) {
    Map<String, Long> counts =
        colouring.classes(map.clips()).stream()
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    String classes =
        counts.entrySet().stream()
            .limit(COUNTED)
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    String more = counts.size() > COUNTED ? " and " + (counts.size() - COUNTED) + " more" : "";
    return "Scatter diagram of %s by %s, coloured by %s: %s%s. For %s of the clips the nearest one on the map is of the same %s; in all features for %s."
        .formatted(
            clips(),
            method,
            colouring.key(),
            classes,
            more,
            percent(plane.scores().nearestNeighbourAgreement().get(colouring.key())),
            colouring.key(),
            percent(map.agreement().get(colouring.key())));
  }

  private static String percent(double share) {
    return decimal("%.1f %%", 100 * share);
  }

  private static String decimal(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
