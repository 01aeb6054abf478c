package dev.emovox.inference;

import dev.emovox.baselines.BaselineModel;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.inference.packaging.Provenance;

/**
 * What goes into a baseline's package.
 *
 * @param model the fitted model; its label set becomes the package's
 * @param preprocessing how a clip becomes the model's input
 * @param provenance what the model was made from
 */
public record PackageContents(
    BaselineModel model, FeatureSettings preprocessing, Provenance provenance) {}
