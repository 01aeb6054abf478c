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
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.tracking.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No byte of a model package can change without being found, wherever it is. */
class PackageBytesTest {
  private record Packed(String kind, MadeRun run, List<ArtifactRef> files) {
    static Packed of(String kind, MadeRun run, StageResult modelPackage) {
      return new Packed(
          kind, run, modelPackage.outputs().stream().map(NamedArtifact::artifact).toList());
    }

    List<String> names() {
      return files.stream()
          .map(file -> file.uri().substring(file.uri().lastIndexOf('/') + 1))
          .toList();
    }

    @Override
    public String toString() {
      return kind + " of " + names();
    }
  }

  static Stream<Packed> packages() {
    MadeRun run = CleanRun.with(Plant.nothing());
    return Stream.of(
        Packed.of("baseline", run, run.status().models().get(0).modelPackage()),
        Packed.of("network", run, run.status().networks().get(0).modelPackage()));
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyByteOfEveryFileOfAPackageOfARun(Packed packed) {
    MemoryEvidence stored = packed.run().evidence();
    for (ArtifactRef file : packed.files()) {
      for (int position = 0; position < file.bytes(); position++) {
        stored.flipped(file.uri(), position);
        assertThat(stored.defect(file)).as(file.uri() + " " + position).isPresent();
        stored.flipped(file.uri(), position);
      }
    }
    assertThat(packed.run().findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyByteOfEveryFileOfARegisteredVersion(Packed packed) {
    assertThat(damage(packed)).isEmpty();
    for (ArtifactRef file : packed.files()) {
      for (int position = 0; position < file.bytes(); position++) {
        packed.run().evidence().flipped(file.uri(), position);
        assertThat(damage(packed)).as(file.uri() + " " + position).hasSize(1);
        packed.run().evidence().flipped(file.uri(), position);
      }
    }
  }

  private static List<Finding> damage(Packed packed) {
    Digest digest = packed.files().get(0).digest();
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
        List.of(new PackageWhole()),
        new AuditedVersion(version, Optional.empty(), packed.run().evidence()));
    return examination.findings();
  }
}
