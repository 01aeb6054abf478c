package dev.emovox.adapters.promotion;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.audit.Audit;
import dev.emovox.audit.AuditSources;
import dev.emovox.audit.finding.Severity;
import dev.emovox.gate.AuditCheck;
import dev.emovox.ledger.Ledger;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.ledger.promotion.ChampionRegistry;
import dev.emovox.ledger.promotion.Promotion;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.ledger.s3.S3EntryStore;
import dev.emovox.tracking.MlflowTracking;
import dev.emovox.tracking.ModelRegistry;
import java.time.Clock;

/**
 * The ledger and the registry that decisions are written to.
 *
 * @param s3 where the ledger lies
 * @param bucket its bucket
 * @param models the registry
 * @param tracking what was tracked of runs
 * @param files the keys of this machine, and what it remembers
 */
public record LedgerServers(
    S3Connection s3,
    String bucket,
    ModelRegistry models,
    MlflowTracking tracking,
    LedgerFiles files) {

  Registry registry(String model) {
    return new ChampionRegistry(models, model);
  }

  /** What the audit says of a version that is to be decided about. */
  AuditCheck audit(String model) {
    return version -> {
      AuditSources sources = AuditSources.on(s3, tracking, registry(model), files.anchor(bucket));
      return new Audit(sources, line -> {})
          .ofModel(version).findings().stream()
              .filter(finding -> finding.severity() == Severity.ERROR)
              .map(
                  finding ->
                      "%s at %s: %s."
                          .formatted(finding.rule(), finding.subject(), finding.evidence()))
              .toList();
    };
  }

  Promotion promotion(String model, PackageStore packages) {
    Ledger ledger =
        new Ledger(new S3EntryStore(s3), files.anchor(bucket), files.keys(), Clock.systemUTC());
    return new Promotion(registry(model), new StoredPackages(packages), ledger);
  }
}
