import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.domain.Digest;
import dev.emovox.inference.Wav2Vec2Package;
import dev.emovox.inference.packaging.BaseCheckpoint;
import dev.emovox.inference.packaging.CheckpointProvenance;
import dev.emovox.settings.Endpoints;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.VersionRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Packages the network of a folder, stores it in S3, registers it and points the alias to it. Run
 * it with the service's libraries on the class path and the variables of its servers.
 */
public class Publish {
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Endpoints endpoints = Endpoints.fromEnvironment(System.getenv());
    BaseCheckpoint base = new BaseCheckpoint("benchmark", Digest.of("benchmark"));
    try (S3Connection s3 = new S3Connection(endpoints.s3());
        Wav2Vec2Package network =
            Wav2Vec2Package.seal(folder, new CheckpointProvenance(base, Optional.empty(), "0"))) {
      PackageStore packages = new PackageStore(new ArtifactStore(s3));
      packages.writeFolder(folder, network.digest());
      ModelRegistry registry = new ModelRegistry(endpoints.mlflow());
      String source = packages.folder(network.digest());
      String version =
          registry
              .register(
                  new VersionRequest(
                      "emovox", network.digest(), source, "", Map.of("emovox.run", "benchmark")))
              .version();
      registry.setAlias("emovox", "champion", version);
    }
  }
}
