package dev.emovox.ledger.promotion;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.Ledger;
import dev.emovox.ledger.chain.ChainHead;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.ServedModel;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.tracking.ModelVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which version is served. The entry is written before the alias moves: whatever breaks in
 * between, nothing is ever served that the ledger does not name, and the same request again, or
 * {@link #resume()}, completes it. So every method may be called again by whoever does not know
 * whether it was carried out.
 *
 * <p>Safe for use by several threads and processes.
 */
public final class Promotion {
  private final Registry registry;
  private final RegisteredPackages versions;
  private final Ledger ledger;
  private final ServingHistory history;
  private final ServedAlias alias;
  private final ErrandEntries errands;

  public Promotion(Registry registry, Packages packages, Ledger ledger) {
    this.registry = registry;
    this.versions = new RegisteredPackages(registry, packages);
    this.ledger = ledger;
    this.history = new ServingHistory(ledger.reader(), registry.modelName());
    this.alias = new ServedAlias(registry, history);
    this.errands = new ErrandEntries(ledger.reader());
  }

  /**
   * Looks at a version and verifies it; changes nothing.
   *
   * @throws InvalidInputException if there is no such version
   * @throws WorkFailedException if its package is damaged or the ledger can't be relied on
   */
  public Prospect prospect(String number) {
    ModelVersion version = versions.find(number);
    versions.verified(version);
    long head = ledger.reader().head().map(ChainHead::number).orElse(0L);
    return new Prospect(versions.model(version), head);
  }

  /**
   * The version that a rollback leads to.
   *
   * @param wanted the one that is asked for, or none
   * @throws InvalidInputException if there is none, or it was never served
   */
  public String rollbackTarget(Optional<String> wanted) {
    return interruptedRollback(wanted)
        .map(interrupted -> interrupted.entry().decision().model().version())
        .orElseGet(() -> target(wanted));
  }

  /**
   * The last decision, if it was to promote this version and is in force, or was interrupted: then
   * it is carried out.
   *
   * @throws InvalidInputException if there is no such version
   */
  public Optional<SignedEntry> standing(String version) {
    return standing(versions.find(version));
  }

  /** Records what somebody thinks of a promotion, once an errand. */
  public SignedEntry record(Opinion opinion, Errand errand) {
    EntryKind kind = opinion.agrees() ? EntryKind.APPROVAL : EntryKind.REJECTION;
    return once(kind, opinion.by(), opinion.model(), errand);
  }

  /**
   * Records that a gate was closed, once an errand.
   *
   * @param by the gate, and what it objected to
   */
  public SignedEntry refuse(Decision.Reasoned by, ServedModel model, Errand errand) {
    return once(EntryKind.REFUSAL, by, model, errand);
  }

  private SignedEntry once(EntryKind kind, Decision.Reasoned by, ServedModel model, Errand errand) {
    return errands
        .find(kind, errand)
        .orElseGet(
            () -> {
              Digest digest = model.packageDigest();
              Resource index = new Resource("models/" + digest.hex() + "/package.json", digest);
              Decision.Attested files = new Decision.Attested(List.of(index), errand.all());
              return ledger.append(Decision.about(kind, by, model, files));
            });
  }

  /**
   * Promotes; if the last decision was the same, it is carried out if it is not in force yet, and
   * its entry is given again.
   *
   * @throws InvalidInputException if there is no such version
   * @throws WorkFailedException if its package is damaged or the ledger can't be relied on
   */
  public SignedEntry promote(PromotionRequest request) {
    ModelVersion version = versions.find(request.version());
    Decision.Attested files = versions.verified(version);
    return left(EntryKind.PROMOTION, request.errand())
        .or(() -> standing(version))
        .orElseGet(
            () ->
                decide(
                    EntryKind.PROMOTION,
                    version,
                    new Decision.Reasoned(request.by(), request.reason()),
                    with(request.errand(), files)));
  }

  private Optional<SignedEntry> left(EntryKind kind, Optional<Errand> errand) {
    Optional<SignedEntry> left = errand.flatMap(its -> errands.find(kind, its));
    left.ifPresent(alias::carryOut);
    return left;
  }

  /** The evidence of model and errand, if what is served is what it was when that began. */
  private Decision.Attested with(Optional<Errand> errand, Decision.Attested files) {
    if (errand.isEmpty()) {
      return files;
    }
    Optional<String> served = registry.champion().map(ModelVersion::version);
    if (!served.equals(errand.get().champion())) {
      throw new WorkFailedException(
          "%s was served when this was asked for, and %s is served now, so nothing was changed. Ask again."
              .formatted(name(errand.get().champion()), name(served)));
    }
    List<Resource> evidence =
        Stream.concat(files.evidence().stream(), errand.get().all().stream()).toList();
    return new Decision.Attested(files.subjects(), evidence);
  }

  private static String name(Optional<String> version) {
    return version.map("version "::concat).orElse("no version");
  }

  /**
   * Serves again what was served before; if a rollback to it was interrupted, it is carried out and
   * its entry given again.
   *
   * @throws InvalidInputException if there is no such version, or it was never served
   * @throws WorkFailedException if its package is damaged or the ledger can't be relied on
   */
  public SignedEntry rollback(RollbackRequest request) {
    Optional<SignedEntry> left = left(EntryKind.ROLLBACK, request.errand());
    if (left.isPresent()) {
      return left.get();
    }
    Optional<SignedEntry> interrupted = interruptedRollback(request.version());
    if (interrupted.isPresent()) {
      versions.verified(versions.find(interrupted.get().entry().decision().model().version()));
      return alias.carryOut(interrupted.get());
    }
    ModelVersion version = versions.find(target(request.version()));
    Decision.Attested files = with(request.errand(), versions.verified(version));
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
    versions.verified(versions.find(last.entry().decision().model().version()));
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
    SignedEntry written = ledger.append(Decision.about(kind, by, versions.model(version), files));
    alias.carryOut(written);
    return written;
  }
}
