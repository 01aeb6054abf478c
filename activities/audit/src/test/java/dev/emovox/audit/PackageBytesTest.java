package dev.emovox.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.audit.evidence.AuditedVersion;
import dev.emovox.audit.examination.Examination;
import dev.emovox.audit.finding.Finding;
import dev.emovox.audit.rules.packages.PackageWhole;
import dev.emovox.audit.testing.CleanRun;
import dev.emovox.audit.testing.MadeRun;
import dev.emovox.audit.testing.MemoryEvidence;
import dev.emovox.audit.testing.Plant;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.tracking.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No byte of a model package can change without being found, wherever it is. */
class PackageBytesTest {
  private final MadeRun run = CleanRun.with(Plant.nothing());
  private final List<ArtifactRef> files =
      run.status().models().get(0).modelPackage().outputs().stream()
          .map(NamedArtifact::artifact)
          .toList();

  @Test
  void everyByteOfEveryFileOfAPackageOfARun() {
    MemoryEvidence stored = run.evidence();
    for (ArtifactRef file : files) {
      for (int position = 0; position < file.bytes(); position++) {
        stored.flipped(file.uri(), position);
        assertThat(stored.defect(file)).as(file.uri() + " " + position).isPresent();
        stored.flipped(file.uri(), position);
      }
    }
    assertThat(run.findings()).isEmpty();
  }

  @Test
  void everyByteOfEveryFileOfARegisteredVersion() {
    assertThat(damage()).isEmpty();
    for (ArtifactRef file : files) {
      for (int position = 0; position < file.bytes(); position++) {
        run.evidence().flipped(file.uri(), position);
        assertThat(damage()).as(file.uri() + " " + position).hasSize(1);
        run.evidence().flipped(file.uri(), position);
      }
    }
  }

  private List<Finding> damage() {
    Digest digest = files.get(0).digest();
    ModelVersion version =
        new ModelVersion(
            "emovox",
            "1",
            Optional.of(digest),
            "s3://emovox/models/" + digest.hex() + "/",
            "",
            Instant.EPOCH,
            Map.of(),
            List.of());
    Examination examination = new Examination();
    examination.apply(
        List.of(new PackageWhole()), new AuditedVersion(version, Optional.empty(), run.evidence()));
    return examination.findings();
  }
}
