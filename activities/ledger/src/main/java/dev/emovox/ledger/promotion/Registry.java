package dev.emovox.ledger.promotion;

import dev.emovox.tracking.ModelVersion;
import java.util.List;
import java.util.Optional;

/** The versions of one registered model. */
public interface Registry {

  /** Name of the registered model. */
  String modelName();

  /** All versions, the newest last. */
  List<ModelVersion> versions();

  /** The version of that number. */
  default Optional<ModelVersion> find(String number) {
    return versions().stream().filter(version -> version.version().equals(number)).findFirst();
  }

  /** The version that is served. */
  Optional<ModelVersion> champion();

  /** Serves another version from now on. */
  void crown(ModelVersion version);

  /** Writes a tag of a version. */
  void tag(ModelVersion version, String key, String value);
}
