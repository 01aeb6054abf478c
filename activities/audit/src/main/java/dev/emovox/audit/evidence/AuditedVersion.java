package dev.emovox.audit.evidence;

import dev.emovox.domain.Digest;
import dev.emovox.tracking.ModelVersion;
import java.util.List;
import java.util.Optional;

/**
 * A version of the registered model.
 *
 * @param version what the registry says
 * @param run the run that it says it is of; empty if there is no record of it
 * @param evidence where packages are
 */
public record AuditedVersion(ModelVersion version, Optional<AuditedRun> run, Evidence evidence) {

  /** How findings name it. */
  public String subject() {
    return "version " + version.version();
  }

  /** The model of the run whose package is registered. */
  public Optional<TestedModel> model() {
    Optional<Digest> digest = version.digest();
    List<TestedModel> models = run.map(AuditedRun::models).orElseGet(List::of);
    return models.stream()
        .filter(model -> digest.equals(Optional.of(model.packageDigest())))
        .findFirst();
  }
}
