package dev.emovox.serving.process;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.domain.Digest;
import dev.emovox.inference.BaselinePackage;
import dev.emovox.inference.ModelPackage;
import dev.emovox.local.TestServers;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.ModelVersion;
import dev.emovox.tracking.VersionRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Puts model packages into the real store and registry, whole or not. */
final class PublishedModels implements AutoCloseable {
  private static final String MODEL = "emovox";
  private static final String INDEX = "package.json";

  private final S3Connection s3;
  private final PackageStore packages;
  private final ModelRegistry registry;

  PublishedModels(TestServers servers) {
    s3 = new S3Connection(servers.s3());
    packages = new PackageStore(new ArtifactStore(s3));
    registry = new ModelRegistry(servers.mlflow());
  }

  /** Stores and registers a package; gives its version. */
  String publish(BaselinePackage model) {
    packages.write(model.files(), model.digest());
    return register(model);
  }

  /** Stores the files of a folder as they are now under the digest of a package. */
  String publish(Path folder, ModelPackage model) {
    packages.writeFolder(folder, model.digest());
    return register(model);
  }

  /** Stores a package of which the last byte of one file is another, and registers it. */
  String publishChanged(BaselinePackage model) {
    Map<String, byte[]> files = new TreeMap<>(model.files());
    String name = files.keySet().stream().filter(n -> !n.equals(INDEX)).findFirst().orElseThrow();
    byte[] content = files.get(name).clone();
    content[content.length - 1] ^= 1;
    files.put(name, content);
    packages.write(files, model.digest());
    return register(model);
  }

  /** Registers a package that is not in the store. */
  String publishVanished(BaselinePackage model) {
    return register(model);
  }

  /** Stores a package without one of its files, and registers it. */
  String publishIncomplete(BaselinePackage model) {
    Map<String, byte[]> files = new TreeMap<>(model.files());
    files.keySet().removeIf(name -> !name.equals(INDEX));
    packages.write(files, model.digest());
    return register(model);
  }

  /** Stores a package, and registers it as if it were in the folder of another. */
  String publishElsewhere(BaselinePackage model) {
    packages.write(model.files(), model.digest());
    return register(model, packages.folder(Digest.of("another package")));
  }

  /** Points the champion's alias to a version. */
  void promote(String version) {
    promote("champion", version);
  }

  /** Points an alias to a version. */
  void promote(String alias, String version) {
    registry.setAlias(MODEL, alias, version);
  }

  /** Takes the champion's alias away. */
  void demote() {
    demote("champion");
  }

  /** Takes an alias away. */
  void demote(String alias) {
    registry.deleteAlias(MODEL, alias);
  }

  private String register(ModelPackage model) {
    return register(model, packages.folder(model.digest()));
  }

  private String register(ModelPackage model, String folder) {
    ModelVersion version =
        registry.register(
            new VersionRequest(
                MODEL, model.digest(), folder, "", Map.of("emovox.run", "run-of-the-test")));
    return version.version();
  }

  @Override
  public void close() {
    s3.close();
  }
}
