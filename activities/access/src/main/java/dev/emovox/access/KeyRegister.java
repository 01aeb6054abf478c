package dev.emovox.access;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes and revokes keys in a file. Processes that do so at once wait for each other. */
public final class KeyRegister {
  private final KeyFile file;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public KeyRegister(KeyFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Where the keys are kept. */
  public KeyFile file() {
    return file;
  }

  /** All keys, the oldest first; none if there is no file yet. */
  public List<ApiKey> keys() {
    return file.exists() ? file.read().keys() : List.of();
  }

  /**
   * Makes a key.
   *
   * @param lifetime how long it is accepted; empty for as long as it is not revoked
   */
  public IssuedKey create(String name, Set<Scope> scopes, Optional<Duration> lifetime) {
    KeyToken token = KeyToken.generate(random);
    Instant now = now();
    ApiKey key =
        new ApiKey(
            token.id(),
            name,
            scopes,
            token.digest(),
            now,
            lifetime.map(now::plus),
            Optional.empty());
    return locked(
        () -> {
          List<ApiKey> all = new ArrayList<>(keys());
          all.add(key);
          file.write(all);
          return new IssuedKey(key, token.text());
        });
  }

  /**
   * Revokes the key of that id, or all keys of that name, for good.
   *
   * @return the keys that were accepted and are now refused
   * @throws InvalidInputException if there is no such key, or all of them are revoked already
   */
  public List<ApiKey> revoke(String idOrName) {
    return locked(
        () -> {
          List<ApiKey> all = keys();
          List<ApiKey> hit = all.stream().filter(key -> isMeant(key, idOrName)).toList();
          if (hit.isEmpty()) {
            throw new InvalidInputException(
                "There is no key '%s' in %s that is not revoked. `./emovox serving-key list` shows them."
                    .formatted(idOrName, file.path()));
          }
          Instant now = now();
          file.write(all.stream().map(key -> hit.contains(key) ? key.revoke(now) : key).toList());
          return hit.stream().map(key -> key.revoke(now)).toList();
        });
  }

  private static boolean isMeant(ApiKey key, String idOrName) {
    return key.revoked().isEmpty() && (key.id().equals(idOrName) || key.name().equals(idOrName));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private <T> T locked(Supplier<T> change) {
    Path beside = file.path().resolveSibling(file.path().getFileName() + ".lock");
    try {
      Files.createDirectories(beside.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw unusable(e);
    }
    try (FileChannel channel =
            FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assert lock.isValid();
      return change.get();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private InvalidInputException unusable(IOException e) {
    return new InvalidInputException(
        "The folder of the file with the keys, %s, can't be written to: %s."
            .formatted(file.path(), e),
        e);
  }
}
