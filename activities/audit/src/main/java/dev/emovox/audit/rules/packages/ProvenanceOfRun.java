package dev.emovox.audit.rules.packages;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.evidence.AuditedNetwork;
import dev.emovox.audit.evidence.TestedModel;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.inference.packaging.FineTuning;
import dev.emovox.inference.packaging.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a package says it was made from, beside what the run used. */
final class ProvenanceOfRun {
  private final List<String> differences = new ArrayList<>();

  private ProvenanceOfRun() {}

  static List<String> differences(AuditedBaseline baseline, Provenance says) {
    ProvenanceOfRun comparison = new ProvenanceOfRun();
    comparison.data(baseline.tested(), says.manifest(), says.split());
    comparison.compare("features", says.features(), baseline.featureTable());
    comparison.compareOptional(
        "augmented set", says.augmented(), baseline.augmentedSet().map(ArtifactRef::digest));
    return comparison.differences;
  }

  static List<String> differences(AuditedNetwork network, FineTuning says) {
    ProvenanceOfRun comparison = new ProvenanceOfRun();
    comparison.data(network.tested(), says.manifest(), says.split());
    comparison.compare("clips", says.clips(), Optional.of(network.trainingClips()));
    return comparison.differences;
  }

  private void data(TestedModel model, Digest manifest, Digest split) {
    compare("manifest", manifest, Optional.of(model.run().ingestionOutput("manifest")));
    compare("split", split, model.split().map(its -> its.artifact()));
  }

  private void compare(String what, Digest packaged, Optional<ArtifactRef> used) {
    compareOptional(what, Optional.of(packaged), used.map(ArtifactRef::digest));
  }

  private void compareOptional(String what, Optional<Digest> packaged, Optional<Digest> used) {
    if (!packaged.equals(used)) {
      differences.add(
          "%s: the package says %s, the run %s".formatted(what, shown(packaged), shown(used)));
    }
  }

  private static String shown(Optional<Digest> digest) {
    return digest.map(Digest::toString).orElse("none");
  }
}
