package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.local.Server;
import dev.emovox.settings.S3Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("servers")
record S3TroubleIT(Server server) {
  private static final ArtifactKind KIND = ArtifactKind.json("trouble");
  private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

  private static S3Fixture s3;

  static Stream<Server> servers() {
    return S3Fixture.servers();
  }

  @BeforeParameterizedClassInvocation
  static void start(Server server) {
    s3 = new S3Fixture(server);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    s3.close();
  }

  private static void everyCall(S3Endpoint endpoint, Check check) {
    try (S3Connection connection = new S3Connection(endpoint)) {
      ArtifactStore store = new ArtifactStore(connection);
      ArtifactRef artifact =
          new ArtifactRef(
              "s3://" + endpoint.bucket() + "/artifacts/x", Digest.of("x"), 1, "text/plain", 1);
      List<ThrowingCallable> calls =
          List.of(
              () -> new BucketCheck(connection).require(),
              () -> store.put(CONTENT, KIND),
              () -> store.read(artifact),
              () -> store.read(Digest.of("a clip")),
              () -> store.putClip(Digest.of(CONTENT), CONTENT),
              () -> store.missingClips(S3Fixture.clips("a clip")),
              () -> new CheckpointStore(connection).find(Digest.of("x")),
              () -> new S3Folder(connection, "checkpoints"),
              () -> new StepCache(store).find(StepKey.of("stage", 1, "", List.of())));
      calls.forEach(check::accept);
    }
  }

  /** What must come of a call. */
  interface Check {
    void accept(ThrowingCallable call);
  }

  @Test
  void aWrongBucketIsNamed() {
    everyCall(
        s3.withBucket("no-such-bucket"),
        call ->
            assertThatThrownBy(call)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no-such-bucket")
                .hasMessageContaining("EMOVOX_S3_BUCKET"));
  }

  @Test
  void wrongKeysAreNamedByTheirVariablesAndNeverShown() {
    everyCall(
        s3.withSecret("a-secret-that-is-wrong"),
        call ->
            assertThatThrownBy(call)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("EMOVOX_S3_SECRET_KEY")
                .hasStackTraceContaining("S3 answered")
                .satisfies(e -> assertThat(trace(e)).doesNotContain("a-secret", "Authorization")));
  }

  private static String trace(Throwable failure) {
    java.io.StringWriter text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    everyCall(
        s3.withUrl("http://127.0.0.1:1"),
        call ->
            assertThatThrownBy(call)
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("http://127.0.0.1:1")
                .hasMessageContaining("EMOVOX_S3_URL"));
  }

  @Test
  void aBucketIsCreatedOnce() {
    try (S3Connection connection = new S3Connection(s3.withBucket("brand-new"))) {
      BucketCheck check = new BucketCheck(connection);
      check.createIfMissing();
      check.createIfMissing();

      assertThatCode(check::require).doesNotThrowAnyException();
    }
  }

  @Test
  void aKilledServerIsUnavailableAndTheSameConnectionGoesOnWhenItIsBack() {
    ArtifactStore store = s3.store();
    ArtifactRef before = store.put(CONTENT, KIND);

    s3.kill();
    try {
      assertThatThrownBy(() -> store.read(before)).isInstanceOf(ServerUnavailableException.class);
      assertThatThrownBy(() -> store.put(CONTENT, KIND))
          .isInstanceOf(ServerUnavailableException.class);
      assertThatThrownBy(() -> new StepCache(store).find(StepKey.of("stage", 1, "", List.of())))
          .isInstanceOf(ServerUnavailableException.class);
    } finally {
      s3.restart();
    }

    assertThat(store.read(before)).isEqualTo(CONTENT);
    assertThat(store.verify(store.put("later".getBytes(StandardCharsets.UTF_8), KIND))).isTrue();
  }

  @Test
  void anUploadToAKilledServerFailsAndLeavesNothingHalfDone() {
    s3.kill();
    try (ClipUploader uploader = new ClipUploader(s3.store())) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  byte[] clip = ("lost " + i).getBytes(StandardCharsets.UTF_8);
                  uploader.store(Digest.of(clip), clip);
                }
                uploader.finish();
              })
          .isInstanceOf(ServerUnavailableException.class);
    } finally {
      s3.restart();
    }
  }
}
