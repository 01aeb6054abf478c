package dev.emovox.serving.drift;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.drift.DriftReference;
import dev.emovox.drift.DriftRule;
import dev.emovox.drift.Hysteresis;
import dev.emovox.drift.Verdict;
import dev.emovox.inference.Preprocessing;
import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.model.FakeModelSource;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.LoadedModel;
import dev.emovox.serving.model.ModelFacts;
import dev.emovox.serving.model.ModelHolder;
import dev.emovox.serving.model.ModelIdentity;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.Question;
import dev.emovox.serving.prediction.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A watcher without its thread, a model, and clips that it is asked about. */
final class DriftUnderTest {
  static final int WINDOW = 50;
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final DriftRule RULE =
      new DriftRule(WINDOW, Duration.ofHours(1), 0.001, new Hysteresis(0.25, 0.1, 2));
  private static final Question QUESTION = Question.whole(() -> new byte[0], Duration.ofSeconds(1));

  final ModelHolder champion = new ModelHolder(ModelRole.CHAMPION);
  final List<DriftState> alarms = new ArrayList<>();
  final Recorded recorded = new Recorded();
  final DriftWatcher watcher;
  private final DriftObserver observer;
  private final Clips clips = new Clips(2);

  DriftUnderTest(boolean enabled, int capacity) {
    watcher =
        new DriftWatcher(
            champion,
            new DriftSettings(enabled, RULE, capacity, Duration.ofSeconds(1)),
            new DriftWatcher.Listeners(recorded, alarms::add),
            () -> NOW);
    observer = new DriftObserver(watcher);
  }

  /** What the watcher told. */
  static final class Recorded implements DriftListener {
    int windows;
    int lost;
    final List<RuntimeException> failures = new ArrayList<>();

    @Override
    public void changed(DriftState state) {}

    @Override
    public void compared(DriftState state) {
      windows++;
    }

    @Override
    public void lost() {
      lost++;
    }

    @Override
    public void failed(RuntimeException failure) {
      failures.add(failure);
    }
  }

  static DriftReference reference() {
    List<Verdict> verdicts = Collections.nCopies(100, Verdict.of(0.2, 0.7, 0.1));
    return Clips.reference(FakeModel.LABELS, verdicts);
  }

  static LiveModel live(ModelRole role, String version, Optional<DriftReference> reference) {
    ModelIdentity identity =
        new ModelIdentity("emovox", version, "run", FakeModelSource.digest(version));
    return new LiveModel(
        role,
        new LoadedModel(
            identity,
            new ModelFacts(
                new Preprocessing.Features(FeatureSettings.paper()),
                Optional.empty(),
                0,
                reference),
            FakeModel.happy()),
        FakeModelSource.pointer(version),
        NOW);
  }

  LiveModel serve(String version) {
    LiveModel live = live(ModelRole.CHAMPION, version, Optional.of(reference()));
    champion.swap(live);
    return live;
  }

  /** Asks a model about so many clips, which are louder than usual by these decibels. */
  void ask(LiveModel live, int number, double decibels) {
    for (int i = 0; i < number; i++) {
      ask(QUESTION, live, clips.next(decibels));
    }
  }

  void ask(Question question, LiveModel live, AudioClip clip) {
    CompletableFuture<Classification> answer = new CompletableFuture<>();
    observer.heard(question, clip, live, answer);
    answer.complete(
        new Classification(
            "id",
            List.of(
                new ClassScore("angry", 0.2, 0),
                new ClassScore("happy", 0.7, 1),
                new ClassScore("sad", 0.1, -1)),
            clip.seconds(),
            live.identity(),
            List.of(),
            Digest.of("clip"),
            new Timing(0, 0, 0, 1)));
  }

  /** Asks, and looks after each window. */
  void windows(LiveModel live, int number, double decibels) {
    for (int i = 0; i < number; i++) {
      ask(live, WINDOW, decibels);
      watcher.look();
    }
  }
}
