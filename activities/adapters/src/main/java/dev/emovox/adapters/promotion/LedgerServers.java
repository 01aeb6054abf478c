package dev.emovox.adapters.promotion;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.ledger.Ledger;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.ledger.promotion.ChampionRegistry;
import dev.emovox.ledger.promotion.Promotion;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.ledger.s3.S3EntryStore;
import dev.emovox.tracking.ModelRegistry;
import java.time.Clock;

/**
 * The ledger and the registry that decisions are written to.
 *
 * @param s3 where the ledger lies
 * @param bucket its bucket
 * @param models the registry
 * @param files the keys of this machine, and what it remembers
 */
public record LedgerServers(
    S3Connection s3, String bucket, ModelRegistry models, LedgerFiles files) {

  Registry registry(String model) {
    return new ChampionRegistry(models, model);
  }

  Promotion promotion(String model, PackageStore packages) {
    Ledger ledger =
        new Ledger(new S3EntryStore(s3), files.anchor(bucket), files.keys(), Clock.systemUTC());
    return new Promotion(registry(model), new StoredPackages(packages), ledger);
  }
}
