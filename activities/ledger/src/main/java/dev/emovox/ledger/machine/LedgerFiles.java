package dev.emovox.ledger.machine;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.LedgerKeys;
import dev.emovox.ledger.TrustAnchor;
import dev.emovox.ledger.chain.TrustFile;
import dev.emovox.ledger.key.KeyFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What of the ledger lies on this machine: private keys, and the memory of what was seen.
 *
 * @param folder folder {@code ledger} of the home
 * @param environment variables of the process
 * @param notices told what is made or believed for the first time
 */
public record LedgerFiles(Path folder, Map<String, String> environment, Consumer<String> notices) {
  private static final String KEYS_VARIABLE = "EMOVOX_LEDGER_KEYS";
  private static final String FINGERPRINT_VARIABLE = "EMOVOX_LEDGER_FINGERPRINT";

  /** The private keys: in the folder that {@code EMOVOX_LEDGER_KEYS} names, else in the home. */
  public LedgerKeys keys() {
    return new LedgerKeys(
        new KeyFolder(value(KEYS_VARIABLE).map(Path::of).orElse(folder.resolve("keys"))), notices);
  }

  /** How the ledger in a bucket is known: by {@code EMOVOX_LEDGER_FINGERPRINT}, and from before. */
  public TrustAnchor anchor(String bucket) {
    String name = "trust-" + bucket.replaceAll("[^A-Za-z0-9.-]", "_") + ".json";
    TrustFile file = new TrustFile(folder.resolve(name));
    return new TrustAnchor(configured(), new NoticedTrust(file, notices));
  }

  private Optional<Digest> configured() {
    try {
      return value(FINGERPRINT_VARIABLE).map(Digest::parse);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "%s is no fingerprint of a key: sha256: and 64 hexadecimal digits, as `./emovox ledger key show` prints it."
              .formatted(FINGERPRINT_VARIABLE),
          e);
    }
  }

  private Optional<String> value(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
