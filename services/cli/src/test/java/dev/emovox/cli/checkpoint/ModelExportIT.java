package dev.emovox.cli.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.CheckpointStore;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.cli.testing.TinyNetwork;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.Wav2Vec2Package;
import dev.emovox.inference.packaging.BaseCheckpoint;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.inference.packaging.CheckpointProvenance;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.Provenance;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.tracking.ModelVersion;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.config.ParameterShapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of a registry, with packages on a real S3 server. */
class ModelExportIT {
  private static TestServers servers;
  private static S3Connection connection;

  @TempDir Path folder;

  private final PackageStore packages = new PackageStore(new ArtifactStore(connection));
  private final List<ModelVersion> versions = new ArrayList<>();
  private final ModelExport export =
      new ModelExport(
          new CheckpointStore(connection), new RegisteredNetworks(() -> versions, packages));

  @BeforeAll
  static void start() {
    servers = TestServers.start(Server.S3_SEAWEEDFS);
    connection = new S3Connection(servers.s3());
  }

  @AfterAll
  static void stop() {
    connection.close();
    servers.close();
  }

  private void register(String number, Digest digest) {
    versions.add(
        new ModelVersion(
            "emovox",
            number,
            Optional.ofNullable(digest),
            "s3://x/",
            "",
            Instant.EPOCH,
            Map.of(),
            List.of()));
  }

  private ExportedModel export(String version) {
    return export.run(
        new ExportSubject.Version(version), folder.resolve("out"), TransferListener.none());
  }

  private Digest storeNetwork(Path network) throws IOException {
    CheckpointProvenance provenance =
        new CheckpointProvenance(
            new BaseCheckpoint("speech/tiny@main", Digest.of("base")), Optional.empty(), "1.0");
    try (Wav2Vec2Package sealed = Wav2Vec2Package.seal(network, provenance)) {
      packages.writeFolder(network, sealed.digest());
      return sealed.digest();
    }
  }

  @Test
  void aVersionThatIsANetworkBecomesAFolder() throws IOException {
    Path network = new TinyNetwork(7, true).write(folder.resolve("network"));
    Digest digest = storeNetwork(network);
    register("2", digest);

    ExportedModel exported = export("2");

    assertThat(exported.exported()).isEqualTo("version 2");
    assertThat(exported.facts().labels()).containsExactly("sad", "angry", "happy");
    assertThat(exported.folder().resolve("README.md"))
        .content()
        .contains(digest.toString(), Digest.of("base").toString(), "speech/tiny@main");
    try (Checkpoint before = CheckpointFolder.open(network);
        Checkpoint after = CheckpointFolder.open(exported.folder())) {
      for (String name : ParameterShapes.of(before.config()).keySet()) {
        assertThat(after.parameter(name).content()).isEqualTo(before.parameter(name).content());
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void thePackageOfANetworkCanBeInspected() throws IOException {
    Path network = new TinyNetwork(8, true).write(folder.resolve("network"));
    Digest digest = storeNetwork(network);

    assertThat(InspectedModel.of(network).packaged())
        .contains(new InspectedPackage(digest, Optional.empty(), 3));
    Files.writeString(network.resolve("preprocessor_config.json"), "{}");
    assertThatThrownBy(() -> InspectedModel.of(network))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("preprocessor_config.json");
  }

  @Test
  void aBaselineIsRefusedByItsName() {
    Digest some = Digest.of("some");
    BaselineDescription description =
        BaselineDescription.of(
            "random-forest",
            new LabelSet(List.of("angry", "sad")),
            List.of(),
            new Provenance(some, some, some, some, "1.0"));
    byte[] index = description.write();
    packages.write(Map.of(PackageDescription.FILE, index), Digest.of(index));
    register("3", Digest.of(index));

    assertThatThrownBy(() -> export("3"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Version 3 is a baseline (random-forest)");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aVersionThatIsNotThereOrSomebodyElsesIsRefused() {
    register("4", null);

    assertThatThrownBy(() -> export("4"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("emovox.digest");
    assertThatThrownBy(() -> export("5"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("./emovox models");
  }
}
