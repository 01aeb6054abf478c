package dev.emovox.serving.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.Prediction;
import dev.emovox.inference.Preprocessing;
import dev.emovox.serving.model.EmotionModel;
import dev.emovox.serving.model.FakeModelSource;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.LoadedModel;
import dev.emovox.serving.model.ModelIdentity;
import dev.emovox.serving.model.ModelRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatcherTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final float BROKEN = -7;

  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger left = new AtomicInteger();
  private final ConcurrentLinkedQueue<Integer> told = new ConcurrentLinkedQueue<>();
  private final LiveModel live = live("1");
  private Batcher batcher = batcher(4, 100_000, Duration.ZERO);

  @AfterEach
  void close() {
    gate.countDown();
    batcher.close();
  }

  private Batcher batcher(int clips, long samples, Duration patience) {
    return new Batcher(
        1, new BatchLimits(clips, samples, patience), (size, nanoseconds) -> told.add(size));
  }

  private void start(int clips, long samples, Duration patience) {
    batcher.close();
    batcher = batcher(clips, samples, patience);
  }

  /** Answers each clip with its first sample, and fails if one of them is broken. */
  private final class Echo implements EmotionModel {
    final List<List<Integer>> batches = new CopyOnWriteArrayList<>();

    @Override
    public LabelSet labels() {
      return new LabelSet(List.of("a", "b"));
    }

    @Override
    public AudioClip prepare(AudioClip clip) {
      return clip;
    }

    @Override
    public boolean gainsFromBatches() {
      return true;
    }

    @Override
    public List<Prediction> predict(List<AudioClip> clips) {
      batches.add(clips.stream().map(clip -> clip.samples().length).toList());
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return clips.stream().map(this::echo).toList();
    }

    private Prediction echo(AudioClip clip) {
      if (clip.samples()[0] == BROKEN) {
        throw new IllegalStateException("broken");
      }
      return new Prediction("a", new double[] {1, 0}, new double[] {clip.samples()[0], 0});
    }

    List<List<Integer>> batches() {
      return List.copyOf(batches);
    }

    @Override
    public void close() {}
  }

  private LiveModel live(String version) {
    ModelIdentity identity =
        new ModelIdentity("emovox", version, "run", FakeModelSource.digest(version));
    return new LiveModel(
        ModelRole.CHAMPION,
        new LoadedModel(identity, new Preprocessing.Features(FeatureSettings.paper()), new Echo()),
        FakeModelSource.pointer(version),
        Instant.EPOCH);
  }

  private List<List<Integer>> batches() {
    return ((Echo) live.loaded().model()).batches();
  }

  private WaitingClip clip(LiveModel model, int samples, float first) {
    float[] values = new float[samples];
    values[0] = first;
    return new WaitingClip(
        model,
        new AudioClip(values, 16_000),
        new CompletableFuture<>(),
        left::incrementAndGet,
        System.nanoTime());
  }

  private WaitingClip clip(int samples) {
    return clip(live, samples, samples);
  }

  private void arrive(WaitingClip... clips) {
    batcher.announce();
    batcher.arrive(List.of(clips));
  }

  /** Keeps the model busy with a first clip until the gate opens. */
  private void keepBusy() {
    arrive(clip(10));
    await().until(() -> batches().size() == 1);
  }

  private static double logit(WaitingClip clip) throws Exception {
    return clip.answer().get().prediction().logits()[0];
  }

  @Test
  void givesEachClipItsOwnAnswer() throws Exception {
    keepBusy();
    List<WaitingClip> clips = IntStream.range(600, 603).mapToObj(this::clip).toList();
    arrive(clips.toArray(WaitingClip[]::new));
    gate.countDown();

    for (WaitingClip clip : clips) {
      assertThat(logit(clip)).isEqualTo(clip.samples());
      assertThat(clip.answer().get().batch()).isEqualTo(3);
    }
    await().until(() -> left.get() == 4);
    assertThat(told).containsExactly(1, 3);
  }

  @Test
  void putsClipsOfAboutOneLengthTogetherAndTheOldestFirst() throws Exception {
    keepBusy();
    WaitingClip last = clip(70_000);
    arrive(clip(9_000), clip(70_000), clip(16_000), clip(12_000), last);
    gate.countDown();

    logit(last);
    assertThat(batches())
        .containsExactly(
            List.of(10), List.of(9_000, 16_000, 12_000), List.of(70_000), List.of(70_000));
  }

  @Test
  void makesNoBatchOfMoreClipsThanAllowed() throws Exception {
    keepBusy();
    WaitingClip[] clips =
        IntStream.range(0, 6).mapToObj(i -> clip(600)).toArray(WaitingClip[]::new);
    arrive(clips);
    gate.countDown();

    logit(clips[5]);
    assertThat(batches().stream().map(List::size)).containsExactly(1, 4, 2);
  }

  @Test
  void neverMixesModels() throws Exception {
    keepBusy();
    LiveModel other = live("2");
    WaitingClip theirs = clip(other, 600, 1);
    arrive(clip(600), theirs, clip(600));
    gate.countDown();

    logit(theirs);
    await().until(() -> left.get() == 4);
    assertThat(batches()).containsExactly(List.of(10), List.of(600, 600));
  }

  @Test
  void waitsForAnnouncedClipsUntilTheBatchIsFull() throws Exception {
    start(2, 100_000, LONG);
    gate.countDown();
    batcher.announce();
    WaitingClip first = clip(600);
    arrive(first);
    assertThat(batcher.waiting()).isEqualTo(1);
    WaitingClip second = clip(600);
    batcher.arrive(List.of(second));

    assertThat(first.answer().get().batch()).isEqualTo(2);
    assertThat(second.answer().get().batch()).isEqualTo(2);
  }

  @Test
  void doesNotWaitForCompanyThatDoesNotCome() throws Exception {
    start(2, 100_000, LONG);
    gate.countDown();
    batcher.announce();
    WaitingClip first = clip(600);
    arrive(first);
    batcher.arrive(List.of());

    assertThat(first.answer().get().batch()).isEqualTo(1);
  }

  @Test
  void waitsNoLongerThanItsPatience() throws Exception {
    start(2, 100_000, Duration.ofMillis(20));
    gate.countDown();
    batcher.announce();
    WaitingClip first = clip(600);
    arrive(first);

    assertThat(first.answer().get().batch()).isEqualTo(1);
    assertThat(first.answer().get().waited()).isGreaterThanOrEqualTo(20_000_000);
  }

  @Test
  void dropsClipsThatNobodyWaitsForUncomputed() throws Exception {
    keepBusy();
    WaitingClip unwanted = clip(600);
    WaitingClip wanted = clip(601);
    arrive(unwanted, wanted);
    unwanted.answer().cancel(false);
    gate.countDown();

    logit(wanted);
    await().until(() -> left.get() == 3);
    assertThat(batches()).containsExactly(List.of(10), List.of(601));
  }

  @Test
  void oneBrokenClipDoesNotSpoilTheOthers() throws Exception {
    keepBusy();
    WaitingClip good = clip(600);
    WaitingClip broken = clip(live, 600, BROKEN);
    arrive(good, broken);
    gate.countDown();

    assertThat(logit(good)).isEqualTo(600);
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> broken.answer().get())
        .withMessageContaining("broken");
    await().until(() -> left.get() == 3);
  }

  @Test
  void computesWhatWaitsWhenItIsClosed() throws Exception {
    keepBusy();
    WaitingClip waiting = clip(600);
    arrive(waiting);
    gate.countDown();
    batcher.close();

    assertThat(logit(waiting)).isEqualTo(600);
  }
}
