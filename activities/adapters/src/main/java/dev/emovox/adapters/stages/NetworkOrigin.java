package dev.emovox.adapters.stages;

import dev.emovox.artifacts.CheckpointOrigin;
import dev.emovox.artifacts.CheckpointStore;
import dev.emovox.contracts.NetworkPackageRequest;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.wav2vec2.checkpoint.ModelCard;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a network's first weights came from, as its package tells the world.
 *
 * @param checkpoint digest over its files
 * @param source the first place it was imported from; of a folder, the last name alone
 * @param licence SPDX identifier, if all places that name one name the same; else empty
 */
record NetworkOrigin(Digest checkpoint, String source, String licence) {

  /** What the store knows of a checkpoint. */
  static NetworkOrigin of(CheckpointStore store, ArtifactRef index) {
    Digest checkpoint = store.checkpoint(index);
    List<CheckpointOrigin> origins = store.origins(checkpoint);
    String source = origins.isEmpty() ? "not known" : source(origins.get(0));
    return new NetworkOrigin(checkpoint, source, licence(origins));
  }

  private static String source(CheckpointOrigin origin) {
    if (origin.kind().equals(CheckpointOrigin.FOLDER)) {
      return "a folder " + Path.of(origin.source()).getFileName();
    }
    return origin.commit() == null
        ? origin.source()
        : origin.source() + " at commit " + origin.commit();
  }

  private static String licence(List<CheckpointOrigin> origins) {
    List<String> named =
        origins.stream()
            .map(CheckpointOrigin::licence)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return named.size() == 1 ? named.get(0) : "";
  }

  /** The card of the network that was trained from it, which others may load without Emovox. */
  ModelCard card(NetworkPackageRequest request, Optional<TemperatureScaling> calibration) {
    TreeMap<String, String> provenance = new TreeMap<>();
    provenance.put("base checkpoint", checkpoint.toString());
    provenance.put("base checkpoint's source", source);
    provenance.put("manifest of the clips", request.manifest().digest().toString());
    provenance.put("split", request.split().digest().toString());
    provenance.put("training table", request.clips().digest().toString());
    provenance.put("evaluation", request.evaluation().digest().toString());
    calibration.ifPresent(
        scaling ->
            provenance.put("calibration: divide logits by this temperature", temperature(scaling)));
    return new ModelCard("Emovox model", licence, provenance);
  }

  private static String temperature(TemperatureScaling scaling) {
    return String.format(
        Locale.ROOT,
        "%.6f, fitted on %d validation clips; expected calibration error there %.4f, without it %.4f",
        scaling.temperature(),
        scaling.clips(),
        scaling.after().expectedCalibrationError(),
        scaling.before().expectedCalibrationError());
  }
}
