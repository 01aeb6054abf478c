package dev.emovox.embedding.map;

import dev.emovox.embedding.PrincipalComponents;
import dev.emovox.embedding.StandardisedTable;
import dev.emovox.embedding.tsne.Tsne;
import dev.emovox.embedding.tsne.TsneProgress;
import dev.emovox.embedding.tsne.TsneSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts the clips of a feature table on maps. Every column is standardised before. */
public final class FeatureMapper {
  private static final int DIMENSIONS = 2;

  private final MapSettings settings;
  private final TsneProgress progress;

  /** Maps of the given settings. */
  public FeatureMapper(MapSettings settings, TsneProgress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * The maps.
   *
   * @throws dev.emovox.domain.InvalidInputException if the table is none of which a map can be
   *     made: too few clips, values that are not finite, nothing that varies
   */
  public FeatureMap map(LabelledTable table) {
    LabelledTable sample = table.sample(settings.mostClips(), settings.seed());
    StandardisedTable standardised = StandardisedTable.of(sample.values());
    Optional<FeatureMap.Neighbourhoods> tsne = Optional.empty();
    if (settings.methods().contains(MapMethod.TSNE)) {
      tsne = Optional.of(neighbourhoods(standardised, sample.clips()));
    }
    Optional<FeatureMap.Components> components = Optional.empty();
    if (settings.methods().contains(MapMethod.PCA)) {
      components = Optional.of(components(standardised, sample.clips()));
    }
    return new FeatureMap(
        sample.clips(),
        table.clips().size(),
        sample.values()[0].length,
        standardised.constantColumns(),
        MapScores.agreement(standardised.rows(), sample.clips()),
        components,
        tsne);
  }

  private FeatureMap.Neighbourhoods neighbourhoods(
      StandardisedTable table, List<ClipLabels> clips) {
    TsneSettings chosen = settings.tsne(clips.size());
    return new FeatureMap.Neighbourhoods(
        plane(table, new Tsne(chosen, progress).embed(table), clips), chosen);
  }

  private static FeatureMap.Components components(StandardisedTable table, List<ClipLabels> clips) {
    PrincipalComponents components = PrincipalComponents.of(table, DIMENSIONS);
    return new FeatureMap.Components(
        plane(table, components.coordinates(), clips),
        Arrays.stream(Arrays.copyOf(components.shares(), DIMENSIONS)).boxed().toList());
  }

  private static FeatureMap.Plane plane(
      StandardisedTable table, double[][] points, List<ClipLabels> clips) {
    double[][] two =
        Arrays.stream(points)
            .map(point -> Arrays.copyOf(point, DIMENSIONS))
            .toArray(double[][]::new);
    return new FeatureMap.Plane(two, MapScores.of(table.rows(), two, clips));
  }
}
