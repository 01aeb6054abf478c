package dev.emovox.serving.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.Digest;
import dev.emovox.inference.BaselinePackage;
import dev.emovox.inference.PackageReader;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelHolder;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.serving.model.ModelStatus;
import dev.emovox.serving.model.ModelWatcher;
import dev.emovox.serving.model.RegistryState;
import dev.emovox.serving.model.Rejection;
import dev.emovox.serving.model.RetryBackoff;
import dev.emovox.serving.model.WatchListener;
import dev.emovox.tracking.ModelVersion;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A package all of whose digests are right, and that answers otherwise than when it was made. */
class SelfTestRefusalTest {
  private static final BaselinePackage GOOD = SmallPackages.telling("calm", "excited");

  private final Map<Digest, Map<String, byte[]>> stored = new HashMap<>();
  private final ModelHolder holder = new ModelHolder(ModelRole.CHAMPION);
  private ModelVersion champion;
  private ModelWatcher watcher;

  @BeforeEach
  void serveTheGoodOne() {
    RegistryModelSource source =
        new RegistryModelSource(
            role -> Optional.of(champion), new Stored(), new PackageReader(), ComputeDevice.CPU);
    RetryBackoff backoff = new RetryBackoff(Duration.ofHours(1), Duration.ofHours(1));
    watcher =
        new ModelWatcher(
            source,
            holder,
            new ModelWatcher.Timing(backoff, Clock.systemUTC()),
            new SilentListener());
    promote("1", GOOD.files());
    watcher.poll();
    assertThat(watcher.status().state()).isEqualTo(RegistryState.IN_STEP);
  }

  @AfterEach
  void close() {
    holder.close();
  }

  @Test
  void isRefusedAndThePreviousOneGoesOn() {
    promote("2", sealed(withFeaturesOfOtherLength()));
    watcher.poll();
    ModelStatus status = watcher.status();
    assertThat(status.state()).isEqualTo(RegistryState.REJECTED);
    assertThat(status.rejection().orElseThrow().pointer().version()).isEqualTo("2");
    assertThat(status.rejection().orElseThrow().reason())
        .contains("fails its self-test", "self_test_", "apart", "run the experiment again");
    assertThat(live().identity().version()).isEqualTo("1");
    assertThat(live().loaded().model().predict(SmallPackages.tone(SmallPackages.HIGH, 1)).label())
        .isEqualTo("excited");
  }

  @Test
  void whatIsTestedAndPassesIsTold() {
    assertThat(live().loaded().facts().selfTestClips()).isEqualTo(3);
  }

  @Test
  void packagesFromBeforeSelfTestsGoLive() {
    Map<String, byte[]> old = new TreeMap<>(GOOD.files());
    old.keySet().removeIf(name -> name.startsWith("self_test"));
    promote("3", sealed(old));
    watcher.poll();
    assertThat(live().identity().version()).isEqualTo("3");
    assertThat(live().loaded().facts().selfTestClips()).isZero();
  }

  private LiveModel live() {
    return holder.current().orElseThrow();
  }

  /** The same package, with a preprocessing that its answers were not made with. */
  private static Map<String, byte[]> withFeaturesOfOtherLength() {
    Map<String, byte[]> files = new TreeMap<>(GOOD.files());
    String preprocessing = new String(files.get("preprocessing.json"), UTF_8);
    String changed = preprocessing.replace("\"unit_length\" : true", "\"unit_length\" : false");
    assertThat(changed).isNotEqualTo(preprocessing);
    files.put("preprocessing.json", changed.getBytes(UTF_8));
    return files;
  }

  /** With a description in which every digest is right. */
  private static Map<String, byte[]> sealed(Map<String, byte[]> content) {
    Map<String, byte[]> files = new TreeMap<>(content);
    files.remove("package.json");
    List<PackagedFile> described =
        files.entrySet().stream()
            .map(file -> PackagedFile.of(file.getKey(), file.getValue()))
            .toList();
    files.put(
        "package.json",
        BaselineDescription.of(GOOD.kind(), GOOD.labels(), described, GOOD.provenance()).write());
    return files;
  }

  private void promote(String version, Map<String, byte[]> files) {
    Digest digest = Digest.of(files.get("package.json"));
    stored.put(digest, files);
    champion =
        new ModelVersion(
            "emovox",
            version,
            Optional.of(digest),
            "s3://bucket/models/" + digest.hex() + "/",
            "mlflow-run",
            Instant.EPOCH,
            Map.of("emovox.run", "run-" + version),
            List.of("champion"));
  }

  private final class Stored implements Packages {

    @Override
    public String folder(Digest digest) {
      return "s3://bucket/models/" + digest.hex() + "/";
    }

    @Override
    public PackageFiles files(Digest digest) {
      return stored.get(digest)::get;
    }
  }

  private static final class SilentListener implements WatchListener {

    @Override
    public void swapped(LiveModel live) {}

    @Override
    public void rejected(ModelRole role, Rejection rejection, Throwable cause) {}

    @Override
    public void changed(ModelRole role, ModelStatus status) {}
  }
}
