package dev.emovox.ledger.promotion;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.Verification;
import dev.emovox.ledger.chain.EntryStore;
import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.chain.Rule;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.tracking.ModelVersion;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds the registry against the ledger: whether it serves what was decided, and whether it knows
 * of entries that the ledger does not have.
 *
 * @param registry the registry
 * @param store the ledger's entries
 */
public record RegistryInspection(Registry registry, EntryStore store) {

  /** What is wrong between the two, given what a look at the ledger alone found. */
  public List<Finding> inspect(Verification ledger) {
    List<ModelVersion> versions = registry.versions();
    TreeSet<Digest> entries = new TreeSet<>();
    store.numbers().forEach(number -> store.read(number).map(Digest::of).ifPresent(entries::add));
    Stream<Finding> unknown =
        versions.stream().flatMap(version -> unknownEntry(version, entries).stream());
    Stream<Finding> alias =
        ledger.lastDecision().stream().flatMap(last -> alias(last, versions).stream());
    return Stream.concat(unknown, alias).toList();
  }

  private static Optional<Finding> unknownEntry(ModelVersion version, TreeSet<Digest> entries) {
    return Optional.ofNullable(version.tags().get(ServedAlias.DIGEST_TAG))
        .filter(tag -> entries.stream().noneMatch(entry -> entry.toString().equals(tag)))
        .map(
            tag ->
                Finding.of(
                    Rule.LEDGER_SHORTER_THAN_REGISTRY,
                    "version " + version.version(),
                    "it says that it was promoted by the entry " + tag));
  }

  private Optional<Finding> alias(SignedEntry last, List<ModelVersion> versions) {
    String decided = last.entry().decision().model().version();
    String served = registry.champion().map(ModelVersion::version).orElse(null);
    if (decided.equals(served)) {
      return Optional.empty();
    }
    boolean carriedOut =
        versions.stream()
            .filter(version -> version.version().equals(decided))
            .anyMatch(
                version ->
                    last.digest().toString().equals(version.tags().get(ServedAlias.DIGEST_TAG)));
    Rule rule = carriedOut ? Rule.LEDGER_ALIAS_MOVED : Rule.LEDGER_DECISION_NOT_CARRIED_OUT;
    String evidence =
        "entry %d says version %s, and %s is served"
            .formatted(
                last.entry().number(), decided, served == null ? "none" : "version " + served);
    return Optional.of(Finding.of(rule, registry.modelName(), evidence));
  }
}
