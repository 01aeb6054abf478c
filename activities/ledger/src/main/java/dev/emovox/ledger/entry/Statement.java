package dev.emovox.ledger.entry;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.json.CanonicalJson;
import dev.emovox.ledger.key.VerificationKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/**
 * The written form of an entry: an in-toto Statement, version 1. Its subjects are what the entry is
 * about, by name and SHA-256; its predicate is the rest.
 *
 * @param type {@link #TYPE}
 * @param subject what the entry is about
 * @param predicateType {@link #PREDICATE_TYPE}
 * @param predicate the rest
 */
record Statement(
    @JsonProperty("_type") String type,
    List<Descriptor> subject,
    @JsonProperty("predicateType") String predicateType,
    Predicate predicate) {
  static final String TYPE = "https://in-toto.io/Statement/v1";
  static final String PREDICATE_TYPE = "https://emovox.dev/attestation/ledger-entry/v1";

  /** ISO 8601 in UTC with three digits after the second, so that text sorts as time does. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  /** An in-toto ResourceDescriptor. */
  record Descriptor(DigestSet digest, String name) {
    static List<Descriptor> of(List<Resource> resources) {
      return resources.stream()
          .map(resource -> new Descriptor(new DigestSet(resource.digest().hex()), resource.name()))
          .toList();
    }

    Resource resource() {
      return new Resource(name, new Digest(digest.sha256));
    }
  }

  /** An in-toto DigestSet of one algorithm. */
  record DigestSet(String sha256) {}

  /** Everything of an entry that is no subject. */
  record Predicate(
      long number,
      Digest previous,
      String time,
      EntryKind kind,
      String actor,
      String reason,
      ServedModel model,
      List<Descriptor> evidence,
      VerificationKey publicKey) {}

  static byte[] write(LedgerEntry entry) {
    Decision decision = entry.decision();
    Predicate predicate =
        new Predicate(
            entry.number(),
            entry.previous(),
            TIME.format(entry.time()),
            decision.kind(),
            decision.actor(),
            decision.reason(),
            decision.model(),
            Descriptor.of(decision.evidence()),
            decision.key());
    return CanonicalJson.write(
        new Statement(TYPE, Descriptor.of(decision.subjects()), PREDICATE_TYPE, predicate));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws InvalidInputException if it is something else
   */
  static LedgerEntry read(byte[] text) {
    Statement statement = CanonicalJson.read(text, Statement.class);
    if (!TYPE.equals(statement.type) || !PREDICATE_TYPE.equals(statement.predicateType)) {
      throw new InvalidInputException("its statement is of another type or version");
    }
    try {
      return statement.entry();
    } catch (NullPointerException | IllegalArgumentException | DateTimeException e) {
      throw new InvalidInputException("its statement is not complete: " + e.getMessage(), e);
    }
  }

  private LedgerEntry entry() {
    List<Resource> subjects = subject.stream().map(Descriptor::resource).toList();
    List<Resource> evidence = predicate.evidence.stream().map(Descriptor::resource).toList();
    Decision decision =
        new Decision(
            predicate.kind,
            predicate.actor,
            predicate.reason,
            subjects,
            evidence,
            predicate.model,
            predicate.publicKey);
    return new LedgerEntry(predicate.number, predicate.previous, time(), decision);
  }

  private Instant time() {
    Instant time = Instant.parse(predicate.time);
    if (!TIME.format(time).equals(predicate.time)) {
      throw new InvalidInputException("its time is not written with three digits after the second");
    }
    return time;
  }
}
