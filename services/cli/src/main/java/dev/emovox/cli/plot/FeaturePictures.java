package dev.emovox.cli.plot;

import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.FeatureMapDocument;
import dev.emovox.embedding.map.FeatureMap;
import dev.emovox.embedding.map.MapCoordinates;
import dev.emovox.embedding.map.MapPictures;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes maps of features: a picture for each method and colouring, the places, and the scores. */
public final class FeaturePictures {
  private final OutputFolder out;

  /** Pictures in a folder. */
  public FeaturePictures(OutputFolder out) {
    this.out = out;
  }

  /** Writes everything; the result names the files. */
  public FeatureMapDocument write(FeatureMap map) {
    Map<String, String> files = new TreeMap<>();
    MapPictures.of(map)
        .forEach((name, svg) -> files.put(name, out.write(name + ".svg", svg).toString()));
    files.put("coordinates", out.write("coordinates.csv", MapCoordinates.csv(map)).toString());
    FeatureMapDocument document = FeatureMapDocument.of(map);
    String json = new String(Json.write(document), StandardCharsets.UTF_8);
    files.put("embedding", out.write("embedding.json", json).toString());
    return document.with(files);
  }
}
