package dev.emovox.ledger.chain;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.json.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Memory of a ledger in a file, which is replaced as a whole.
 *
 * @param file need not be there yet
 */
public record TrustFile(Path file) implements TrustStore {
  private static final long LARGEST = 1 << 14;

  @Override
  public Optional<Trust> load() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new InvalidInputException("it is far too large");
      }
      return Optional.of(CanonicalJson.read(Files.readAllBytes(file), Trust.class));
    } catch (IOException | InvalidInputException e) {
      throw new InvalidInputException(
          "%s, in which this machine remembers the ledger, can't be read: %s. Restore it; if you delete it, the ledger is trusted as it then is."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  @Override
  public void save(Trust trust) {
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = Files.createTempFile(folder, "trust", ".new");
      Files.write(fresh, CanonicalJson.write(trust));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s, in which this machine remembers the ledger, can't be written: %s."
              .formatted(file, e),
          e);
    }
  }

  @Override
  public String location() {
    return file.toString();
  }
}
