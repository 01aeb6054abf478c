package dev.emovox.adapters.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.contracts.Acknowledgement;
import dev.emovox.contracts.AcknowledgementRequest;
import dev.emovox.domain.Digest;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingWatchTest {
  private static final Digest PACKAGE = Digest.of("package");

  private final FakeService service = new FakeService();

  @AfterEach
  void close() {
    service.close();
  }

  private static String model(String name, String version, Digest digest) {
    return "{\"name\": \"%s\", \"version\": \"%s\", \"digest\": \"%s\", \"other\": 1}"
        .formatted(name, version, digest);
  }

  /** Without patience, it looks once. */
  private Acknowledgement watch(int seconds) {
    return new ServingWatch(service.address())
        .await(new AcknowledgementRequest("emovox", "2", PACKAGE, seconds));
  }

  private void isNotAcknowledged(String because) {
    Acknowledgement seen = watch(0);
    assertThat(seen.acknowledged()).isFalse();
    assertThat(seen.message()).contains("does not answer with version 2", because);
  }

  @Test
  void theVersionIsAcknowledged() {
    service.answers(200, model("emovox", "2", PACKAGE));

    Acknowledgement seen = watch(0);

    assertThat(seen.acknowledged()).isTrue();
    assertThat(seen.message()).contains("answers with version 2");
    assertThat(service.looks()).isEqualTo(1);
  }

  @Test
  void aServiceThatChangesItsModelIsWaitedFor() {
    service
        .answers(503, "")
        .answers(200, model("emovox", "1", Digest.of("old")))
        .answers(200, model("emovox", "2", PACKAGE));

    assertThat(watch(60).acknowledged()).isTrue();
    assertThat(service.looks()).isEqualTo(3);
  }

  @Test
  void anotherVersionIsNotEnoughWhenTheTimeIsOver() {
    service.answers(200, model("emovox", "1", Digest.of("old")));

    Acknowledgement seen = watch(1);

    assertThat(seen.acknowledged()).isFalse();
    assertThat(seen.message()).contains("After 1 s", "it answers with version 1.");
    assertThat(seen.seconds()).isBetween(1.0, 30.0);
    assertThat(service.looks()).isGreaterThan(1);
  }

  @Test
  void theVersionOfAnotherModelOrOfAnotherPackageIsNotTheVersion() {
    service
        .answers(200, model("other", "2", PACKAGE))
        .answers(200, model("emovox", "2", Digest.of("exchanged")));

    isNotAcknowledged("it answers with version 2.");
    isNotAcknowledged("it answers with version 2.");
  }

  @Test
  void aServiceThatIsAwayIsTold() {
    service.close();

    isNotAcknowledged("it can't be reached.");
  }

  @ParameterizedTest
  @CsvSource({
    "401, '', it tells only who has a key (HTTP status 401).",
    "403, '', it tells only who has a key (HTTP status 403).",
    "503, no model, it has no model yet (HTTP status 503).",
    "500, oops, it has no model yet (HTTP status 500).",
    "200, '<html>', what answers there is no prediction service of Emovox.",
    "200, '[]', what answers there is no prediction service of Emovox.",
    "200, '{}', it answers with version null.",
  })
  void whatElseAnswersIsTold(int status, String body, String words) {
    service.answers(status, body);

    isNotAcknowledged(words);
  }

  @Test
  void aRefusalOfTheServiceIsToldWithItsReason() {
    service.answers(
        200,
        "{\"name\": \"emovox\", \"version\": \"1\", \"rejected\": {\"version\": \"2\", \"reason\": \"too large.\"}}");
    isNotAcknowledged("it answers with version 1 and refuses the other: too large.");
  }

  @Test
  void aWatchThatIsInterruptedEnds() {
    service.answers(503, "");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> watch(60)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
