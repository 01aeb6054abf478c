package dev.emovox.ledger.promotion;

import dev.emovox.domain.Digest;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.ServedModel;
import dev.emovox.tracking.ModelVersion;

/**
 * The versions of a registered model with their packages.
 *
 * @param registry the versions
 * @param packages the packages
 */
record RegisteredPackages(Registry registry, Packages packages) {
  private static final String RUN_TAG = "emovox.run";

  /** The version as entries name it, with what is served now. */
  ServedModel model(ModelVersion version) {
    return new ServedModel(
        registry.modelName(),
        version.version(),
        registry.champion().map(ModelVersion::version).orElse(null),
        version.digest().orElseThrow(),
        version.tags().get(RUN_TAG));
  }

  /**
   * The version of a number.
   *
   * @throws InvalidInputException if there is none
   */
  ModelVersion find(String number) {
    return registry
        .find(number)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no version '%s' of model '%s'. `./emovox models` lists them."
                        .formatted(number, registry.modelName())));
  }

  /**
   * The files of a version, every byte of them read.
   *
   * @throws WorkFailedException if they are not what was registered
   */
  Decision.Attested verified(ModelVersion version) {
    Digest digest =
        version
            .digest()
            .orElseThrow(
                () ->
                    refused(
                        version, "it has no tag emovox.digest, so nothing can be verified", null));
    try {
      return packages.verify(digest);
    } catch (ServerUnavailableException e) {
      throw e;
    } catch (EmovoxException e) {
      throw refused(version, "its package is damaged: " + e.getMessage(), e);
    }
  }

  private static WorkFailedException refused(ModelVersion version, String why, Throwable cause) {
    return new WorkFailedException(
        "Version %s is not promoted: %s What is served stays as it is. Run the experiment again to restore the package."
            .formatted(version.version(), why.endsWith(".") ? why : why + "."),
        cause);
  }
}
