package dev.emovox.ledger.promotion;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.Verification;
import dev.emovox.ledger.chain.EntryStore;
import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.chain.Rule;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.tracking.ModelVersion;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds the registry against the ledger: whether it serves what was decided, and whether it knows
 * of entries that the ledger does not have.
 *
 * @param registry the registry
 * @param store the ledger's entries
 */
public record RegistryInspection(Registry registry, EntryStore store) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  /** What is wrong between the two, given what a look at the ledger alone found. */
  public List<Finding> inspect(Verification ledger) {
    List<ModelVersion> versions = registry.versions();
    List<ModelVersion> strangers = strangers(versions);
    Stream<Finding> unknown =
        strangers.stream()
            .filter(version -> !isToldOf(version, ledger))
            .map(RegistryInspection::shorter);
    Optional<ModelVersion> champion = registry.champion();
    // What is served by an entry that is lost can't be held against the entries that are left.
    boolean lost = champion.filter(its -> isAmong(strangers, its)).isPresent();
    Stream<Finding> alias =
        ledger.lastDecision().stream()
            .filter(last -> !lost)
            .flatMap(last -> alias(last, champion, versions).stream());
    return Stream.concat(unknown, alias).toList();
  }

  /** The versions that were promoted by an entry which is not in the ledger as it was then. */
  private List<ModelVersion> strangers(List<ModelVersion> versions) {
    Set<String> entries = new TreeSet<>();
    store
        .numbers()
        .forEach(
            number ->
                store.read(number).map(Digest::of).map(Digest::toString).ifPresent(entries::add));
    return versions.stream()
        .filter(version -> version.tags().containsKey(ServedAlias.DIGEST_TAG))
        .filter(version -> !entries.contains(version.tags().get(ServedAlias.DIGEST_TAG)))
        .toList();
  }

  private static boolean isAmong(List<ModelVersion> versions, ModelVersion wanted) {
    return versions.stream().anyMatch(version -> version.version().equals(wanted.version()));
  }

  /** The ledger's own rules have found what is wrong with that entry, or that it is gone. */
  private boolean isToldOf(ModelVersion version, Verification ledger) {
    NavigableSet<Long> numbers = store.numbers();
    return number(version).stream()
        .anyMatch(
            number ->
                ledger.findings().stream().anyMatch(found -> isAbout(found, number))
                    || (numbers.higher(number) != null && !numbers.contains(number)));
  }

  /** An entry that was written anew is told of at the one after it. */
  private static boolean isAbout(Finding found, long number) {
    return found.isAt(number)
        || (found.rule() == Rule.LEDGER_CHAIN_BROKEN && found.isAt(number + 1));
  }

  private static OptionalLong number(ModelVersion version) {
    String tag = version.tags().getOrDefault(ServedAlias.ENTRY_TAG, "");
    return NUMBER.matcher(tag).matches()
        ? OptionalLong.of(Long.parseLong(tag))
        : OptionalLong.empty();
  }

  private static Finding shorter(ModelVersion version) {
    return Finding.of(
        Rule.LEDGER_SHORTER_THAN_REGISTRY,
        "version " + version.version(),
        "it says that it was promoted by the entry " + version.tags().get(ServedAlias.DIGEST_TAG));
  }

  private Optional<Finding> alias(
      SignedEntry last, Optional<ModelVersion> champion, List<ModelVersion> versions) {
    String decided = last.entry().decision().model().version();
    String served = champion.map(ModelVersion::version).orElse(null);
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
