package dev.emovox.serving.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.inference.BaselinePackage;
import dev.emovox.inference.PackageReader;
import dev.emovox.inference.Preprocessing;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.serving.model.LoadedModel;
import dev.emovox.serving.model.ModelPointer;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.tracking.ModelVersion;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistryModelSourceTest {
  private static final BaselinePackage PACKAGE = SmallPackages.telling("calm", "excited");
  private static final Digest DIGEST = PACKAGE.digest();

  private final Map<String, byte[]> files = new HashMap<>(PACKAGE.files());

  @Test
  void findsNothingWithoutAnAlias() {
    assertThat(source(Optional.empty()).find(ModelRole.CHAMPION)).isEmpty();
  }

  @Test
  void loadsWhatTheRegistryRecorded() {
    RegistryModelSource source = source(Optional.of(version(Optional.of(DIGEST))));
    ModelPointer pointer = source.find(ModelRole.CHAMPION).orElseThrow();

    LoadedModel loaded = source.load(pointer);

    assertThat(loaded.identity().name()).isEqualTo("emovox");
    assertThat(loaded.identity().version()).isEqualTo("7");
    assertThat(loaded.identity().run()).isEqualTo("run-1");
    assertThat(loaded.identity().digest()).isEqualTo(DIGEST);
    assertThat(loaded.preprocessing())
        .isEqualTo(new Preprocessing.Features(FeatureSettings.paper()));
    assertThat(loaded.model().labels().labels()).containsExactly("calm", "excited");
    assertThat(loaded.model().predict(SmallPackages.tone(SmallPackages.HIGH, 1)).label())
        .isEqualTo("excited");
  }

  @Test
  void refusesAVersionWithoutADigest() {
    assertThatThrownBy(() -> load(version(Optional.empty())))
        .isInstanceOf(EmovoxException.class)
        .hasMessageContainingAll("version 7", "emovox.digest");
  }

  @Test
  void refusesAVersionWhosePackageLiesElsewhere() {
    ModelVersion elsewhere =
        new ModelVersion(
            "emovox",
            "7",
            Optional.of(DIGEST),
            "s3://other/models/" + DIGEST.hex() + "/",
            "",
            Instant.EPOCH,
            Map.of(),
            List.of());

    assertThatThrownBy(() -> load(elsewhere))
        .isInstanceOf(EmovoxException.class)
        .hasMessageContainingAll("s3://other/", "s3://bucket/");
  }

  @Test
  void refusesAnotherPackageThanTheRecordedOne() {
    assertThatThrownBy(() -> load(version(Optional.of(Digest.of("something else")))))
        .isInstanceOf(EmovoxException.class)
        .hasMessageContainingAll(DIGEST.toString(), Digest.of("something else").toString());
  }

  @Test
  void refusesAPackageOfWhichOneBitWasFlipped() {
    for (String name : PACKAGE.files().keySet()) {
      files.putAll(PACKAGE.files());
      byte[] changed = files.get(name).clone();
      changed[changed.length / 2] ^= 1;
      files.put(name, changed);

      assertThatThrownBy(() -> load(version(Optional.of(DIGEST))))
          .as(name)
          .isInstanceOf(EmovoxException.class);
    }
  }

  @Test
  void refusesAPackageOfWhichAFileIsGone() {
    for (String name : PACKAGE.files().keySet()) {
      files.putAll(PACKAGE.files());
      files.remove(name);

      assertThatThrownBy(() -> load(version(Optional.of(DIGEST))))
          .as(name)
          .isInstanceOf(EmovoxException.class)
          .hasMessageContaining(name);
    }
  }

  private LoadedModel load(ModelVersion version) {
    RegistryModelSource source = source(Optional.of(version));
    return source.load(source.find(ModelRole.CHAMPION).orElseThrow());
  }

  private RegistryModelSource source(Optional<ModelVersion> alias) {
    return new RegistryModelSource(
        role -> alias, new PackagesInMemory(), new PackageReader(), ComputeDevice.CPU);
  }

  private static ModelVersion version(Optional<Digest> digest) {
    return new ModelVersion(
        "emovox",
        "7",
        digest,
        "s3://bucket/models/" + digest.map(Digest::hex).orElse("") + "/",
        "mlflow-run",
        Instant.EPOCH,
        Map.of("emovox.run", "run-1"),
        List.of("champion"));
  }

  private final class PackagesInMemory implements Packages {

    @Override
    public String folder(Digest digest) {
      return "s3://bucket/models/" + digest.hex() + "/";
    }

    @Override
    public PackageFiles files(Digest digest) {
      return name ->
          Optional.ofNullable(files.get(name))
              .orElseThrow(() -> new WorkFailedException("there is no " + name));
    }
  }
}
