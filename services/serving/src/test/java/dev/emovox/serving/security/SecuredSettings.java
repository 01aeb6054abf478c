package dev.emovox.serving.security;

import dev.emovox.access.IssuedKey;
import dev.emovox.access.KeyFile;
import dev.emovox.access.KeyRegister;
import dev.emovox.access.Scope;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A service that asks for keys, which lie in a new file in the temporary folder. */
public class SecuredSettings implements QuarkusTestProfile {
  static final int MAX_BYTES = 400_000;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "serving.poll-interval", "20ms",
        "serving.longest-retry", "20ms",
        "serving.max-bytes", "" + MAX_BYTES,
        "guard.keys-file", newFile().toString(),
        "guard.keys-reload", "20ms");
  }

  /** The register of the running service. */
  static KeyRegister register(SecurityConfig config) {
    return new KeyRegister(new KeyFile(config.keysFile().orElseThrow()), Clock.systemUTC());
  }

  /** A new key of the running service. */
  static IssuedKey key(SecurityConfig config, Scope... scopes) {
    return register(config).create("test", Set.of(scopes), Optional.of(Duration.ofDays(1)));
  }

  private static Path newFile() {
    try {
      Path folder = Files.createTempDirectory("emovox-keys-");
      KeyFile file = new KeyFile(folder.resolve("keys.json"));
      new KeyRegister(file, Clock.systemUTC())
          .create("first", Set.of(Scope.ADMIN), Optional.empty());
      return file.path();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
