package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.local.Server;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("servers")
record TrainingCheckpointsIT(Server server) {
  private static S3Fixture s3;
  private static S3Connection connection;
  private static TrainingCheckpoints checkpoints;

  static Stream<Server> servers() {
    return S3Fixture.servers();
  }

  @BeforeParameterizedClassInvocation
  static void start(Server server) {
    s3 = new S3Fixture(server);
    connection = new S3Connection(s3.endpoint());
    checkpoints = new TrainingCheckpoints(connection);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    connection.close();
    s3.close();
  }

  private static StepKey work(String name) {
    return StepKey.of("epoch", 1, name, List.of());
  }

  private static void save(StepKey work, long number, Path folder) throws IOException {
    Path files = Files.createTempDirectory(folder, "saved");
    Path weights = Files.writeString(files.resolve("weights"), content(number));
    Path progress = Files.writeString(files.resolve("progress.json"), "{}");
    checkpoints.save(work, number, List.of(weights, progress));
  }

  private static String content(long number) {
    return "weights after step " + number;
  }

  private static String indexKey(StepKey work, long number) {
    return String.format(Locale.ROOT, "training/epoch/%s/%012d.json", work.digest().hex(), number);
  }

  private static String weightsKey(StepKey work, long number) {
    return String.format(
        Locale.ROOT,
        "training/epoch/%s/%012d/%s",
        work.digest().hex(),
        number,
        Digest.of(content(number)).hex());
  }

  private static void assertNewest(StepKey work, long number, Path folder) throws IOException {
    Path target = Files.createTempDirectory(folder, "fetched");
    assertThat(checkpoints.fetchNewest(work, target, CheckpointProgress.none())).hasValue(number);
    assertThat(target.resolve("weights")).hasContent(content(number));
    assertThat(target).isDirectoryContaining("glob:**progress.json");
  }

  @Test
  void theNewestComesBackAndOlderOnesGo(@TempDir Path folder) throws IOException {
    StepKey work = work("newest");
    for (long number : List.of(9L, 10L, 100L)) {
      save(work, number, folder);
    }

    assertNewest(work, 100, folder);
    checkpoints.keepNewest(work, 2);
    assertThat(checkpoints.numbers(work)).containsExactly(10L, 100L);
    checkpoints.remove(work);
    assertThat(checkpoints.numbers(work)).isEmpty();
    assertThat(checkpoints.fetchNewest(work, folder, CheckpointProgress.none())).isEmpty();
  }

  @Test
  void oneThatIsNotWholeIsPassedOver(@TempDir Path folder) throws Exception {
    StepKey work = work("whole");
    for (long number = 1; number <= 6; number++) {
      save(work, number, folder);
    }
    s3.delete(indexKey(work, 6));
    s3.delete(weightsKey(work, 5));
    s3.tamper(weightsKey(work, 4), content(3).getBytes(StandardCharsets.UTF_8));
    s3.tamper(indexKey(work, 3), "{}".getBytes(StandardCharsets.UTF_8));

    assertNewest(work, 2, folder);
  }

  @Test
  void whatNeverBecameWholeIsRemovedWithWhatIsOlder(@TempDir Path folder) throws Exception {
    StepKey work = work("leftovers");
    for (long number = 1; number <= 3; number++) {
      save(work, number, folder);
    }
    s3.delete(indexKey(work, 1));

    checkpoints.keepNewest(work, 2);

    assertThat(s3.uploads("training/epoch/" + work.digest().hex() + "/000000000001")).isZero();
    assertThat(checkpoints.numbers(work)).containsExactly(2L, 3L);
  }

  @Test
  void theIndexOfOtherWorkIsNotBelieved(@TempDir Path folder) throws Exception {
    StepKey work = work("one");
    StepKey other = work("other");
    save(work, 1, folder);
    save(other, 1, folder);
    TrainingCheckpointIndex index =
        new TrainingCheckpointIndex(
            other.digest(), 1, List.of(new CheckpointObject("weights", Digest.of("x"), 1)));
    s3.tamper(indexKey(work, 1), index.write());

    Path target = Files.createTempDirectory(folder, "fetched");
    assertThat(checkpoints.fetchNewest(work, target, CheckpointProgress.none())).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsNoMissingCheckpoint(@TempDir Path folder) throws IOException {
    StepKey work = work("away");
    save(work, 1, folder);
    try (S3Connection nobody = new S3Connection(s3.withUrl("http://127.0.0.1:9"))) {
      TrainingCheckpoints away = new TrainingCheckpoints(nobody);
      assertThatThrownBy(() -> away.fetchNewest(work, folder, CheckpointProgress.none()))
          .isInstanceOf(ServerUnavailableException.class);
    }
  }

  @Test
  void attemptsThatOverlapDoNotMix(@TempDir Path folder) throws IOException, MinioException {
    StepKey work = work("overlap");
    save(work, 1, folder);
    Path weights = Files.writeString(folder.resolve("weights"), "others");
    checkpoints.save(work, 1, List.of(weights));
    s3.delete(weightsKey(work, 1).replace(Digest.of(content(1)).hex(), Digest.of("others").hex()));

    Path target = Files.createTempDirectory(folder, "fetched");
    assertThat(checkpoints.fetchNewest(work, target, CheckpointProgress.none())).isEmpty();
    save(work, 1, folder);
    assertNewest(work, 1, folder);
  }
}
