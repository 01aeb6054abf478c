package dev.emovox.serving.drift;

import dev.emovox.drift.DriftMonitor;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelHolder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Fills windows with the champion's answers and compares them with its reference. A new champion
 * begins anew, without an alarm.
 *
 * <p>{@link #observe} and {@link #state} are for any thread and never wait; {@link #look} is for
 * one.
 */
public final class DriftWatcher {
  private final ModelHolder champion;
  private final DriftSettings settings;
  private final Listeners listeners;
  private final InstantSource clock;
  private final BlockingQueue<Observed> waiting;
  private Optional<DriftMonitor> monitor = Optional.empty();
  private volatile DriftState state = DriftState.of(Optional.empty());

  /** A watcher that has seen nothing. */
  public DriftWatcher(
      ModelHolder champion, DriftSettings settings, Listeners listeners, InstantSource clock) {
    this.champion = champion;
    this.settings = settings;
    this.listeners = listeners;
    this.clock = clock;
    this.waiting = new ArrayBlockingQueue<>(settings.capacity());
  }

  /**
   * Who is told.
   *
   * @param drift of all
   * @param alarms of alarms that are raised
   */
  public record Listeners(DriftListener drift, AlarmListener alarms) {}

  /** How it watches. */
  public DriftSettings settings() {
    return settings;
  }

  /** What is known now. */
  public DriftState state() {
    return state;
  }

  /** Whether answers of this model are worth observing. */
  boolean watches(LiveModel live) {
    return settings.enabled() && live.loaded().facts().driftReference().isPresent();
  }

  /** Keeps an answer until it is looked at. */
  void observe(Observed answer) {
    if (!waiting.offer(answer)) {
      listeners.drift().lost();
    }
  }

  /** Looks at what waits. Throws nothing. */
  public void look() {
    try {
      follow(champion.current());
      for (Observed next = waiting.poll(); next != null; next = waiting.poll()) {
        add(next);
      }
      monitor.flatMap(watching -> watching.look(clock.instant())).ifPresent(this::ended);
      state = state.filled(monitor.map(DriftMonitor::filled).orElse(0));
      listeners.drift().changed(state);
    } catch (RuntimeException e) {
      listeners.drift().failed(e);
    }
  }

  private void follow(Optional<LiveModel> live) {
    if (!live.map(LiveModel::identity).equals(state.live().map(LiveModel::identity))) {
      state = DriftState.of(live);
      monitor = state.reference().map(known -> new DriftMonitor(known, settings.rule()));
    }
  }

  /** What an earlier champion answered is nothing to this one. */
  private void add(Observed answer) {
    boolean fromThisModel =
        state.live().map(LiveModel::identity).filter(answer.model()::equals).isPresent();
    if (fromThisModel && monitor.isPresent()) {
      monitor.get().add(answer.observation(), clock.instant()).ifPresent(this::ended);
    }
  }

  private void ended(DriftMonitor.Result result) {
    Instant now = clock.instant();
    state = state.after(result.window(), result.alarm(), now);
    listeners.drift().compared(state);
    if (result.changed() && result.alarm().raised()) {
      listeners.alarms().raised(state);
    }
  }
}
