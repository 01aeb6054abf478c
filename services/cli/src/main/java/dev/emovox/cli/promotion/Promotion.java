package dev.emovox.cli.promotion;

import dev.emovox.domain.Digest;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.tracking.ModelVersion;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Makes a version the one that is served. The entry is written before the alias moves: whatever
 * breaks in between, nothing is ever served that the ledger does not name.
 */
public final class Promotion {
  private static final String RUN_TAG = "emovox.run";
  private static final String PROMOTED_TAG = "emovox.promoted";
  private static final String PROMOTED_BY_TAG = "emovox.promoted_by";
  private static final String ENTRY_TAG = "emovox.ledger_entry";

  private final Registry registry;
  private final Packages packages;
  private final Ledger ledger;
  private final Clock clock;

  public Promotion(Registry registry, Packages packages, Ledger ledger, Clock clock) {
    this.registry = registry;
    this.packages = packages;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Promotes; a version that is served already and was promoted last stays so, and its entry is
   * given again.
   *
   * @throws InvalidInputException if there is no such version
   * @throws WorkFailedException if its package is damaged
   */
  public LedgerEntry promote(PromotionRequest request) {
    ModelVersion version = find(request.version());
    Digest digest = verified(version);
    LedgerEntry entry = standing(version).orElseGet(() -> decide(request, version, digest));
    registry.tag(version, PROMOTED_TAG, entry.at().toString());
    registry.tag(version, PROMOTED_BY_TAG, entry.by());
    registry.tag(version, ENTRY_TAG, Long.toString(entry.sequence()));
    return entry;
  }

  /** The last decision, if it was this one and is in force. */
  private Optional<LedgerEntry> standing(ModelVersion version) {
    return registry
        .champion()
        .filter(champion -> champion.version().equals(version.version()))
        .flatMap(champion -> ledger.newest())
        .filter(entry -> names(entry, version));
  }

  private LedgerEntry decide(PromotionRequest request, ModelVersion version, Digest digest) {
    Optional<String> previous = registry.champion().map(ModelVersion::version);
    LedgerEntry entry = ledger.append(entry(request, version, digest, previous));
    registry.crown(version);
    return entry;
  }

  private ModelVersion find(String number) {
    return registry.versions().stream()
        .filter(version -> version.version().equals(number))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no version '%s' of model '%s'. `./emovox models` lists them."
                        .formatted(number, registry.modelName())));
  }

  private Digest verified(ModelVersion version) {
    Digest digest =
        version
            .digest()
            .orElseThrow(
                () ->
                    refused(
                        version, "it has no tag emovox.digest, so nothing can be verified", null));
    try {
      packages.verify(digest);
      return digest;
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

  private boolean names(LedgerEntry entry, ModelVersion version) {
    return entry.action().equals(LedgerEntry.PROMOTE)
        && entry.model().equals(registry.modelName())
        && entry.version().equals(version.version());
  }

  private LedgerEntry entry(
      PromotionRequest request, ModelVersion version, Digest digest, Optional<String> previous) {
    return new LedgerEntry(
        0,
        LedgerEntry.PROMOTE,
        registry.modelName(),
        version.version(),
        previous.orElse(null),
        digest,
        version.tags().get(RUN_TAG),
        request.by(),
        request.reason(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
