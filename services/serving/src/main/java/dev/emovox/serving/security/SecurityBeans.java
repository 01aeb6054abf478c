package dev.emovox.serving.security;

import dev.emovox.access.KeyFile;
import dev.emovox.access.WatchedKeys;
import dev.emovox.serving.security.audit.AuditLog;
import dev.emovox.serving.security.exposure.Exposure;
import dev.emovox.serving.security.rate.Rate;
import dev.emovox.serving.security.rate.RateLimits;
import dev.emovox.serving.security.token.TokenSettings;
import dev.emovox.serving.security.token.Tokens;
import dev.emovox.serving.security.web.Hosts;
import dev.emovox.serving.security.web.Origins;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts the parts together. */
class SecurityBeans {
  private static final Logger LOG = Logger.getLogger(SecurityBeans.class);

  @Produces
  @Singleton
  Keys keys(SecurityConfig config) {
    return new Keys(
        config.keysFile().map(file -> new WatchedKeys(new KeyFile(file), LOG::warn)),
        Clock.systemUTC());
  }

  @Produces
  @Singleton
  Admission admission(Keys keys, SecurityConfig config) {
    return new Admission(keys, config.oidcIssuer().map(issuer -> tokens(issuer, config)));
  }

  private static Tokens tokens(URI issuer, SecurityConfig config) {
    return Tokens.of(
        new TokenSettings(
            issuer,
            config.oidcAudience().orElse(""),
            config.oidcScopesClaim(),
            config.oidcScopePrefix().orElse("")),
        LOG::warn);
  }

  @Produces
  @Singleton
  GateRules rules(
      Admission admission,
      ManagementPort management,
      SecurityConfig config,
      @ConfigProperty(name = "quarkus.http.host") String host) {
    Exposure exposure = new Exposure(host, admission.required(), config.open());
    return new GateRules(
        admission,
        new Frequency(limits(config), System::nanoTime),
        new Hosts(
            !admission.required() && exposure.onThisMachine(), config.hosts().orElse(List.of())),
        new Origins(config.origins().orElse(List.of())),
        management,
        config.receiveTimeout());
  }

  @Produces
  @Singleton
  ManagementPort management(SecurityConfig config) {
    return new ManagementPort(config.managementPort());
  }

  private static Optional<RateLimits> limits(SecurityConfig config) {
    if (config.rate().isEmpty()) {
      return Optional.empty();
    }
    double rate = config.rate().getAsDouble();
    double burst = config.burst().orElse((int) Math.max(1, Math.ceil(rate)));
    return Optional.of(new RateLimits(new Rate(rate, burst), config.callers()));
  }

  @Produces
  @Singleton
  AuditTrail audit(SecurityConfig config) {
    return new AuditTrail(
        config
            .auditLog()
            .map(path -> new AuditLog(path, config.auditBytes(), config.auditFiles(), LOG::error)),
        Clock.systemUTC());
  }

  void close(@Disposes AuditTrail audit) {
    audit.log().ifPresent(AuditLog::close);
  }
}
