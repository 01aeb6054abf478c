package dev.emovox.serving.challenger;

import dev.emovox.audio.AudioClip;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.LiveModels;
import dev.emovox.serving.model.ModelLease;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.ClipObserver;
import dev.emovox.serving.prediction.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/**
 * Gives a share of the clips that the champion has answered to the challenger too, and compares. No
 * client waits for it or hears of it: a clip is compared only while the engine has nothing to do,
 * and dropped where there is no room for it or no such moment comes soon.
 *
 * <p>Safe for use by several threads; only {@link #close} waits.
 */
public final class Shadow implements ClipObserver, AutoCloseable {
  /** Of all that wait: 64 MiB, which is 17 minutes at 16 kHz. */
  private static final long MOST_SAMPLES = 1L << 24;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
  private static final long LOOK_MILLIS = 2;

  private final Challenger challenger;
  private final LiveModels models;
  private final BooleanSupplier idle;
  private final ChallengerListener listener;
  private final Sampler sampler;
  private final ShadowRoom room;
  private final BlockingQueue<ShadowClip> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile Optional<Comparison> comparison = Optional.empty();

  /**
   * Starts its thread.
   *
   * @param surroundings what it stands between
   * @param clips that may wait
   */
  public Shadow(Challenger challenger, Surroundings surroundings, int clips) {
    this.challenger = challenger;
    this.models = surroundings.models();
    this.idle = surroundings.idle();
    this.listener = surroundings.listener();
    this.sampler = new Sampler(challenger.shares().shadow());
    this.room = new ShadowRoom(clips, MOST_SAMPLES);
    thread = new Thread(this::work, "shadow");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * What a shadow stands between.
   *
   * @param models those that are live
   * @param idle whether the engine has nothing to do
   * @param listener told of all
   */
  public record Surroundings(
      LiveModels models, BooleanSupplier idle, ChallengerListener listener) {}

  /** What was found of the models that are live; empty if nothing was compared yet. */
  public Optional<Comparison> comparison() {
    return comparison;
  }

  @Override
  public void heard(
      Question question, AudioClip clip, LiveModel live, CompletableFuture<Classification> answer) {
    boolean champion = live.role() == ModelRole.CHAMPION;
    if (!champion || models.challenger().current().isEmpty() || !sampler.next()) {
      return;
    }
    if (room.enter(clip.samples().length)) {
      var unused = answer.whenComplete((given, failure) -> answered(clip, given));
    } else {
      listener.dropped();
    }
  }

  /** The time of windows is in the champion's, so that clips with them can't be compared. */
  private void answered(AudioClip clip, Classification answer) {
    if (answer == null || !answer.segments().isEmpty()) {
      room.leave(clip.samples().length);
    } else {
      waiting.add(new ShadowClip(clip, answer, System.nanoTime()));
    }
  }

  private void work() {
    try {
      while (true) {
        workOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A method of its own, since a thread that waits must not hold on to the last clip. */
  private void workOnce() throws InterruptedException {
    ShadowClip clip = waiting.take();
    try {
      compareWhenIdle(clip);
    } finally {
      room.leave(clip.clip().samples().length);
    }
  }

  private void compareWhenIdle(ShadowClip clip) throws InterruptedException {
    while (!idle.getAsBoolean()) {
      if (System.nanoTime() - clip.since() > PATIENCE.toNanos()) {
        listener.dropped();
        return;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    try (ModelLease lease = models.challenger().lease().orElse(null)) {
      if (lease != null) {
        compare(lease.live(), clip);
      }
    }
  }

  private void compare(LiveModel live, ShadowClip clip) {
    long start = System.nanoTime();
    List<ClassScore> scores;
    try {
      var model = live.loaded().model();
      scores = ClassScore.of(model.labels(), model.predict(clip.clip()));
    } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
      challenger.failed(live, e);
      return;
    }
    add(live, clip.answer(), Difference.of(clip.answer(), scores, System.nanoTime() - start));
  }

  private void add(LiveModel live, Classification answer, Difference difference) {
    Comparison before =
        comparison
            .filter(known -> known.isOf(answer.model(), live.identity()))
            .orElseGet(() -> Comparison.begin(answer.model(), live.identity()));
    Comparison now = before.with(difference);
    comparison = Optional.of(now);
    listener.compared(difference, now);
  }

  /** Compares no more. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(STOP_PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
