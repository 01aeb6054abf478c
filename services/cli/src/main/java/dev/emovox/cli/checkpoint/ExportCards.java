package dev.emovox.cli.checkpoint;

import dev.emovox.artifacts.CheckpointOrigin;
import dev.emovox.domain.Digest;
import dev.emovox.inference.packaging.CheckpointProvenance;
import dev.emovox.wav2vec2.checkpoint.ModelCard;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cards of exported models: what the store and the packages know of their making. */
final class ExportCards {
  private ExportCards() {}

  /** The card of an imported checkpoint. */
  static ModelCard of(Digest digest, List<CheckpointOrigin> origins) {
    SortedMap<String, String> provenance = new TreeMap<>();
    provenance.put("imported checkpoint", digest.toString());
    for (CheckpointOrigin origin : origins) {
      String number = provenance.size() == 1 ? "" : " (%d)".formatted(provenance.size());
      provenance.put("source" + number, source(origin));
    }
    return new ModelCard("Imported checkpoint", licence(origins), provenance);
  }

  /** The licence, if all places that name one name the same. */
  private static String licence(List<CheckpointOrigin> origins) {
    List<String> named =
        origins.stream()
            .map(CheckpointOrigin::licence)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return named.size() == 1 ? named.get(0) : "";
  }

  /** Cards are published: folders of this machine are told by their last name only. */
  private static String source(CheckpointOrigin origin) {
    if (origin.kind().equals(CheckpointOrigin.FOLDER)) {
      return "a folder " + Path.of(origin.source()).getFileName();
    }
    String commit = origin.commit() == null ? "" : " at commit " + origin.commit();
    return origin.source() + commit;
  }

  /** The card of a registered network. */
  static ModelCard of(String version, RegisteredNetworks.Network network) {
    CheckpointProvenance made = network.description().provenance();
    SortedMap<String, String> provenance = new TreeMap<>();
    provenance.put("model package", network.digest().toString());
    provenance.put("base checkpoint", made.base().digest().toString());
    provenance.put("base checkpoint's source", made.base().source());
    provenance.put("program version", made.codeVersion());
    made.fineTuning()
        .ifPresent(
            training -> {
              provenance.put("manifest of the clips", training.manifest().toString());
              provenance.put("split", training.split().toString());
              provenance.put("evaluation", training.evaluation().toString());
            });
    return new ModelCard("Emovox model, version " + version, "", provenance);
  }
}
