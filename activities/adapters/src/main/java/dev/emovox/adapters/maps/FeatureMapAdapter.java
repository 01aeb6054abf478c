package dev.emovox.adapters.maps;

import dev.emovox.adapters.Heartbeats;
import dev.emovox.adapters.StageMemory;
import dev.emovox.adapters.Stores;
import dev.emovox.artifacts.CachedOutput;
import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.FeatureMapActivities;
import dev.emovox.contracts.FeatureMapRequest;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.embedding.map.ClipLabels;
import dev.emovox.embedding.map.FeatureMap;
import dev.emovox.embedding.map.FeatureMapper;
import dev.emovox.embedding.map.MapMethod;
import dev.emovox.embedding.map.MapPictures;
import dev.emovox.embedding.map.MapSettings;
import dev.emovox.embedding.map.TableSample;
import dev.emovox.records.rows.FeatureRow;
import dev.emovox.tracking.MlflowTracking;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws maps of a sample of a feature table, so that it takes seconds and little memory however
 * large the table is.
 */
public final class FeatureMapAdapter implements FeatureMapActivities {
  private static final Logger LOG = LoggerFactory.getLogger(FeatureMapAdapter.class);
  private static final int CODE_VERSION = 1;
  private static final int MOST_CLIPS = 3000;
  private static final String DOCUMENT = "maps";

  private final Stores stores;
  private final MlflowTracking tracking;
  private final Heartbeats heartbeats;

  /** The activity on the given servers. */
  public FeatureMapAdapter(Stores stores, MlflowTracking tracking, Heartbeats heartbeats) {
    this.stores = stores;
    this.tracking = tracking;
    this.heartbeats = heartbeats;
  }

  private record Settings(int mostClips, long seed) {}

  @Override
  public StageResult drawMaps(FeatureMapRequest request) {
    StepKey key =
        StepKey.of(
            DOCUMENT,
            CODE_VERSION,
            new Settings(MOST_CLIPS, request.seed()),
            List.of(request.features().digest()));
    return heartbeats.during(
        () -> {
          StageResult maps = stores.memory().recall(key, Void.class, () -> draw(request)).stage();
          maps.outputs().forEach(output -> log(request, output));
          return maps;
        });
  }

  private StageMemory.Made<Void> draw(FeatureMapRequest request) {
    TableSample sample = sample(request);
    try {
      FeatureMap map =
          new FeatureMapper(settings(request), (done, total) -> {}).map(sample.table());
      return new StageMemory.Made<>(outputs(map.outOf(sample.passed())), null);
    } catch (InvalidInputException e) {
      LOG.warn("There are no maps of the features {}: {}", request.set(), e.getMessage());
      MapsDocument none = MapsDocument.none(sample.passed(), e.getMessage());
      return new StageMemory.Made<>(List.of(stores.tables().document(DOCUMENT, none)), null);
    }
  }

  private TableSample sample(FeatureMapRequest request) {
    TableSample sample = new TableSample(MOST_CLIPS, request.seed());
    stores
        .tables()
        .forEach(
            request.features(),
            FeatureRow.class,
            row ->
                sample.add(
                    new ClipLabels(row.id(), row.corpus(), row.speaker(), row.emotion()),
                    row.values().stream().mapToDouble(Double::doubleValue).toArray()));
    return sample;
  }

  private static MapSettings settings(FeatureMapRequest request) {
    return new MapSettings(
        EnumSet.allOf(MapMethod.class),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        request.seed(),
        MOST_CLIPS);
  }

  private List<CachedOutput> outputs(FeatureMap map) {
    List<CachedOutput> outputs = new ArrayList<>();
    MapPictures.of(map).forEach((name, svg) -> outputs.add(stores.tables().picture(name, svg)));
    outputs.add(stores.tables().document(DOCUMENT, MapsDocument.of(map)));
    return outputs;
  }

  private void log(FeatureMapRequest request, NamedArtifact output) {
    String extension = output.name().equals(DOCUMENT) ? ".json" : ".svg";
    tracking.logArtifact(
        request.run().runId(),
        "features/" + request.set() + "/" + output.name() + extension,
        stores.artifacts().read(output.artifact()));
  }
}
