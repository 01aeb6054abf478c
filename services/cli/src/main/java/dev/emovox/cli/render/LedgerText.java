package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.EntryDocument;
import dev.emovox.cli.document.KeyDocument;
import dev.emovox.cli.document.LedgerDocument;
import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.entry.Resource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The ledger for people. */
public final class LedgerText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Style style;

  public LedgerText(Style style) {
    this.style = style;
  }

  /** A decision that was just taken. */
  public List<String> decision(EntryDocument entry) {
    String before =
        entry.previousVersion() == null ? "no version" : "version " + entry.previousVersion();
    return List.of(
        entry.isOpinion()
            ? "The promotion of version %s of %s: %s."
                .formatted(entry.version(), entry.model(), entry.action())
            : "Version %s of %s is served instead of %s."
                .formatted(entry.version(), entry.model(), before),
        "Ledger entry %d, by %s at %s".formatted(entry.sequence(), entry.by(), entry.at()),
        "Package %s".formatted(entry.packageDigest()));
  }

  /** Entries, or how to get one. */
  public List<String> list(List<EntryDocument> entries) {
    if (entries.isEmpty()) {
      return List.of("The ledger is empty. `./emovox promote VERSION` writes its first entries.");
    }
    TextTable table = new TextTable(">ENTRY", "TIME (UTC)", "WHAT", ">VERSION", "BY", "REASON");
    for (EntryDocument entry : entries) {
      table.row(
          Long.toString(entry.sequence()),
          TIME.format(entry.at()),
          entry.action(),
          Objects.requireNonNullElse(entry.version(), "-"),
          entry.by(),
          Objects.requireNonNullElse(entry.reason(), ""));
    }
    return table.lines(style);
  }

  /** One entry with all that it names. */
  public List<String> entry(EntryDocument entry) {
    List<String> lines = new ArrayList<>();
    lines.add(style.bold("Entry %d: %s".formatted(entry.sequence(), entry.action())));
    line(lines, "model", entry.model());
    line(lines, "version", entry.version());
    line(lines, "instead of", entry.previousVersion());
    line(lines, "run", entry.run());
    line(lines, "by", entry.by());
    line(lines, "reason", entry.reason());
    line(lines, "at", entry.at());
    line(lines, "new key", entry.key());
    entry.signedBy().forEach(key -> line(lines, "signed by", key));
    line(lines, "digest", entry.digest());
    line(lines, "follows", entry.previous());
    entry.subjects().forEach(file -> line(lines, "about", named(file)));
    entry.evidence().forEach(file -> line(lines, "rests on", named(file)));
    return lines;
  }

  private static String named(Resource resource) {
    return resource.digest() + "  " + resource.name();
  }

  private static void line(List<String> lines, String name, Object value) {
    if (value != null) {
      lines.add("  %-11s %s".formatted(name, value));
    }
  }

  /** What a look at all of the ledger tells. */
  public List<String> report(LedgerDocument report) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : report.findings()) {
      String severity = finding.severity();
      lines.add(
          (severity.equals("error") ? style.bad(severity) : style.warning(severity))
              + " %s at %s: %s"
                  .formatted(finding.rule().word(), finding.subject(), finding.evidence()));
      lines.add("  " + finding.meaning());
      lines.add("  " + finding.action());
    }
    lines.add(
        "%d entries in %s, %s"
            .formatted(
                report.checked(),
                report.ledger(),
                report.findings().isEmpty()
                    ? style.good("nothing wrong with them")
                    : style.bad("%d findings".formatted(report.findings().size()))));
    line(lines, "first key", known(report));
    if (report.head() != null) {
      line(lines, "key now", report.head().key());
      line(lines, "head", "%d, %s".formatted(report.head().number(), report.head().digest()));
    }
    line(lines, "object lock", lock(report.objectLock()));
    line(
        lines,
        "registry",
        report.registryChecked() ? "compared with the ledger" : "not asked (--ledger-only)");
    return lines;
  }

  private static String known(LedgerDocument report) {
    return report.firstKey() == null
        ? null
        : report.firstKey() + " (" + report.firstKeyKnown().replace('_', ' ') + ")";
  }

  private static String lock(LedgerDocument.Lock lock) {
    return switch (lock.state()) {
      case "retains" -> lock.retention();
      case "none" -> "none: whoever may delete in the bucket can remove entries";
      case "enabled_without_retention" ->
          "on, but without a default retention: whoever may delete can remove entries";
      default -> "the server does not say";
    };
  }

  /** Keys whose private halves lie here. */
  public List<String> keys(List<KeyDocument> keys) {
    if (keys.isEmpty()) {
      return List.of(
          "No key for the ledger lies on this machine. The first promotion makes one, or `./emovox ledger key create`.");
    }
    List<String> lines = new ArrayList<>();
    for (KeyDocument key : keys) {
      lines.add(style.bold(key.fingerprint().toString()));
      line(lines, "public key", key.publicKey());
      line(lines, "private", key.file());
    }
    return lines;
  }
}
