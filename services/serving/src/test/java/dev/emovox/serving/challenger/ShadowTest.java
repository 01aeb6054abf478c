package dev.emovox.serving.challenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.Digest;
import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.model.FakeModelSource;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.LiveModels;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.serving.model.ModelWatcher;
import dev.emovox.serving.model.RetryBackoff;
import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.Question;
import dev.emovox.serving.prediction.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShadowTest {
  private static final int ROOM = 2;
  private static final AudioClip CLIP = new AudioClip(new float[] {0.1f, 0.2f}, 16_000);
  private static final Question QUESTION = Question.whole(() -> new byte[0], Duration.ofSeconds(1));

  private final LiveModels models = LiveModels.none();
  private final FakeModelSource source = new FakeModelSource();
  private final RecordingChallengerListener listener = new RecordingChallengerListener();
  private final AtomicBoolean idle = new AtomicBoolean(true);
  private final ModelWatcher watcher =
      new ModelWatcher(
          source,
          models.challenger(),
          new ModelWatcher.Timing(
              new RetryBackoff(Duration.ofSeconds(1), Duration.ofSeconds(1)), () -> Instant.EPOCH),
          new QuietWatchListener());
  private final Challenger challenger =
      new Challenger(
          watcher,
          new Shares(0, 1),
          new FailureCount(new FailureLimit(2, Duration.ofSeconds(1)), () -> Instant.EPOCH),
          listener);
  private final Shadow shadow =
      new Shadow(challenger, new Shadow.Surroundings(models, idle::get, listener), ROOM);
  private final LiveModel champion = load(ModelRole.CHAMPION, "1");

  @BeforeEach
  void goLive() {
    models.champion().swap(champion);
  }

  @AfterEach
  void stop() {
    shadow.close();
  }

  @Test
  void comparesWhatBothSay() {
    // The champion says 0.2, 0.7, 0.1; this one says sad.
    challenge(new FakeModel(probabilities -> new double[] {0.2, 0.1, 0.7}));
    ask(champion).complete(answer());
    ask(champion).complete(answer());

    await().until(() -> shadow.comparison().filter(found -> found.clips() == 2).isPresent());
    Comparison found = shadow.comparison().orElseThrow();
    assertThat(found.champion().version()).isEqualTo("1");
    assertThat(found.challenger().version()).isEqualTo("2");
    assertThat(found.agreement()).isZero();
    assertThat(found.meanAbsoluteDifference()).isCloseTo(0.4, within(1e-12));
    assertThat(found.meanChampionSeconds()).isCloseTo(0.5, within(1e-12));
    assertThat(found.meanChallengerSeconds()).isPositive();
  }

  @Test
  void holdsNoMoreThanThereIsRoomForAndGivesTheRoomBack() {
    FakeModel model = FakeModel.happy();
    challenge(model);
    int before = model.predictions();
    List<CompletableFuture<Classification>> asked = List.of(ask(champion), ask(champion));
    ask(champion).complete(answer());
    assertThat(listener.droppedClips()).isEqualTo(1);

    asked.get(0).completeExceptionally(new IllegalStateException("no answer"));
    asked.get(1).complete(answer());
    await().until(() -> model.predictions() == before + 1);
    ask(champion).complete(answer());
    await().until(() -> model.predictions() == before + 2);
    assertThat(listener.droppedClips()).isEqualTo(1);
  }

  @Test
  void waitsWhileTheEngineWorks() {
    FakeModel model = FakeModel.happy();
    challenge(model);
    int before = model.predictions();
    idle.set(false);
    ask(champion).complete(answer());
    await().during(Duration.ofMillis(100)).until(() -> model.predictions() == before);

    idle.set(true);
    await().until(() -> model.predictions() == before + 1);
  }

  @Test
  void mirrorsNothingThatTheChallengerAnsweredOrThatNobodyIsThereToHear() {
    ask(champion).complete(answer());
    FakeModel model = FakeModel.happy();
    challenge(model);
    int before = model.predictions();
    ask(models.challenger().current().orElseThrow()).complete(answer());
    ask(champion).complete(answer());

    await().until(() -> model.predictions() == before + 1);
    assertThat(shadow.comparison().orElseThrow().clips()).isEqualTo(1);
  }

  @Test
  void takesAChallengerBackThatFails() {
    AtomicBoolean broken = new AtomicBoolean();
    challenge(
        new FakeModel(
            probabilities -> {
              if (broken.get()) {
                throw new IllegalStateException("weights are gone");
              }
              return probabilities;
            }));
    broken.set(true);
    ask(champion).complete(answer());
    ask(champion).complete(answer());

    await().until(() -> models.challenger().current().isEmpty());
    watcher.poll();
    assertThat(watcher.status().message()).contains("failed 2 times", "weights are gone");
    assertThat(listener.failures()).hasSize(2);
  }

  private CompletableFuture<Classification> ask(LiveModel live) {
    CompletableFuture<Classification> answer = new CompletableFuture<>();
    shadow.heard(QUESTION, CLIP, live, answer);
    return answer;
  }

  private Classification answer() {
    return new Classification(
        "id",
        List.of(
            new ClassScore("angry", 0.2, 0),
            new ClassScore("happy", 0.7, 1),
            new ClassScore("sad", 0.1, -1)),
        1,
        champion.identity(),
        List.of(),
        Digest.of("clip"),
        new Timing(0, 0, 500_000_000, 1));
  }

  private void challenge(FakeModel model) {
    source.add("2", () -> model);
    source.promote(ModelRole.CHALLENGER, "2");
    watcher.poll();
  }

  private LiveModel load(ModelRole role, String version) {
    source.add(version, FakeModel::happy);
    var pointer = FakeModelSource.pointer(version);
    return new LiveModel(role, source.load(pointer), pointer, Instant.EPOCH);
  }
}
