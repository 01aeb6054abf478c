package dev.emovox.serving.security;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What can be set about security. {@code application.properties} gives each its default and the
 * environment variable that changes it.
 */
@ConfigMapping(prefix = "guard")
public interface SecurityConfig {

  /** The file with the keys; without one, nobody is asked for a key. */
  Optional<Path> keysFile();

  /** Pause between looks at the file with the keys. */
  Duration keysReload();

  /** The OpenID Connect issuer whose tokens are accepted; none if not set. */
  Optional<URI> oidcIssuer();

  /** By which name its tokens mean this service. */
  Optional<String> oidcAudience();

  /** The claim of a token that has its scopes. */
  String oidcScopesClaim();

  /** What scopes of this service begin with in tokens. */
  Optional<String> oidcScopePrefix();

  /** Whether the service may listen beyond this machine without asking for keys. */
  boolean open();

  /** Port of the metrics alone; with the clients if not set. */
  OptionalInt managementPort();

  /** Requests a second of one key, or of one address where there are no keys; else unlimited. */
  OptionalDouble rate();

  /** Requests at once after a pause; those of one second if not set. */
  OptionalInt burst();

  /** Most callers whose requests are counted at a time. */
  int callers();

  /** Time within which a request must have arrived whole. */
  Duration receiveTimeout();

  /** Origins of pages that may ask from a browser, each in full. */
  Optional<List<String>> origins();

  /** Names by which the service is called beside those of its own machine, without ports. */
  Optional<List<String>> hosts();

  /** The file with one line for each request that changed something or was refused. */
  Optional<Path> auditLog();

  /** Largest size of that file in bytes. */
  long auditBytes();

  /** Full files of it that are kept. */
  int auditFiles();
}
