package dev.emovox.serving;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.inference.PackageReader;
import dev.emovox.inference.packaging.PackageScratch;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.serving.model.ModelSource;
import dev.emovox.serving.registry.RegistryEndpoints;
import dev.emovox.serving.registry.RegistryModelSource;
import dev.emovox.serving.registry.StoredPackages;
import dev.emovox.traces.StoredTraceFiles;
import dev.emovox.traces.TraceFiles;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Connects to the real registry and store. Nothing is sent before the first look. */
public class RegistryBeans {

  @Produces
  @Singleton
  RegistryEndpoints endpoints() {
    return RegistryEndpoints.fromEnvironment(System.getenv());
  }

  @Produces
  @Singleton
  S3Connection s3(RegistryEndpoints endpoints) {
    return new S3Connection(endpoints.s3());
  }

  void close(@Disposes S3Connection s3) {
    s3.close();
  }

  @Produces
  @Singleton
  TraceFiles traces(S3Connection s3) {
    return StoredTraceFiles.in(s3);
  }

  @Produces
  @Singleton
  ModelSource source(RegistryEndpoints endpoints, S3Connection s3, ServingConfig config) {
    ModelRegistry registry = new ModelRegistry(endpoints.mlflow());
    PackageStore packages = new PackageStore(new ArtifactStore(s3));
    return new RegistryModelSource(
        role -> registry.alias(config.modelName(), alias(role, config)),
        new StoredPackages(packages),
        new PackageReader(new PackageScratch(config.scratch())),
        ComputeDevice.of(System.getenv()));
  }

  private static String alias(ModelRole role, ServingConfig config) {
    return role == ModelRole.CHAMPION ? config.alias() : config.challenger().alias();
  }
}
