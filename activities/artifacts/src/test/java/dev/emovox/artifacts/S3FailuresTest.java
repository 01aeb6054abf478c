package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3FailuresTest {
  private static final ArtifactRef ARTIFACT =
      new ArtifactRef("s3://emovox/artifacts/x", Digest.of("abc"), 3, "text/plain", 1);

  private static EmovoxException reading(FakeS3 server) {
    return reading(server, Duration.ofSeconds(20));
  }

  private static EmovoxException reading(FakeS3 server, Duration silence) {
    try (S3Connection connection = new S3Connection(server.endpoint(), silence)) {
      new ArtifactStore(connection).read(ARTIFACT);
      throw new AssertionError("read");
    } catch (EmovoxException e) {
      return e;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403, InvalidAccessKeyId, EMOVOX_S3_ACCESS_KEY",
    "403, SignatureDoesNotMatch, EMOVOX_S3_SECRET_KEY",
    "403, AccessDenied, EMOVOX_S3_SECRET_KEY",
    "403, RequestTimeTooSkewed, clock",
    "404, NoSuchBucket, EMOVOX_S3_BUCKET",
    "400, AuthorizationHeaderMalformed, EMOVOX_S3_URL",
    "501, NotImplemented, conditional writes"
  })
  void theRequestIsToBlame(int status, String code, String named) {
    try (FakeS3 server = FakeS3.error(status, code)) {
      assertThat(reading(server))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(named);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "503, SlowDown, can't answer now",
    "503, ServiceUnavailable, can't answer now",
    "500, InternalError, can't answer now",
    "429, TooManyRequests, can't answer now",
    "507, XMinioStorageFull, no room left",
    "507, InsufficientStorage, no room left",
    "400, QuotaExceeded, no room left"
  })
  void theServerIsToBlame(int status, String code, String said) {
    try (FakeS3 server = FakeS3.error(status, code)) {
      assertThat(reading(server))
          .isInstanceOf(ServerUnavailableException.class)
          .hasMessageContaining(said)
          .hasMessageContaining(code)
          .hasMessageContaining(server.endpoint().url().toString());
    }
  }

  @Test
  void aVanishedObjectIsNamed() {
    try (FakeS3 server = FakeS3.error(404, "NoSuchKey")) {
      assertThat(reading(server))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining(ARTIFACT.uri());
    }
  }

  @ParameterizedTest
  @CsvSource({"502, true", "503, true", "200, false", "404, false"})
  void anAnswerThatIsNotS3sIsJudgedByItsStatus(int status, boolean unavailable) {
    try (FakeS3 server = FakeS3.answering(status, "text/html", "<html>a proxy</html>");
        S3Connection connection = new S3Connection(server.endpoint())) {
      assertThatThrownBy(() -> new ArtifactStore(connection).missingClips(S3Fixture.clips("a")))
          .isInstanceOf(
              unavailable ? ServerUnavailableException.class : InvalidInputException.class);
    }
  }

  @Test
  void anAnswerThatBreaksOffIsTheServersFault() {
    FakeS3.Answer half =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/plain");
          exchange.sendResponseHeaders(200, 3);
          exchange.getResponseBody().write('a');
          exchange.getResponseBody().flush();
          throw new IllegalStateException("breaks off");
        };
    try (FakeS3 server = new FakeS3(half)) {
      assertThat(reading(server)).isInstanceOf(ServerUnavailableException.class);
    }
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    FakeS3.Answer silence =
        exchange -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    try (FakeS3 server = new FakeS3(silence)) {
      assertThat(reading(server, Duration.ofMillis(300)))
          .isInstanceOf(ServerUnavailableException.class);
    }
  }

  @Test
  void moreBytesThanWereStoredAreNotTakenIn() {
    try (FakeS3 server = FakeS3.answering(200, "text/plain", "abc".repeat(100_000))) {
      assertThat(reading(server))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("more bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SignatureDoesNotMatch", "InternalError", "SomethingNew"})
  void neitherSecretsNorHeadersAreInTheTrace(String code) {
    try (FakeS3 server = FakeS3.error(400, code)) {
      StringWriter trace = new StringWriter();
      reading(server).printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString())
          .contains(code)
          .doesNotContain("secret-of-the-fake", "Authorization", "X-Amz-", "User-Agent");
    }
  }
}
