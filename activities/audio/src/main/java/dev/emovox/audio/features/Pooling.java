package dev.emovox.audio.features;

import dev.emovox.domain.FeaturePooling;
import java.util.ArrayList;
import java.util.List;

/** Sums tracks up over time. Immutable. */
public final class Pooling {
  private final List<Statistic> statistics;

  /** Pooling by the settings' statistics. */
  public Pooling(FeaturePooling settings) {
    statistics = settings.statistics().stream().map(Statistic::new).toList();
  }

  /** All statistics of every track, in the order of {@link FeatureNames}. */
  public List<FeatureGroup> of(List<Track> tracks) {
    List<FeatureGroup> groups = new ArrayList<>();
    for (Track track : tracks) {
      if (FeatureNames.isNumber(track.name())) {
        groups.add(new FeatureGroup(track.name(), new float[] {(float) track.rows()[0][0]}));
      } else {
        statistics.forEach(statistic -> groups.add(group(track, statistic)));
      }
    }
    return groups;
  }

  private static FeatureGroup group(Track track, Statistic statistic) {
    float[] values = new float[track.rows().length];
    for (int row = 0; row < values.length; row++) {
      values[row] = statistic.of(track.rows()[row]);
    }
    return new FeatureGroup(statistic.of(track.name()), values);
  }
}
