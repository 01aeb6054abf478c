package dev.emovox.serving.security;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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

  /** Whether the service may listen beyond this machine without asking for keys. */
  boolean open();
}
