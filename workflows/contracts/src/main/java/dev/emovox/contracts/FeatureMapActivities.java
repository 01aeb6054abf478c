package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;

/** Draws feature tables. */
@ActivityInterface
public interface FeatureMapActivities {

  /**
   * Maps of the clips by principal components and by t-SNE, coloured by emotion, by corpus and by
   * speaker: outputs {@code pca-emotion} to {@code tsne-speaker} (SVG), which the run in MLflow
   * gets too, and {@code maps} (JSON) with their scores. Of a table of which no map can be made
   * there is {@code maps} alone, which says why.
   */
  StageResult drawMaps(FeatureMapRequest request);
}
