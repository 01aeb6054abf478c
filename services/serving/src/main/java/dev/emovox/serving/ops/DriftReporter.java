package dev.emovox.serving.ops;

import dev.emovox.domain.EmovoxException;
import dev.emovox.drift.Quantity;
import dev.emovox.drift.Shift;
import dev.emovox.serving.drift.DriftListener;
import dev.emovox.serving.drift.DriftState;
import dev.emovox.serving.drift.TellingListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Writes what is found of drift to the metrics, and alarms to the log too. */
@Singleton
public class DriftReporter implements DriftListener, TellingListener {
  private static final Logger LOG = Logger.getLogger(DriftReporter.class);

  private final Counter windows;
  private final Counter lost;
  private final Counter told;
  private final Counter failures;
  private final Counter givenUp;
  private final AtomicBoolean untold = new AtomicBoolean();
  private final AtomicBoolean broken = new AtomicBoolean();
  private volatile Optional<DriftState> state = Optional.empty();

  public DriftReporter(MeterRegistry registry) {
    windows = counter(registry, "windows", "Windows that were compared with the reference");
    lost = counter(registry, "lost", "Answers that were not looked at, since too many waited");
    told = counter(registry, "alarms.told", "Alarms that Temporal was told of");
    failures = counter(registry, "alarms.failures", "Attempts to tell Temporal that failed");
    givenUp = counter(registry, "alarms.given.up", "Alarms that Temporal will never be told of");
    gauge(registry, "alarm", "1 while the alarm is raised", now -> now.alarm().raised() ? 1 : 0);
    gauge(
        registry,
        "reference",
        "1 if the package of the live model has a reference",
        now -> now.reference().isPresent() ? 1 : 0);
    gauge(registry, "window.clips", "Clips in the window that is being filled", DriftState::filled);
    Stream.concat(Arrays.stream(Quantity.values()).map(Quantity::word), Stream.of(Shift.LABEL))
        .forEach(quantity -> measures(registry, quantity));
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder("emovox.drift." + name).description(description).register(registry);
  }

  private void gauge(
      MeterRegistry registry, String name, String description, ToDoubleFunction<DriftState> value) {
    Gauge.builder(
            "emovox.drift." + name, this, self -> self.state.map(value::applyAsDouble).orElse(0.0))
        .description(description)
        .register(registry);
  }

  /** Not a number before the first window of a model. */
  private void measures(MeterRegistry registry, String quantity) {
    Gauge.builder("emovox.drift.psi", this, self -> self.last(quantity, Shift::stability))
        .description("Population stability index of the last window")
        .tag("quantity", quantity)
        .register(registry);
    Gauge.builder("emovox.drift.ks", this, self -> self.last(quantity, Shift::distance))
        .description("Kolmogorov-Smirnov distance of the last window")
        .tag("quantity", quantity)
        .register(registry);
  }

  private double last(String quantity, ToDoubleFunction<Shift> value) {
    return state.flatMap(DriftState::last).stream()
        .flatMap(window -> window.shifts().stream())
        .filter(shift -> shift.quantity().equals(quantity))
        .mapToDouble(value)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public void changed(DriftState now) {
    state = Optional.of(now);
    broken.set(false);
  }

  @Override
  public void compared(DriftState now) {
    boolean before = state.map(known -> known.alarm().raised()).orElse(false);
    state = Optional.of(now);
    windows.increment();
    if (now.alarm().raised() && !before) {
      LOG.warn("What the model hears or says has moved away from when it was made: /v1/drift.");
    } else if (before && !now.alarm().raised()) {
      LOG.info("What the model hears and says is again as when it was made.");
    }
  }

  @Override
  public void lost() {
    lost.increment();
  }

  @Override
  public void failed(RuntimeException failure) {
    if (!broken.getAndSet(true)) {
      LOG.error("Watching for drift failed in a way that is a bug", failure);
    }
  }

  @Override
  public void told() {
    told.increment();
    untold.set(false);
  }

  @Override
  public void notTold(RuntimeException failure) {
    failures.increment();
    if (untold.getAndSet(true)) {
      return;
    }
    String why = failure instanceof EmovoxException ? failure.getMessage() : failure.toString();
    LOG.warnf("Temporal can't be told of an alarm yet, which is tried again: %s", why);
  }

  @Override
  public void givenUp() {
    givenUp.increment();
  }
}
