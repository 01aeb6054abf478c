package dev.emovox.ledger.promotion;

import dev.emovox.domain.Digest;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.Ledger;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.ServedModel;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.tracking.ModelVersion;
import java.util.Optional;

/**
 * Decides which version is served. The entry is written before the alias moves: whatever breaks in
 * between, nothing is ever served that the ledger does not name, and the same request again, or
 * {@link #resume()}, completes it. So every method may be called again by whoever does not know
 * whether it was carried out.
 *
 * <p>Safe for use by several threads and processes.
 */
public final class Promotion {
  private static final String RUN_TAG = "emovox.run";

  private final Registry registry;
  private final Packages packages;
  private final Ledger ledger;
  private final ServingHistory history;
  private final ServedAlias alias;

  public Promotion(Registry registry, Packages packages, Ledger ledger) {
    this.registry = registry;
    this.packages = packages;
    this.ledger = ledger;
    this.history = new ServingHistory(ledger.reader(), registry.modelName());
    this.alias = new ServedAlias(registry, history);
  }

  /**
   * Promotes; if the last decision was the same, it is carried out if it is not in force yet, and
   * its entry is given again.
   *
   * @throws InvalidInputException if there is no such version
   * @throws WorkFailedException if its package is damaged or the ledger can't be relied on
   */
  public SignedEntry promote(PromotionRequest request) {
    ModelVersion version = find(request.version());
    Decision.Attested files = verified(version);
    return standing(version)
        .orElseGet(
            () ->
                decide(
                    EntryKind.PROMOTION,
                    version,
                    new Decision.Reasoned(request.by(), request.reason()),
                    files));
  }

  /**
   * Serves again what was served before; if a rollback to it was interrupted, it is carried out and
   * its entry given again.
   *
   * @throws InvalidInputException if there is no such version, or it was never served
   * @throws WorkFailedException if its package is damaged or the ledger can't be relied on
   */
  public SignedEntry rollback(RollbackRequest request) {
    Optional<SignedEntry> interrupted = interruptedRollback(request.version());
    if (interrupted.isPresent()) {
      verified(find(interrupted.get().entry().decision().model().version()));
      return alias.carryOut(interrupted.get());
    }
    ModelVersion version = find(target(request.version()));
    Decision.Attested files = verified(version);
    return decide(
        EntryKind.ROLLBACK, version, new Decision.Reasoned(request.by(), request.reason()), files);
  }

  /**
   * Carries the last decision out.
   *
   * @throws InvalidInputException if nothing was decided yet
   */
  public SignedEntry resume() {
    SignedEntry last =
        history
            .last()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "The ledger holds no decision yet, so there is nothing to carry out. `./emovox promote VERSION` decides."));
    verified(find(last.entry().decision().model().version()));
    return alias.carryOut(last);
  }

  /** The last decision, if it was about this version and is in force or was interrupted. */
  private Optional<SignedEntry> standing(ModelVersion version) {
    return history
        .last()
        .filter(last -> isAbout(last, version))
        .filter(last -> alias.serves(last) || !alias.wasCarriedOut(last))
        .map(alias::carryOut);
  }

  private static boolean isAbout(SignedEntry entry, ModelVersion version) {
    ServedModel model = entry.entry().decision().model();
    return model.version().equals(version.version())
        && version.digest().filter(model.packageDigest()::equals).isPresent();
  }

  private Optional<SignedEntry> interruptedRollback(Optional<String> wanted) {
    return history
        .last()
        .filter(last -> last.entry().decision().kind() == EntryKind.ROLLBACK)
        .filter(last -> wanted.map(last.entry().decision().model().version()::equals).orElse(true))
        .filter(last -> !alias.wasCarriedOut(last));
  }

  private String target(Optional<String> wanted) {
    if (wanted.isEmpty()) {
      return history
          .beforePresent()
          .orElseThrow(
              () ->
                  new InvalidInputException(
                      "The ledger names no version that was served before the present one. `./emovox promote VERSION` serves another."));
    }
    if (!history.everServed().contains(wanted.get())) {
      throw new InvalidInputException(
          "Version '%s' was never served, so there is no going back to it. `./emovox promote %s` would serve it."
              .formatted(wanted.get(), wanted.get()));
    }
    if (registry.champion().filter(now -> now.version().equals(wanted.get())).isPresent()) {
      throw new InvalidInputException("Version %s is what is served now.".formatted(wanted.get()));
    }
    return wanted.get();
  }

  private SignedEntry decide(
      EntryKind kind, ModelVersion version, Decision.Reasoned by, Decision.Attested files) {
    ServedModel model =
        new ServedModel(
            registry.modelName(),
            version.version(),
            registry.champion().map(ModelVersion::version).orElse(null),
            version.digest().orElseThrow(),
            version.tags().get(RUN_TAG));
    SignedEntry written = ledger.append(Decision.about(kind, by, model, files));
    alias.carryOut(written);
    return written;
  }

  private ModelVersion find(String number) {
    return registry
        .find(number)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no version '%s' of model '%s'. `./emovox models` lists them."
                        .formatted(number, registry.modelName())));
  }

  private Decision.Attested verified(ModelVersion version) {
    Digest digest =
        version
            .digest()
            .orElseThrow(
                () ->
                    refused(
                        version, "it has no tag emovox.digest, so nothing can be verified", null));
    try {
      return packages.verify(digest);
    } catch (ServerUnavailableException e) {
      throw e;
    } catch (EmovoxException e) {
      throw refused(version, "its package is damaged: " + e.getMessage(), e);
    }
  }

  private static WorkFailedException refused(ModelVersion version, String why, Throwable cause) {
    return new WorkFailedException(
        "Version %s is not promoted: %s What is served stays as it is. Run the experiment again to restore the package."
            .formatted(version.version(), why.endsWith(".") ? why : why + "."),
        cause);
  }
}
