package dev.emovox.serving;

import dev.emovox.contracts.DriftRetraining;
import dev.emovox.drift.DriftRule;
import dev.emovox.drift.Hysteresis;
import dev.emovox.serving.drift.AlarmListener;
import dev.emovox.serving.drift.AlarmPost;
import dev.emovox.serving.drift.DriftListener;
import dev.emovox.serving.drift.DriftObserver;
import dev.emovox.serving.drift.DriftReports;
import dev.emovox.serving.drift.DriftSettings;
import dev.emovox.serving.drift.DriftSignal;
import dev.emovox.serving.drift.DriftWatcher;
import dev.emovox.serving.drift.TellingListener;
import dev.emovox.serving.drift.TemporalDriftWatch;
import dev.emovox.serving.model.ModelHolder;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Puts together what watches for drift. */
public class DriftBeans {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  @Produces
  @Singleton
  DriftSettings settings(ServingConfig config) {
    ServingConfig.Drift drift = config.drift();
    Hysteresis hysteresis = new Hysteresis(drift.raise(), drift.clear(), drift.windows());
    return new DriftSettings(
        drift.enabled(),
        new DriftRule(drift.window(), drift.windowTime(), drift.significance(), hysteresis),
        drift.capacity(),
        drift.interval());
  }

  /** Without anybody to tell, no thread waits for alarms and nothing connects. */
  @Produces
  @Singleton
  AlarmListener alarms(DriftSettings settings, ServingConfig config, TellingListener listener) {
    ServingConfig.Drift drift = config.drift();
    DriftReports reports =
        new DriftReports(
            settings.rule(),
            drift.retrain().map(id -> new DriftRetraining(id, drift.retrainPause().toSeconds())));
    return DriftSignal.of(System.getenv())
        .filter(endpoint -> settings.enabled())
        .map(TemporalDriftWatch::new)
        .<AlarmListener>map(told -> new AlarmPost(told, reports, listener, FIRST_PAUSE))
        .orElse(state -> {});
  }

  void close(@Disposes AlarmListener alarms) {
    alarms.close();
  }

  @Produces
  @Singleton
  DriftWatcher watcher(
      ModelHolder champion, DriftSettings settings, DriftListener listener, AlarmListener alarms) {
    return new DriftWatcher(
        champion, settings, new DriftWatcher.Listeners(listener, alarms), Clock.systemUTC());
  }

  @Produces
  @Singleton
  DriftObserver observer(DriftWatcher watcher) {
    return new DriftObserver(watcher);
  }
}
