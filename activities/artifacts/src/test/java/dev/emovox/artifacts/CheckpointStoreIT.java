package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.local.Server;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("servers")
record CheckpointStoreIT(Server server) {
  /** Three parts of an upload, the last one not full. */
  private static final int LARGE = 40 << 20;

  private static final String WEIGHTS = "model.safetensors";
  private static S3Fixture s3;
  private static S3Connection connection;
  private static CheckpointStore store;

  static Stream<Server> servers() {
    return S3Fixture.servers();
  }

  @BeforeParameterizedClassInvocation
  static void start(Server server) throws MinioException {
    s3 = new S3Fixture(server);
    s3.countUploads();
    connection = new S3Connection(s3.endpoint());
    store = new CheckpointStore(connection);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    connection.close();
    s3.close();
  }

  /** A folder with a small and a large file, and its index. */
  private static CheckpointIndex write(Path folder, long seed, int bytes) throws IOException {
    byte[] weights = new byte[bytes];
    new Random(seed).nextBytes(weights);
    Files.writeString(folder.resolve("config.json"), "{\"seed\": %d}".formatted(seed));
    Files.write(folder.resolve(WEIGHTS), weights);
    List<CheckpointObject> files = new ArrayList<>();
    for (String name : List.of(WEIGHTS, "config.json")) {
      Path file = folder.resolve(name);
      files.add(new CheckpointObject(name, Digest.of(file), Files.size(file)));
    }
    return CheckpointIndex.of(
        new CheckpointIndex.Summary("wav2vec2", 10, List.of(), "safetensors"), files);
  }

  private static String key(CheckpointIndex index, String name) {
    return "checkpoints/" + index.digest().hex() + "/" + name;
  }

  @Test
  void comesBackAsItWas(@TempDir Path folder, @TempDir Path copies) throws Exception {
    CheckpointIndex index = write(folder, 1, LARGE);
    List<Long> done = new ArrayList<>();

    long sent = store.store(index, folder, (file, now, total) -> done.add(now));
    CheckpointIndex fetched =
        store.fetch(index.digest(), copies.resolve("copy"), CheckpointProgress.none());

    assertThat(sent).isEqualTo(index.bytes());
    assertThat(done).isSorted().endsWith(2 * index.bytes());
    assertThat(fetched).isEqualTo(index);
    assertThat(Files.mismatch(folder.resolve(WEIGHTS), copies.resolve("copy").resolve(WEIGHTS)))
        .isEqualTo(-1);
    assertThat(store.find(index.digest())).contains(index);
    assertThat(store.stored()).contains(index.digest());
    assertThat(store.address(index.digest()))
        .isEqualTo(
            "s3://%s/checkpoints/%s/".formatted(s3.endpoint().bucket(), index.digest().hex()));
  }

  @Test
  void isSentOnce(@TempDir Path folder) throws Exception {
    CheckpointIndex index = write(folder, 2, 100_000);

    assertThat(store.store(index, folder, CheckpointProgress.none())).isEqualTo(index.bytes());
    assertThat(store.store(index, folder, CheckpointProgress.none())).isZero();
    assertThat(s3.uploads(key(index, ""))).isEqualTo(3);
  }

  @Test
  void whatWasDamagedIsNamedAndSentAgain(@TempDir Path folder, @TempDir Path copies)
      throws Exception {
    CheckpointIndex index = write(folder, 3, 1000);
    store.store(index, folder, CheckpointProgress.none());
    s3.tamper(key(index, WEIGHTS), new byte[1000]);

    assertThatThrownBy(
            () -> store.fetch(index.digest(), copies.resolve("a"), CheckpointProgress.none()))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(key(index, WEIGHTS));
    assertThat(copies.resolve("a").resolve(WEIGHTS)).doesNotExist();
    assertThat(store.store(index, folder, CheckpointProgress.none())).isEqualTo(1000);
    store.fetch(index.digest(), copies.resolve("b"), CheckpointProgress.none());
  }

  @Test
  void anIndexThatWasChangedIsNamedAndWrittenAnew(@TempDir Path folder) throws Exception {
    CheckpointIndex index = write(folder, 4, 1000);
    store.store(index, folder, CheckpointProgress.none());
    s3.tamper(key(index, "checkpoint.json"), "{}".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> store.find(index.digest()))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("checkpoint.json");
    store.store(index, folder, CheckpointProgress.none());
    assertThat(store.find(index.digest())).contains(index);
  }

  @Test
  void aFileThatChangesMeanwhileLeavesNoCheckpoint(@TempDir Path folder) throws Exception {
    CheckpointIndex index = write(folder, 5, 1000);
    Files.write(folder.resolve(WEIGHTS), new byte[1000]);

    assertThatThrownBy(() -> store.store(index, folder, CheckpointProgress.none()))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("changed while it was being stored");
    assertThat(store.find(index.digest())).isEmpty();
    assertThat(store.stored()).doesNotContain(index.digest());
    assertThat(s3.store().bucket().stat(key(index, WEIGHTS))).isEmpty();
  }

  @Test
  void aFileThatGrowsOrShrinksMeanwhileLeavesNoCheckpoint(@TempDir Path folder) throws Exception {
    for (int bytes : List.of(LARGE - 1, LARGE + 1)) {
      CheckpointIndex index = write(folder, 6, LARGE);
      Files.write(folder.resolve(WEIGHTS), new byte[bytes]);

      assertThatThrownBy(() -> store.store(index, folder, CheckpointProgress.none()))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("changed while it was being stored");
      assertThat(store.find(index.digest())).isEmpty();
    }
  }

  @Test
  void aCheckpointThatIsNotThereIsAWrongRequest(@TempDir Path folder) {
    assertThatThrownBy(() -> store.fetch(Digest.of("none"), folder, CheckpointProgress.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(Digest.of("none").toString());
  }

  @Test
  void placesAreRecordedOnceEach() {
    Digest checkpoint = Digest.of("well travelled");
    CheckpointOrigin folder =
        new CheckpointOrigin("folder", "/models/a", null, null, null, Instant.EPOCH, "ada");
    CheckpointOrigin later =
        new CheckpointOrigin("folder", "/models/a", null, null, null, Instant.MAX, "grace");
    CheckpointOrigin hub =
        new CheckpointOrigin(
            "hub",
            "a/b@main",
            "https://huggingface.co",
            "c".repeat(40),
            "mit",
            Instant.EPOCH,
            "ada");

    List.of(folder, hub, later, hub).forEach(origin -> store.record(checkpoint, origin));

    assertThat(store.origins(checkpoint)).containsExactly(folder, hub);
  }

  @Test
  void aPrefixIsReadAsAFolder(@TempDir Path folder) throws IOException {
    s3.tamper("incoming/base/config.json", "{}".getBytes(StandardCharsets.UTF_8));
    s3.tamper("incoming/base/model.safetensors", new byte[100]);
    s3.tamper("incoming/base/runs/events", new byte[1]);
    S3Folder prefix = new S3Folder(connection, "incoming/base");

    assertThat(prefix.names()).containsExactly("config.json", WEIGHTS);
    assertThat(prefix.read("config.json")).asString().isEqualTo("{}");
    prefix.download(prefix.names(), folder, CheckpointProgress.none());
    assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(new byte[100]);
    assertThatThrownBy(() -> new S3Folder(connection, "incoming"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("s3://" + s3.endpoint().bucket() + "/incoming");
  }
}
