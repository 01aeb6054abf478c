package dev.emovox.serving.security;

import dev.emovox.serving.model.PollingLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Follows the public keys of the issuer of tokens while the service runs. */
@Singleton
public class IssuerWatch {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Admission admission;
  private Optional<PollingLoop> loop = Optional.empty();

  IssuerWatch(Admission admission) {
    this.admission = admission;
  }

  void start(@Observes StartupEvent event) {
    loop =
        admission.tokens().map(tokens -> new PollingLoop("token-issuer-watch", tokens::tick, TICK));
  }

  void stop(@Observes ShutdownEvent event) {
    loop.ifPresent(PollingLoop::close);
  }
}
